import { isAccepted } from "./is-accepted.ts";
import { originLineIndex } from "./origin-line-index.ts";
import type { Placeholders } from "./placeholders.ts";

/** The three parts of a message, as Cognito receives them. */
export type Part = "subject" | "email" | "sms";

/** Cognito's limits in characters, code included, read strictly as UTF-16 units. */
export const lengths: Readonly<Record<Part, { readonly least: number; readonly most: number }>> = {
  subject: { least: 1, most: 140 },
  email: { least: 6, most: 20_000 },
  sms: { least: 6, most: 140 },
};

/** A reason for which Cognito would reject a part, or show a placeholder to the person. */
export interface Rejection {
  readonly rule: "characters" | "length" | "placeholder";
  readonly reason: string;
  /** The place in the text as a UTF-16 index, if it is a single one. */
  readonly index?: number;
}

/**
 * Returns the reasons for which Cognito would reject a part; none when it is accepted.
 *
 * The Lambda's fallback, the checker and replay all use this function.
 */
export function rejections(part: Part, text: string, placeholders: Placeholders): readonly Rejection[] {
  return [
    ...badLength(part, text),
    ...badPlaceholders(part, text, placeholders),
    ...badCharacters(part, text, placeholders),
  ];
}

function badLength(part: Part, text: string): Rejection[] {
  const { least, most } = lengths[part];
  if (text.length >= least && text.length <= most) return [];
  return [{ rule: "length", reason: `${text.length} characters; Cognito accepts ${least} to ${most}` }];
}

function badPlaceholders(part: Part, text: string, { code, username }: Placeholders): Rejection[] {
  const rejected = (reason: string): Rejection => ({ rule: "placeholder", reason });
  if (part === "subject") {
    return text.includes(code)
      ? [rejected(`${code} is not replaced in a subject: the person would read it`)]
      : [];
  }
  const foreign =
    /\{##[^#]+##\}/.exec(text)?.[0] ??
    ["{username}"].find((each) => username === undefined && text.includes(each));
  return [
    ...(foreign ? [rejected(`${foreign} does not belong in this message`)] : []),
    ...(text.includes(code) ? [] : [rejected(`the code's placeholder ${code} is missing`)]),
    ...(username && !text.includes(username)
      ? [rejected(`an invitation requires the placeholder ${username} too`)]
      : []),
  ];
}

/**
 * A line end, which the SMS pattern of Cognito has rejected. AWS now documents a pattern that permits it, which is
 * untried. The line end before a line that binds the code to a site is sent, since a brand's `origin` requires it.
 */
const LINE_END = /[\n\r\u0085\u2028\u2029]/;

function badCharacters(part: Part, text: string, { code }: Placeholders): Rejection[] {
  const index =
    part === "sms" ? text.slice(0, originLineIndex(text, code)).search(LINE_END) : firstRejected(text);
  if (index < 0) return [];
  return [{ rule: "characters", reason: `${codePointName(text, index)} is rejected`, index }];
}

/** A character outside of plain Latin text and its usual punctuation. Only these are looked up in the table. */
const UNCOMMON = /[^\t-\r -~\xa1-\xac\xae-\u0377\u2010-\u2027]/g;

/** Returns the index of the first character that Cognito rejects in subject and email, or -1. */
export function firstRejected(text: string): number {
  UNCOMMON.lastIndex = 0;
  while (UNCOMMON.test(text)) {
    let index = UNCOMMON.lastIndex - 1;
    do {
      const point = text.codePointAt(index) as number;
      if (!isAccepted(point)) return index;
      index += point > 0xffff ? 2 : 1;
    } while (text.charCodeAt(index) > 0x7e);
    UNCOMMON.lastIndex = index;
  }
  return -1;
}

/** Returns the character at an index as `U+202F`. */
export function codePointName(text: string, index: number): string {
  return `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
