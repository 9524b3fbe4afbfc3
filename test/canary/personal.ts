import { isObject } from "../../src/tooling/json/json.ts";
import type { RawEvent } from "../../src/tooling/local-pool/raw-event.ts";
import { SHORTEST, TOKEN } from "./canary.ts";

/** Keys whose values are not personal, so that they are neither changed nor searched for; and why. */
export const notPersonal: Readonly<Record<string, string>> = {
  codeParameter: "Cognito's placeholder, the same in every event",
  linkParameter: "Cognito's placeholder, the same in every event",
  usernameParameter: "Cognito's placeholder, the same in every event",
  email_verified: "true or false",
  phone_number_verified: "true or false",
  "cognito:user_status": "one of a few words of Cognito's",
  status: "the same, in a flow",
  authFlow: "one of two words of Cognito's, in a flow",
  clientId: "the app's, and brand.json lists it: looked for, but not made distinctive",
};

/** Returns a value with every text in it changed, at any depth, except those that are {@link notPersonal}. */
export function changed(value: unknown, change: (text: string, key: string) => string, key = ""): unknown {
  if (typeof value === "string") return Object.hasOwn(notPersonal, key) ? value : change(value, key);
  if (Array.isArray(value)) return value.map((each) => changed(each, change, key));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, changed(each, change, name)]);
  return Object.fromEntries(entries);
}

/** Returns all personal texts in a value. */
export function textsIn(value: unknown): string[] {
  const found: string[] = [];
  changed(value, (text) => {
    if (text !== "") found.push(text);
    return text;
  });
  return found;
}

/**
 * Returns what must not leak of an event: the user name, every text of the request, the app client, and every token,
 * those in names of keys included.
 */
export function canariesIn(event: RawEvent): string[] {
  const { userName, request, callerContext } = event;
  const { clientId } = isObject(callerContext) ? callerContext : {};
  return [
    ...textsIn([userName, request]),
    ...(typeof clientId === "string" ? [clientId] : []),
    ...tokensIn(event),
  ];
}

export function tokensIn(value: unknown): string[] {
  return JSON.stringify(value).match(TOKEN) ?? [];
}

/** Throws when a canary is too short to be unique: it has to be made longer, not skipped. */
export function longEnough(canaries: Iterable<string>): Set<string> {
  const all = new Set(canaries);
  const short = [...all].filter((canary) => canary.length < SHORTEST);
  if (short.length > 0) throw new Error(`Too short to be looked for: ${JSON.stringify(short)}`);
  return all;
}
