import { codePointName } from "../../message/rejections.ts";

/** Characters that are invisible or look like an ordinary space, by their Unicode names. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x85, "next line"],
  [0xa0, "no-break space"],
  [0xad, "soft hyphen"],
  [0x61c, "Arabic letter mark"],
  [0x1680, "Ogham space mark"],
  [0x180e, "Mongolian vowel separator"],
  [0x2000, "en quad"],
  [0x2001, "em quad"],
  [0x2002, "en space"],
  [0x2003, "em space"],
  [0x2004, "three-per-em space"],
  [0x2005, "four-per-em space"],
  [0x2006, "six-per-em space"],
  [0x2007, "figure space"],
  [0x2008, "punctuation space"],
  [0x2009, "thin space"],
  [0x200a, "hair space"],
  [0x200b, "zero-width space"],
  [0x200c, "zero-width non-joiner"],
  [0x200d, "zero-width joiner"],
  [0x200e, "left-to-right mark"],
  [0x200f, "right-to-left mark"],
  [0x2028, "line separator"],
  [0x2029, "paragraph separator"],
  [0x202a, "left-to-right embedding"],
  [0x202b, "right-to-left embedding"],
  [0x202c, "pop directional formatting"],
  [0x202d, "left-to-right override"],
  [0x202e, "right-to-left override"],
  [0x202f, "narrow no-break space"],
  [0x205f, "medium mathematical space"],
  [0x2060, "word joiner"],
  [0x2061, "function application"],
  [0x2062, "invisible times"],
  [0x2063, "invisible separator"],
  [0x2064, "invisible plus"],
  [0x2066, "left-to-right isolate"],
  [0x2067, "right-to-left isolate"],
  [0x2068, "first strong isolate"],
  [0x2069, "pop directional isolate"],
  [0x3000, "ideographic space"],
  [0xfeff, "zero-width no-break space"],
]);

/** The kind of a character without a familiar name; the first match counts. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\p{Cc}/u, "a control character"],
  [/\p{Cs}/u, "one half of a character"],
  [/\p{Co}/u, "a character for private use"],
  [/\p{Noncharacter_Code_Point}/u, "not a character"],
  [/\p{Cf}/u, "an invisible character"],
  [/\p{Cn}/u, "a character that has no meaning yet"],
  [/\p{L}/u, "a letter that Cognito does not know yet"],
  [/\p{M}/u, "an accent that Cognito does not know yet"],
  [/\p{N}/u, "a digit that Cognito does not know yet"],
  [/\p{P}/u, "a punctuation mark that Cognito does not know yet"],
  [/\p{Extended_Pictographic}/u, "an emoji that Cognito does not know yet"],
];

/** Describes a character: `U+202F narrow no-break space`. */
export function characterName(character: string): string {
  const name = NAMES.get(character.codePointAt(0) as number);
  if (name) return `${codePointName(character, 0)} ${name}`;
  const [, kind = "a symbol that Cognito does not know yet"] =
    KINDS.find(([pattern]) => pattern.test(character)) ?? [];
  return `${codePointName(character, 0)}, ${kind}`;
}
