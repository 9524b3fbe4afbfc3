/** The longest name or metadata value that a message prints, in UTF-16 units. */
export const CLEAN_LENGTH = 64;

/** Texts, not patterns: V8 reads a pattern wherever one stands, and takes long over a class of Unicode's. */
const SOURCES: readonly string[] = [
  // Escapes, not the characters: with one of these in it, a bundle is read as two bytes a character, and slowly.
  // Markup, and Cognito's placeholders ({####}, {username}, {##Click Here##}).
  "[<>{}]",
  // Controls, format and bidi characters, surrogates, private use, line and paragraph separators.
  String.raw`[\p{C}\p{Zl}\p{Zp}]`,
  // Addresses: an at sign in any width, a backslash path, a scheme ("tel:…", "https://").
  String.raw`[@\uff20\ufe6b\\\uff3c]`,
  String.raw`[\p{L}\p{N}]\p{M}*[:\uff1a\ufe55]\S`,
  // A dot (or one that IDNA reads as a dot) before a label: "evil.example", "1.2". "J. R. R." stays.
  String.raw`[.\u3002\uff0e\uff61\u2024\ufe52][\s\p{M}]*(?:\p{N}|\p{L}[\p{L}\p{M}\p{N}-])`,
  // Five digits and more, however spaced, read as a phone number or as a code.
  String.raw`(?:\p{N}[^\p{L}\p{N}]*){5}`,
];

let made: readonly RegExp[] | undefined;

/**
 * What makes a value more than words, in a mail client's eyes or in Cognito's. Each is a reason to leave the
 * value out: it is never mended, since half a hostile value may still be one.
 */
export function reasons(): readonly RegExp[] {
  made ??= SOURCES.map((source) => new RegExp(source, "u"));
  return made;
}

/**
 * Latin letters with an apostrophe, a hyphen or a space between: no reason ever meets such a value. Most are
 * such, and the first use of the reasons takes a new container a millisecond or two.
 */
const PLAIN =
  /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?:[' -][A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+)*$/;

/**
 * A name or metadata value fit to be printed in a message, or `undefined`: trimmed, not empty, at most
 * {@link CLEAN_LENGTH} long, without anything that a mail client would turn into a link, markup,
 * a placeholder, control or bidi characters.
 */
export function clean(value: string | undefined): string | undefined {
  if (typeof value !== "string" || value.length > 4 * CLEAN_LENGTH) return undefined;
  const text = value.trim();
  if (text === "" || text.length > CLEAN_LENGTH) return undefined;
  return !PLAIN.test(text) && reasons().some((reason) => reason.test(text)) ? undefined : text;
}
