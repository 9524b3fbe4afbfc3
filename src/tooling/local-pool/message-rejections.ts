import { placeholdersOf } from "../../message/placeholders.ts";
import { type Part, rejections } from "../../message/rejections.ts";
import { isObject, type Json } from "../json/json.ts";
import type { RawEvent } from "./raw-event.ts";

/** Each part of a message by Cognito's name for it. */
const parts: readonly (readonly [keyof MessageParts, Part])[] = [
  ["emailSubject", "subject"],
  ["emailMessage", "email"],
  ["smsMessage", "sms"],
];

export interface MessageParts {
  readonly emailSubject?: string;
  readonly emailMessage?: string;
  readonly smsMessage?: string;
}

/** Returns why Cognito would reject a custom message. For a part left `null` Cognito has its own text. */
export function messageRejections({ triggerSource, request }: RawEvent, response: Json): readonly string[] {
  const sent = placeholdersOf({ triggerSource, request: isObject(request) ? request : {} });
  const placeholders = sent ?? { code: "{####}" };
  return parts.flatMap(([key, part]) => {
    const text = response[key];
    if (text === null || text === undefined) return [];
    if (typeof text !== "string") return [`${key} is not text`];
    return rejections(part, text, placeholders).map(({ reason }) => `${key}: ${reason}`);
  });
}
