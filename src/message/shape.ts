/**
 * The kinds of characters that a value may hold, each with its sign in a shape; whatever is of none is `<`.
 * The first that fits counts. ASCII, but for `~`, is its own sign.
 *
 * Texts, not patterns: V8 reads a pattern wherever one is, and takes long over a class of Unicode's.
 * Escapes, not the characters: with one of these in it, a bundle is read as two bytes a character, and slowly.
 */
const KINDS: readonly (readonly [sign: string, characters: string])[] = [
  // What nobody sees: controls, format characters, private use, line ends, and letters and marks without a form.
  [
    "\0",
    String.raw`[\p{C}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u{13441}\u{13442}\u{1d159}\ufffc]`,
  ],
  // What reads as a dot or a colon beside Latin, Greek or Cyrillic, and as itself in its own script (UTS 39's
  // confusables among letters and digits; marks that take room; middle dots, word separators, bullets).
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
  // A symbol or emoji. Those of mathematics are none: they look like dots, colons and slashes.
  ["|", String.raw`[\p{So}\p{Sc}\u{1f3fb}-\u{1f3ff}]`],
  [" ", String.raw`\p{Zs}`],
  ["-", String.raw`\p{Pd}`],
  // A full stop: IDNA reads it as the dot of a host.
  [".", String.raw`\u3002`],
  // Quotes, brackets, primes (feet), the Hebrew geresh, Armenian's apostrophe, Thai's abbreviation, commas.
  [
    "'",
    String.raw`[~\p{Pi}\p{Pf}\p{Ps}\p{Pe}\xa1\xa7\xb1\xb6\xbf\xd7\u055a\u05f3\u05f4\u060c\u061b\u061f\u0e2f` +
      String.raw`\u2020\u2021\u2032\u2033\u2044\u3001]`,
  ],
];

/**
 * Marks that belong to the character before them, and the joiners that Persian and the scripts of India need
 * within a word.
 */
const MARKS = String.raw`(?:(?![\u034f\u17b4\u17b5])[\p{Mn}\p{Me}]|[\u200c\u200d](?=[\u0620-\u0dff]))*`;

let pattern: RegExp | undefined;

/**
 * The shape of a text: a sign of ASCII for each character, marks left out, so that plain patterns can say what a
 * value looks like in any script. It is read as IDNA reads a host (NFKC): full-width, small and circled
 * characters, and leaders of dots, are the ordinary ones.
 */
export function shape(text: string): string {
  pattern ??= new RegExp(
    `([A-Za-z0-9])${MARKS}|(?![ -}])(?:${KINDS.map(([, characters]) => `(${characters})`).join("|")})${MARKS}|[^ -}]`,
    "gu",
  );
  // The acute accent, typed for an apostrophe, would become a space with a mark.
  return text
    .replaceAll("\xb4", "'")
    .normalize("NFKC")
    .replace(pattern, (_, plain: string | undefined, ...found: (string | undefined)[]) => {
      if (plain !== undefined) return plain;
      return KINDS.find((_, index) => found[index] !== undefined)?.[0] ?? "<";
    });
}
