import type { Placeholders } from "./placeholders.ts";
import { type Part, type RefusedPart, refusedIn } from "./rejections.ts";
import { repairedHtml, repairedSms, repairedText } from "./repaired-text.ts";

/** A part as it would be sent, and why Cognito would refuse it all the same; mostly for nothing. */
export interface Fitted {
  readonly text: string;
  readonly refused: readonly RefusedPart[];
}

/**
 * A part that a template has written, repaired of what Cognito would refuse where that can be. An email is
 * looked through once and repaired only when that finds something: it is long, and seldom does it.
 */
export function fitted(part: Part, written: string, placeholders: Placeholders): Fitted {
  const text = looked(part, written, placeholders);
  const refused = refusedIn(part, text, placeholders);
  const canBeRepaired = part === "email" && refused.some(({ rule }) => rule === "characters");
  if (!canBeRepaired) return { text, refused };
  const repaired = repairedHtml(text);
  return { text: repaired, refused: refusedIn(part, repaired, placeholders) };
}

/** What is looked at first. */
function looked(part: Part, written: string, { code }: Placeholders): string {
  if (part === "email") return written;
  return part === "sms" ? repairedSms(written, code) : repairedText(written);
}
