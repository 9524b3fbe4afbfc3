import { shape } from "./shape.ts";

/** The length of the longest name or metadata value that a message prints, in UTF-16 units. */
export const CLEAN_LENGTH = 64;

/** The reason for which a value is left out. */
export type Reason = "empty" | "length" | "invisible" | "characters" | "address" | "number";

/**
 * Patterns of values that a mail client, Cognito or a person takes for more than words, over the {@link shape} of a
 * value. Such a value is left out and never repaired, since half a hostile value may still be one.
 */
const REASONS: readonly (readonly [Reason, RegExp])[] = [
  ["invisible", /\0/],
  // Markup, Cognito's placeholders, addresses, paths, and unclassified characters.
  ["characters", /[<>{}@\\]/],
  // A full stop ends a word: after it come a space, a comma or a dash, or one letter alone ("J.R.R. Tolkien",
  // "Ph.D."), since no top-level domain has a single letter.
  ["address", /(?<![\w~^.])\.|\.(?![\s,;!?")'\]\-.]|$|[A-Za-z~](?![\w~^-]))|\.[,;!?")'\]]+[\w~]/],
  // A host with a space in it, "evil. com", unless a capital comes after: "Ma. del Carmen", "Dr. med. Berger".
  ["address", /[A-Za-z~]{2}\.\s+[a-z]{2}(?!.*[A-Z])/],
  // "evil·com", "evil•com", "evil★com", but Catalan's "Gal·la".
  ["address", /(?<!~\^*|[Ll](?=\^[Ll]))\^[A-Za-z]\w|[A-Za-z]\|+[A-Za-z]/],
  ["address", /[^A-Za-z~](?:dot|DOT)[^A-Za-z~]/],
  // A scheme; "Anna :)" and "Note: x" have none.
  ["address", /[\w~^]:\S|:[\w~/]|\/\//],
  // Five digits and more, however spaced, read as a phone number or as a code.
  ["number", /(?:[\d^][^A-Za-z\d~]*){5}/],
  // The same with letters for digits: "1-800-FLOWERS", "555-SHOE", …
  ["number", /(?<![A-Za-z\d])\d(?:[^A-Za-z\d~]*\d){2,3}[^A-Za-z\d~\s]+[A-Za-z](?:-?[A-Za-z\d]){3}/],
  // … and where only the first digits show it: "0800 Reifen", "1 800 Flowers", "(415) Pizza", "800 FLOWERS".
  [
    "number",
    /(?<![A-Za-z\d])(?:0\d{2,3}|1[38]00|\d[^A-Za-z\d~]+[89]\d\d|\(\d{2,4}|[89]\d\d(?=[ )-]*(?:[A-Z][ -]*){4}))[ )-]*[A-Za-z](?:[ .-]*[A-Za-z\d]){2}/,
  ],
  ["empty", /^[^A-Za-z\d~]*$/],
];

/** Returns the reason for which a message leaves a value out, if any. */
export function reasonAgainst(value: string): Reason | undefined {
  // The patterns would take long.
  if (value.length > 4 * CLEAN_LENGTH) return "length";
  const text = value.trim();
  if (text === "") return "empty";
  if (text.length > CLEAN_LENGTH) return "length";
  if (PLAIN.test(text)) return undefined;
  const seen = shape(text);
  return REASONS.find(([, pattern]) => pattern.test(seen))?.[0];
}

/**
 * Latin letters (without those with a middle dot), separated by an apostrophe, a hyphen or a space. No reason applies
 * to such a value, as most values are, and the first shape takes a new container a few milliseconds.
 */
const PLAIN =
  /^(?!.*[ '-]dot[ '-])[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u013e\u0141-\u024f]+(?:[' -][A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u013e\u0141-\u024f]+)*$/i;

/**
 * Returns a name or metadata value that is safe to print in a message, or `undefined`. It is trimmed, contains a
 * letter or digit, is at most {@link CLEAN_LENGTH} long, and contains no markup, placeholder or invisible character,
 * and nothing that a mail client would turn into a link or that reads as an address or a phone number.
 *
 * Slashes, and letters that look like them, are harmless without a host before them. So are a symbol between spaces,
 * and any word: this function cannot judge meaning.
 */
export function clean(value: string | undefined): string | undefined {
  return typeof value === "string" && reasonAgainst(value) === undefined ? value.trim() : undefined;
}
