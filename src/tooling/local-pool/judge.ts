import { isDeepStrictEqual } from "node:util";
import { isObject, type Json } from "../json/json.ts";
import { messageRejections } from "./message-rejections.ts";
import { migrationRejections } from "./migration-rejections.ts";
import type { RawEvent } from "./raw-event.ts";
import { signUpRejections } from "./sign-up-rejections.ts";
import type { TriggerAnswer } from "./trigger-answer.ts";

export type Verdict =
  | { readonly is: "ok" }
  | { readonly is: "rejected"; readonly reasons: readonly string[] };

interface Rules {
  readonly keys: readonly string[];
  /** Whether the trigger may answer with an error, which the app then receives. */
  readonly mayFail?: true;
  readonly rejections?: (event: RawEvent, response: Json) => readonly string[];
}

/** The rules of each trigger, by the part of its sources before the underscore. */
const rules: Readonly<Record<string, Rules>> = {
  CustomMessage: { keys: ["smsMessage", "emailMessage", "emailSubject"], rejections: messageRejections },
  UserMigration: {
    keys: [
      "userAttributes",
      "finalUserStatus",
      "messageAction",
      "desiredDeliveryMediums",
      "forceAliasCreation",
      "enableSMSMFA",
    ],
    mayFail: true,
    rejections: migrationRejections,
  },
  PreSignUp: {
    keys: ["autoConfirmUser", "autoVerifyEmail", "autoVerifyPhone"],
    mayFail: true,
    rejections: signUpRejections,
  },
  PostConfirmation: { keys: [] },
};

/** Judges whether Cognito would accept a trigger's answer. Never throws. */
export function judge(event: RawEvent, answer: TriggerAnswer): Verdict {
  const reasons = reasonsIn(event, answer);
  return reasons.length === 0 ? { is: "ok" } : { is: "rejected", reasons };
}

function reasonsIn(event: RawEvent, answer: TriggerAnswer): readonly string[] {
  const { keys, mayFail, rejections } = rules[event.triggerSource.replace(/_.*/s, "")] ?? {};
  switch (answer.is) {
    case "hung":
      return ["no answer within 5 s"];
    case "died":
      return [answer.why];
    case "failed":
      return mayFail ? leaksIn(answer.errorMessage) : [`${event.triggerSource} must not fail`];
    case "answered": {
      const returned = parsed(answer.text);
      if (!isObject(returned)) return [`the answer is ${answer.text.slice(0, 40)}, not the event`];
      const changed = changedKeys(event, returned);
      if (changed.length > 0) return changed.map((key) => `${key} was changed`);
      const { response } = returned;
      if (!isObject(response)) return ["the answer has no response"];
      const unknown = keys
        ? Object.keys(response).filter((key) => !keys.includes(key) && !isSentByCognito(event, key))
        : [];
      return [
        ...unknown.map((key) => `Cognito has no response.${key}`),
        ...(isDeepStrictEqual(response, event.response) ? [] : (rejections?.(event, response) ?? [])),
      ];
    }
  }
}

/** Returns the problems of an error's text, which callers can read: a missing stable word, or leaked details. */
function leaksIn(text: string): string[] {
  return [
    ...(/^[A-Z][A-Z_]+: \S/.test(text) ? [] : ["the error's text does not begin with a stable WORD:"]),
    ...(/[\r\n]|\bat .*:\d+|(?:\/[\w.@-]+){2,}|[A-Za-z]:\\/.test(text)
      ? ["the error's text contains a stack trace or a path"]
      : []),
    ...(text.length > 256 ? ["the error's text is longer than 256 characters"] : []),
  ];
}

function changedKeys(event: RawEvent, answer: Json): string[] {
  const keys = new Set([...Object.keys(event), ...Object.keys(answer)]);
  keys.delete("response");
  return [...keys].filter((key) => !isDeepStrictEqual(event[key], answer[key]));
}

/** Whether Cognito itself sent the key, so that it may be returned. */
function isSentByCognito({ response }: RawEvent, key: string): boolean {
  return isObject(response) && Object.hasOwn(response, key);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
