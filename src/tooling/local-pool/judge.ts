import { isDeepStrictEqual } from "node:util";
import { isObject, type Json } from "../json/json.ts";
import { messageRefusals } from "./message-rejections.ts";
import { migrationRefusals } from "./migration-rejections.ts";
import type { RawEvent } from "./raw-event.ts";
import { signUpRefusals } from "./sign-up-rejections.ts";
import type { TriggerAnswer } from "./trigger-answer.ts";

export type Verdict = { readonly is: "ok" } | { readonly is: "refused"; readonly reasons: readonly string[] };

interface Rules {
  readonly keys: readonly string[];
  /** Whether an error is an answer that a caller may see. */
  readonly mayFail?: true;
  readonly refusals?: (event: RawEvent, response: Json) => readonly string[];
}

/** By the part of the trigger source before the underscore; cognito-contract.md has each rule. */
const rules: Readonly<Record<string, Rules>> = {
  CustomMessage: { keys: ["smsMessage", "emailMessage", "emailSubject"], refusals: messageRefusals },
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
    refusals: migrationRefusals,
  },
  PreSignUp: {
    keys: ["autoConfirmUser", "autoVerifyEmail", "autoVerifyPhone"],
    mayFail: true,
    refusals: signUpRefusals,
  },
  PostConfirmation: { keys: [] },
};

/** What Cognito would make of an invocation: the one engine for replay, flows and pool. Never throws. */
export function judge(event: RawEvent, invocation: TriggerAnswer): Verdict {
  const reasons = reasonsIn(event, invocation);
  return reasons.length === 0 ? { is: "ok" } : { is: "refused", reasons };
}

function reasonsIn(event: RawEvent, invocation: TriggerAnswer): readonly string[] {
  const { keys, mayFail, refusals } = rules[event.triggerSource.replace(/_.*/s, "")] ?? {};
  switch (invocation.is) {
    case "hung":
      return ["no answer within 5 s"];
    case "died":
      return [invocation.why];
    case "failed":
      return mayFail ? leaksIn(invocation.errorMessage) : [`an error is no answer to ${event.triggerSource}`];
    case "answered": {
      const answer = parsed(invocation.text);
      if (!isObject(answer)) return [`the answer is ${invocation.text.slice(0, 40)}, not the event`];
      const changed = changedKeys(event, answer);
      if (changed.length > 0) return changed.map((key) => `${key} did not come back as it was`);
      const { response } = answer;
      if (!isObject(response)) return ["the answer has no response"];
      const unknown = keys
        ? Object.keys(response).filter((key) => !keys.includes(key) && !sent(event, key))
        : [];
      return [
        ...unknown.map((key) => `Cognito knows no response.${key}`),
        ...(isDeepStrictEqual(response, event.response) ? [] : (refusals?.(event, response) ?? [])),
      ];
    }
  }
}

/** The caller is a stranger and reads this: a stable word first, and nothing from inside. */
function leaksIn(text: string): string[] {
  return [
    ...(/^[A-Z][A-Z_]+: \S/.test(text) ? [] : ["the error's text does not begin with a stable WORD:"]),
    ...(/[\r\n]|\bat .*:\d+|(?:\/[\w.@-]+){2,}|[A-Za-z]:\\/.test(text)
      ? ["the error's text holds a stack or a path"]
      : []),
    ...(text.length > 256 ? ["the error's text is over 256 characters"] : []),
  ];
}

function changedKeys(event: RawEvent, answer: Json): string[] {
  const keys = new Set([...Object.keys(event), ...Object.keys(answer)]);
  keys.delete("response");
  return [...keys].filter((key) => !isDeepStrictEqual(event[key], answer[key]));
}

/** A key that Cognito itself sent may go back, known to us or not. */
function sent({ response }: RawEvent, key: string): boolean {
  return isObject(response) && Object.hasOwn(response, key);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
