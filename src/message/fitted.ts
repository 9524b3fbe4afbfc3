import type { Placeholders } from "./placeholders.ts";
import { type Part, type Rejection, rejections } from "./rejections.ts";
import { repairedHtml, repairedSms, repairedText } from "./repaired-text.ts";

/** A part as it is sent, and the reasons for which Cognito would still reject it, usually none. */
export interface Fitted {
  readonly text: string;
  readonly rejections: readonly Rejection[];
}

/**
 * Returns a rendered part in which the characters that Cognito would reject are repaired where possible. An email is
 * long and rarely has any, so it is repaired only if it would be rejected.
 */
export function fitted(part: Part, rendered: string, placeholders: Placeholders): Fitted {
  if (part !== "email") {
    const text = part === "sms" ? repairedSms(rendered, placeholders.code) : repairedText(rendered);
    return { text, rejections: rejections(part, text, placeholders) };
  }
  const found = rejections(part, rendered, placeholders);
  if (!found.some(({ rule }) => rule === "characters")) return { text: rendered, rejections: found };
  const text = repairedHtml(rendered);
  return { text, rejections: rejections(part, text, placeholders) };
}
