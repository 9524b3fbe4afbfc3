import { isAccepted } from "./is-accepted.ts";
import { originLineIndex } from "./origin-line-index.ts";
import { firstRejected } from "./rejections.ts";

/**
 * Returns HTML with numeric entities, which Cognito accepts, for the characters that it rejects. Controls, lone
 * surrogates and noncharacters have no entity in HTML and are removed; U+0085 becomes a space.
 */
export function repairedHtml(html: string): string {
  if (firstRejected(html) < 0) return html;
  return replaced(html, (character, point) => {
    if (!hasNoEntity(character)) return `&#${point};`;
    return character === NEXT_LINE ? " " : "";
  });
}

/**
 * Whether HTML has no entity for a character: a control, a lone surrogate or a noncharacter. In Unicode these sets
 * never change; a pattern with their classes would cost every start a millisecond, although few messages need it.
 */
export function hasNoEntity(character: string): boolean {
  const point = character.codePointAt(0) as number;
  return isControlOrHalf(point) || (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) === 0xfffe;
}

function isControlOrHalf(point: number): boolean {
  return point < 0x20 || (point >= 0x7f && point <= 0x9f) || (point >= 0xd800 && point <= 0xdfff);
}

/** A control character that is a space. */
const NEXT_LINE = "\u0085";

/** White space other than a single space between words. `\s` includes all of `\p{Z}`. */
const WHITE = /[^\S ]| {2}|^ | $/;

/**
 * Returns a subject or SMS on one line, with spaces for all white space, and without invisible format characters.
 * Visible characters, such as a letter that is newer than Cognito's Unicode, stay and may be rejected.
 */
export function repairedText(text: string, plain = plainFor): string {
  const known = firstRejected(text) < 0 ? text : replaced(text, plain);
  return WHITE.test(known) ? known.replace(/\s+/g, " ").trim() : known;
}

/** Returns an SMS on one line, except for a last line that binds the code to a site. */
export function repairedSms(sms: string, code: string): string {
  // The usual case.
  if (!sms.includes("\n")) return repairedText(sms, plainInSms);
  const text = sms.trim();
  const end = originLineIndex(text, code);
  return repairedText(text.slice(0, end), plainInSms) + text.slice(end);
}

/**
 * Returns the replacement in an SMS, where Cognito permits any character: the joiners of Persian and Indic scripts
 * stay. {@link clean} has already removed those of a person's values.
 */
function plainInSms(character: string): string {
  return character === "\u200c" || character === "\u200d" ? character : plainFor(character);
}

/** Returns the replacement in a text for a character that Cognito rejects. */
export function plainFor(character: string): string {
  if (character === NEXT_LINE || isOf("\\p{Z}", character)) return " ";
  return isControlOrHalf(character.codePointAt(0) as number) || isOf("\\p{Cf}", character) ? "" : character;
}

/** Whether a character is of a Unicode class. The pattern is made on use, since few messages need it. */
function isOf(unicodeClass: string, character: string): boolean {
  return new RegExp(unicodeClass, "u").test(character);
}

/** A run of characters outside of plain ASCII, so that most of an email is skipped at once. */
const UNPLAIN = /[^\t-\r -~]+/g;

/** Replaces the characters that Cognito rejects. */
function replaced(text: string, by: (character: string, point: number) => string): string {
  return text.replace(UNPLAIN, (run) => {
    let repaired = "";
    for (const character of run) {
      const point = character.codePointAt(0) as number;
      repaired += isAccepted(point) ? character : by(character, point);
    }
    return repaired;
  });
}
