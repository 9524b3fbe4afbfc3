import { isAccepted } from "./is-accepted.ts";
import { originLineIndex } from "./origin-line-index.ts";
import type { Placeholders } from "./placeholders.ts";

/** The three parts of a message, as Cognito receives them. */
export type Part = "subject" | "email" | "sms";

/** Cognito's limits in characters, the code counted; as UTF-16 units, the stricter reading. */
export const lengths: Readonly<Record<Part, { readonly least: number; readonly most: number }>> = {
  subject: { least: 1, most: 140 },
  email: { least: 6, most: 20_000 },
  sms: { least: 6, most: 140 },
};

/** Why Cognito would refuse a part, or print a placeholder to the person. */
export interface RefusedPart {
  readonly rule: "characters" | "length" | "placeholder";
  readonly reason: string;
  /** Where in the text, as a UTF-16 index, when it is one place. */
  readonly index?: number;
}

/**
 * All that Cognito would refuse in a part; empty when it is accepted.
 *
 * The one engine for it: the Lambda falls back by it, the build and replay judge by it.
 */
export function refusedIn(part: Part, text: string, placeholders: Placeholders): readonly RefusedPart[] {
  return [
    ...badLength(part, text),
    ...badPlaceholders(part, text, placeholders),
    ...badCharacters(part, text, placeholders),
  ];
}

function badLength(part: Part, text: string): RefusedPart[] {
  const { least, most } = lengths[part];
  if (text.length >= least && text.length <= most) return [];
  return [{ rule: "length", reason: `${text.length} characters; Cognito takes ${least} to ${most}` }];
}

function badPlaceholders(part: Part, text: string, { code, username }: Placeholders): RefusedPart[] {
  const refused = (reason: string): RefusedPart => ({ rule: "placeholder", reason });
  if (part === "subject") {
    return text.includes(code)
      ? [refused(`${code} is not replaced in a subject: the person would read it`)]
      : [];
  }
  const foreign =
    /\{##[^#]+##\}/.exec(text)?.[0] ??
    ["{username}"].find((each) => username === undefined && text.includes(each));
  return [
    ...(foreign ? [refused(`${foreign} does not belong in this message`)] : []),
    ...(text.includes(code) ? [] : [refused(`the code's placeholder ${code} is missing`)]),
    ...(username && !text.includes(username)
      ? [refused(`an invitation needs the placeholder ${username} too`)]
      : []),
  ];
}

/**
 * A newline fails the SMS pattern that Cognito has had; AWS documents one today that permits it, which nobody
 * has been seen to try. That of a line which binds the code to a site is sent: a brand's `origin` asks for it.
 */
const LINE_END = /[\n\r\u0085\u2028\u2029]/;

function badCharacters(part: Part, text: string, { code }: Placeholders): RefusedPart[] {
  const index =
    part === "sms" ? text.slice(0, originLineIndex(text, code)).search(LINE_END) : firstRefused(text);
  if (index < 0) return [];
  return [{ rule: "characters", reason: `${codePointName(text, index)} is refused`, index }];
}

/** What is not plain Latin text with its usual punctuation: only that is worth a look in the table. */
const UNCOMMON = /[^\t-\r -~\xa1-\xac\xae-\u0377\u2010-\u2027]/g;

/** Where the first character stands that the pattern of subject and email refuses, or -1. */
export function firstRefused(text: string): number {
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

/** The character at an index, as `U+202F`. */
export function codePointName(text: string, index: number): string {
  return `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
