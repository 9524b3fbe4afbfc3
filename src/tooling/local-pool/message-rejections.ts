import { type Part, refusedIn } from "../../message/accepted.ts";
import { placeholdersOf } from "../../message/placeholders.ts";
import { isObject, type Json } from "../json/json.ts";
import type { RawEvent } from "./raw-event.ts";

/** Cognito's names of the parts. */
export const parts: readonly (readonly [keyof MessageParts, Part])[] = [
  ["emailSubject", "subject"],
  ["emailMessage", "email"],
  ["smsMessage", "sms"],
];

export interface MessageParts {
  readonly emailSubject?: string;
  readonly emailMessage?: string;
  readonly smsMessage?: string;
}

/** What Cognito would refuse of a custom message; a part left `null` is its own text. */
export function messageRefusals({ triggerSource, request }: RawEvent, response: Json): readonly string[] {
  const sent = placeholdersOf({ triggerSource, request: isObject(request) ? request : {} });
  const placeholders = sent ?? { code: "{####}" };
  return parts.flatMap(([key, part]) => {
    const text = response[key];
    if (text === null || text === undefined) return [];
    if (typeof text !== "string") return [`${key} is no text`];
    return refusedIn(part, text, placeholders).map(({ reason }) => `${key}: ${reason}`);
  });
}
