import { isAccepted } from "./is-accepted.ts";
import { originLineIndex } from "./origin-line-index.ts";
import { firstRefused } from "./rejections.ts";

/**
 * HTML in which each character that Cognito refuses stands as a numeric entity, which it lets through.
 * Controls, lone surrogates and noncharacters have no entity in HTML: they are dropped; U+0085 is a space.
 */
export function repairedHtml(html: string): string {
  if (firstRefused(html) < 0) return html;
  return replaced(html, (character, point) => {
    if (!hasNoEntity(character)) return `&#${point};`;
    return character === NEXT_LINE ? " " : "";
  });
}

/**
 * Whether HTML has no entity for a character: a control, half of a character, or none at all. Unicode has
 * settled for good which these are; a pattern with their classes would cost every start a millisecond,
 * although few messages need it.
 */
export function hasNoEntity(character: string): boolean {
  const point = character.codePointAt(0) as number;
  return isControlOrHalf(point) || (point >= 0xfdd0 && point <= 0xfdef) || (point & 0xfffe) === 0xfffe;
}

function isControlOrHalf(point: number): boolean {
  return point < 0x20 || (point >= 0x7f && point <= 0x9f) || (point >= 0xd800 && point <= 0xdfff);
}

/** A control that is a space. */
const NEXT_LINE = "\u0085";

/** Space that is not one ordinary space between words. `\s` holds all of `\p{Z}`. */
const WHITE = /[^\S ]| {2}|^ | $/;

/**
 * A subject or SMS on one line, with ordinary spaces for all others, and without invisible format characters.
 * What carries meaning (a letter or a symbol newer than Cognito's Unicode) is left, and judged by the rules.
 */
export function repairedText(text: string, plain = plainFor): string {
  const known = firstRefused(text) < 0 ? text : replaced(text, plain);
  return WHITE.test(known) ? known.replace(/\s+/g, " ").trim() : known;
}

/** The same of an SMS, whose last line stays one if it binds the code to a site. */
export function repairedSms(sms: string, code: string): string {
  // Most have one line: there is nothing to look for.
  if (!sms.includes("\n")) return repairedText(sms, plainInSms);
  const text = sms.trim();
  const end = originLineIndex(text, code);
  return repairedText(text.slice(0, end), plainInSms) + text.slice(end);
}

/**
 * The same in an SMS, where Cognito permits any character: joiners, which Persian and Indic scripts are written
 * with, stay. Those of a person's values have been removed before ({@link clean}).
 */
function plainInSms(character: string): string {
  return character === "\u200c" || character === "\u200d" ? character : plainFor(character);
}

/** What stands in a text for a character that Cognito refuses. */
export function plainFor(character: string): string {
  if (character === NEXT_LINE || isOf("\\p{Z}", character)) return " ";
  return isControlOrHalf(character.codePointAt(0) as number) || isOf("\\p{Cf}", character) ? "" : character;
}

/** Whether a character is of a class of Unicode's; the pattern for it is made where one is asked about. */
function isOf(unicodeClass: string, character: string): boolean {
  return new RegExp(unicodeClass, "u").test(character);
}

/** All but plain ASCII, as much of it as stands together: most of an email need not be looked at one by one. */
const UNPLAIN = /[^\t-\r -~]+/g;

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
