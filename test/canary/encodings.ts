import { inspect } from "node:util";

/** A reversible way to write a text. */
export interface Encoding {
  readonly name: string;
  /** The forms that it may take. Where case does not matter, one case of each is enough. */
  readonly of: (text: string) => readonly string[];
  readonly isCaseless: boolean;
}

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, "0");

const ASCII = /^[\x20-\x7e]$/;

/** Writes each UTF-16 unit, or each code point, by `write`; with `only`, just those that are not ASCII. */
const units = (text: string, write: (unit: number) => string, only?: "not ASCII") =>
  rewritten(text.split(""), (unit) => write(unit.charCodeAt(0)), only);
const points = (text: string, write: (point: number) => string, only?: "not ASCII") =>
  rewritten([...text], (point) => write(point.codePointAt(0) as number), only);
const rewritten = (parts: string[], write: (part: string) => string, only?: "not ASCII") =>
  parts.map((part) => (only && ASCII.test(part) ? part : write(part))).join("");

const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
const bytes = (text: string) => [...Buffer.from(text)];

/** Returns the part of a base64 text that is independent of its neighbours, for each of the three offsets. */
const base64 = (form: "base64" | "base64url") => (text: string) =>
  [text, text.toLowerCase()].flatMap((each) =>
    [0, 1, 2].map((offset) => {
      const length = offset + Buffer.byteLength(each);
      const encoded = Buffer.concat([Buffer.alloc(offset), Buffer.from(each)]).toString(form);
      return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor((length * 8) / 6));
    }),
  );

const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const encodings: readonly Encoding[] = [
  { name: "as it is", isCaseless: true, of: (text) => [text] },
  { name: "base64", isCaseless: false, of: base64("base64") },
  { name: "base64url", isCaseless: false, of: base64("base64url") },
  {
    name: "percent-encoded",
    isCaseless: true,
    of: (text) => {
      const wellFormed = text.toWellFormed();
      return [
        encodeURIComponent(wellFormed),
        encodeURI(wellFormed),
        new URLSearchParams({ "": wellFormed }).toString().slice(1),
        bytes(text)
          .map((byte) => `%${hex(byte, 2)}`)
          .join(""),
      ];
    },
  },
  {
    name: "JSON-escaped",
    isCaseless: true,
    of: (text) => [
      quoted(text),
      quoted(quoted(text)),
      units(quoted(text), (unit) => `\\u${hex(unit, 4)}`, "not ASCII"),
      units(text, (unit) => `\\u${hex(unit, 4)}`),
    ],
  },
  // As console.log writes what is in an object.
  { name: "inspected", isCaseless: true, of: (text) => [inspect(text).slice(1, -1)] },
  {
    name: "HTML-escaped",
    isCaseless: true,
    of: (text) => {
      const escaped = text.replace(/[&<>"']/g, (character) => named[character] as string);
      return [
        escaped,
        escaped.replaceAll("&#39;", "&#x27;"),
        points(escaped, (point) => `&#${point};`, "not ASCII"),
        points(escaped, (point) => `&#x${hex(point, 1)};`, "not ASCII"),
        points(text, (point) => `&#${point};`),
        points(text, (point) => `&#x${hex(point, 1)};`),
      ];
    },
  },
  {
    name: "hex",
    isCaseless: true,
    // With spaces as console.log writes a buffer.
    of: (text) =>
      ["", " "].map((between) =>
        bytes(text)
          .map((byte) => hex(byte, 2))
          .join(between),
      ),
  },
  // As JSON.stringify writes a buffer.
  { name: "bytes", isCaseless: true, of: (text) => [bytes(text).join(","), bytes(text).join(", ")] },
];
