import { once } from "./once.ts";

/**
 * The kinds of characters in a value, each with its sign in a shape. The first kind that matches counts, and any
 * other character is `<`. ASCII except `~` is its own sign.
 *
 * Strings, because V8 compiles every pattern literal at start, slowly where it has a Unicode class. Escapes, because
 * a bundle with such a character is read as two bytes per character, which is slower.
 */
const KINDS: readonly (readonly [sign: string, characters: string])[] = [
  // Invisible: controls, format characters, private use, line ends, and letters and marks without a glyph.
  [
    "\0",
    String.raw`[\p{C}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u{13441}\u{13442}\u{1d159}\ufffc]`,
  ],
  // Like a dot or a colon among Latin, Greek or Cyrillic letters (UTS 39's confusables among letters and digits; spacing
  // marks; middle dots, word separators, bullets), but a character of its own in its own script.
  [
    "^",
    String.raw`[\p{Mc}\u02d0\u02d1\u119e\u1427\ua4f8-\ua4fd\ua78f]|[\u0660\u06f0](?=[\p{Lu}\p{Ll}])` +
      String.raw`|[\xb7\u06d4\u0970\u0f0b\u1361\u2022\u2027\u30fb]`,
  ],
  ["A", String.raw`[\p{Lu}\p{Lt}]`],
  ["a", String.raw`\p{Ll}`],
  // A letter without case.
  ["~", String.raw`[\p{Lo}\p{Lm}]`],
  ["2", String.raw`\p{N}`],
  // A symbol or emoji. Those of mathematics look like dots, colons and slashes, and are not included.
  ["|", String.raw`[\p{So}\p{Sc}\u{1f3fb}-\u{1f3ff}]`],
  [" ", String.raw`\p{Zs}`],
  ["-", String.raw`\p{Pd}`],
  // A full stop, which IDNA reads as the dot of a host.
  [".", String.raw`\u3002`],
  // Quotes, brackets, primes (feet), the Hebrew geresh, Armenian's apostrophe, Thai's abbreviation, commas.
  [
    "'",
    String.raw`[~\p{Pi}\p{Pf}\p{Ps}\p{Pe}\xa1\xa7\xb1\xb6\xbf\xd7\u055a\u05f3\u05f4\u060c\u061b\u061f\u0e2f` +
      String.raw`\u2020\u2021\u2032\u2033\u2044\u3001]`,
  ],
];

/** Marks on the previous character, and the joiners that Persian and Indic scripts need within a word. */
const MARKS = String.raw`(?:(?![\u034f\u17b4\u17b5])[\p{Mn}\p{Me}]|[\u200c\u200d](?=[\u0620-\u0dff]))*`;

const pattern = once(() => {
  const kinds = KINDS.map(([, characters]) => `(${characters})`).join("|");
  return new RegExp(`([A-Za-z0-9])${MARKS}|(?![ -}])(?:${kinds})${MARKS}|[^ -}]`, "gu");
});

/**
 * Returns the shape of a text, an ASCII sign for each character without its marks, so that simple patterns can
 * describe a value in any script. It is normalized as IDNA normalizes a host (NFKC): full-width, small and circled
 * characters, and dot leaders, become the ordinary ones.
 */
export function shape(text: string): string {
  // NFKC would turn an acute accent, typed for an apostrophe, into a space with a mark.
  return text
    .replaceAll("\xb4", "'")
    .normalize("NFKC")
    .replace(pattern(), (_, plain: string | undefined, ...found: (string | undefined)[]) => {
      if (plain !== undefined) return plain;
      return KINDS.find((_, index) => found[index] !== undefined)?.[0] ?? "<";
    });
}
