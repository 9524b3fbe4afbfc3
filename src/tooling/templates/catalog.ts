import type { Node } from "jsonc-parser";
import { readJson, unknownKey } from "./json-file.ts";
import { messageNames } from "./message-sources.ts";
import type { Files } from "./template-sources.ts";
import type { Violation } from "./violation.ts";

/** The section of the strings that several messages use. */
export const SHARED = "shared";

/** A piece of a string: text, or the name of a value of the model. */
export type Segment = {
  /** Its UTF-16 index in the string. */
  readonly at: number;
} & ({ readonly text: string } | { readonly name: string });

/** A string of a catalog. */
export interface CatalogString {
  /** `forgot-password.intro`: the section and the key. */
  readonly id: string;
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly segments: readonly Segment[];
  readonly file: string;
  /** Returns the UTF-16 index in the file of the value's character at `at`, by default of its first one. */
  readonly index: (at?: number) => number;
}

/** The strings of one language: templates/locales/<tag>.json. */
export interface Catalog {
  readonly tag: string;
  readonly file: string;
  /** The strings by id. An empty one is included, and counts as missing. */
  readonly strings: ReadonlyMap<string, CatalogString>;
  /** Whether the file is JSON without duplicate keys. */
  readonly isJson: boolean;
  /** The parts that cannot be read. */
  readonly violations: readonly Violation[];
}

export function catalogFile(tag: string): string {
  return `templates/locales/${tag}.json`;
}

/** Returns the tags of the catalogs among a project's files. */
export function catalogTags(files: Files): readonly string[] {
  return [...files.keys()].flatMap((file) => /^templates\/locales\/([^/]+)\.json$/.exec(file)?.[1] ?? []);
}

export function readCatalog(tag: string, text: string): Catalog {
  const file = catalogFile(tag);
  const { tree, violations } = readJson(file, text);
  const found: Violation[] = [...violations];
  const strings = new Map<string, CatalogString>();
  const add = (node: Node, message: string, suggestion: string, key?: string) =>
    found.push({ file, index: node.offset, message, suggestion, locale: tag, key });
  for (const [section, group] of entriesOf(tree, add)) {
    if (section !== SHARED && !messageNames.includes(section)) {
      found.push({
        file,
        index: keyIndex(group),
        ...unknownKey(section, [SHARED, ...messageNames]),
        locale: tag,
      });
      continue;
    }
    for (const [key, node] of entriesOf(group, add)) {
      const id = `${section}.${key}`;
      if (!KEY.test(key)) add(node, `"${key}" is not a key.`, "Write letters, digits and hyphens.", id);
      // Some translation tools write null for a string that is not translated.
      else if (node.type === "null")
        strings.set(
          id,
          stringOf(file, section, key, "", () => node.offset),
        );
      else if (node.type !== "string") add(node, `"${key}" is not a string.`, "Write a text in quotes.", id);
      else {
        const raw = text.slice(node.offset, node.offset + node.length);
        const index = (at = 0) => node.offset + rawIndex(raw, at);
        strings.set(id, stringOf(file, section, key, node.value as string, index));
      }
    }
  }
  return { tag, file, strings, isJson: violations.length === 0, violations: found };
}

/** The pattern of a key: letters, digits and hyphens, so that it can be written in `{{t "…"}}` and after a dot. */
const KEY = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

type Add = (node: Node, message: string, suggestion: string) => void;

function entriesOf(node: Node | undefined, add: Add): (readonly [string, Node])[] {
  if (!node) return [];
  if (node.type !== "object") {
    add(node, "This is not a group of keys.", 'Write { "key": "text" }.');
    return [];
  }
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[String(key.value), value] as const] : [],
  );
}

function keyIndex({ parent, offset }: Node): number {
  return parent?.offset ?? offset;
}

function stringOf(
  file: string,
  section: string,
  key: string,
  value: string,
  index: CatalogString["index"],
): CatalogString {
  return { id: `${section}.${key}`, section, key, value, segments: segmentsOf(value), file, index };
}

/** The pattern of a value in a string: `{{name}}`. */
const VALUE = /(?<!\{)\{\{ ?([\p{L}_][\p{L}\p{M}\p{N}_.-]*) ?\}\}(?!\})/gu;

function segmentsOf(value: string): readonly Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  for (const { 0: typed, 1: name = "", index } of value.matchAll(VALUE)) {
    if (index > done) segments.push({ at: done, text: value.slice(done, index) });
    segments.push({ at: index, name });
    done = index + typed.length;
  }
  if (done < value.length) segments.push({ at: done, text: value.slice(done) });
  return segments;
}

/** Returns the string of a catalog at an index of its file. */
export function stringAt({ strings }: Catalog, index: number): CatalogString | undefined {
  return [...strings.values()].find(
    (each) => each.index() <= index && index <= each.index(each.value.length),
  );
}

/** Returns the names of the values that a string prints, in order. */
export function valuesIn({ segments }: Pick<CatalogString, "segments">): readonly string[] {
  return segments.flatMap((each) => ("name" in each ? [each.name] : []));
}

/** Returns the index in a JSON literal of a character of its string: an escape is longer than its character. */
function rawIndex(raw: string, at: number): number {
  if (!raw.includes("\\")) return 1 + at;
  let index = 1;
  for (let left = at; left > 0 && index < raw.length - 1; left -= 1) {
    index += raw[index] === "\\" ? (raw[index + 1] === "u" ? 6 : 2) : 1;
  }
  return index;
}
