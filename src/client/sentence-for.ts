import type { Results } from "./result-of.ts";

type Result = Results[keyof Results];

const sentences: Readonly<Record<Exclude<Result["is"], "refused">, string>> = {
  sent: "If there is such an account, a code is on its way. It can take some minutes.",
  done: "The new password is set. You can sign in with it.",
  "invalid-username": "Please enter the name with which you sign in.",
  "invalid-code": "This code is not correct. Please check it, or request another one.",
  "expired-code": "This code has expired. Please request another one.",
  "invalid-password": "This password does not meet the requirements. Please choose another one.",
  "used-password": "You have used this password before. Please choose another one.",
  "too-many-attempts": "These were too many attempts. Please try again later.",
  "try-again": "This did not work just now. Please try again later.",
  uncertain: "The new password may be set. Please try to sign in with it before you request another code.",
  misconfigured: "The password cannot be reset at the moment. Please contact support.",
};

/** Returns what to say to the person, in English. Translate by `is`; a refusal's sentence is the trigger's. */
export function sentenceFor(result: Result): string {
  return result.is === "refused" ? result.sentence : sentences[result.is];
}
