import type { Part } from "../../message/rejections.ts";
import { type CustomMessageSource, customMessageSources } from "../../trigger/custom-message-event.ts";

export const partNames: readonly Part[] = ["subject", "email", "sms"];

/** The trigger sources by the names of their messages: `forgot-password`: `CustomMessage_ForgotPassword`. */
export const messageSources: Readonly<Record<string, CustomMessageSource>> = Object.fromEntries(
  customMessageSources.map((source) => [
    source
      .replace("CustomMessage_", "")
      .replace(/(?<=[a-z])[A-Z]/g, "-$&")
      .toLowerCase(),
    source,
  ]),
);

export const messageNames: readonly string[] = Object.keys(messageSources);

/** Returns the name of a trigger source's message. */
export function messageOf(source: CustomMessageSource): string {
  return messageNames.find((name) => messageSources[name] === source) as string;
}
