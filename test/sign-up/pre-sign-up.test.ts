import { expect, test } from "vitest";
import type { Policy } from "../../src/sign-up/policy.ts";
import { preSignUp } from "../../src/sign-up/pre-sign-up.ts";
import { type PreSignUpEvent, preSignUpSources } from "../../src/trigger/pre-sign-up-event.ts";
import { Refusal } from "../../src/trigger/refusal.ts";
import { call } from "../trigger/sample.ts";
import { signUp } from "./sample.ts";

const event = signUp({ email: "emma@example.org" });
const allows = async () => undefined;
const refuses = (word: Uppercase<string>) => async () => new Refusal(word, "No");

test.each([
  ["no policy", [], undefined],
  ["two that allow", [allows, allows], undefined],
  ["one that allows and one that refuses", [allows, refuses("SECOND")], "SECOND: No"],
  ["two that refuse", [refuses("FIRST"), refuses("SECOND")], "FIRST: No"],
])("the answer of %s is the first refusal", async (_, policies, text) => {
  const answer = await preSignUp(policies)(event, call());
  expect((answer as Refusal | undefined)?.text).toBe(text);
});

test("no policy runs after a refusal", async () => {
  const throws = async () => {
    throw new Error("called");
  };
  expect(await preSignUp([refuses("FIRST"), throws])(event, call())).toBeInstanceOf(Refusal);
});

test("a policy receives the metadata", async () => {
  let seen: unknown;
  const policy = async (_: unknown, { metadata }: { readonly metadata: unknown }) => {
    seen = metadata;
    return undefined;
  };
  await preSignUp([policy])(event, call({ metadata: { locale: "de" } }));
  expect(seen).toEqual({ locale: "de" });
});

test.each([
  ["that declares no source", undefined, ["PreSignUp_SignUp"]],
  ["that declares others", ["PreSignUp_ExternalProvider"], ["PreSignUp_ExternalProvider"]],
  ["that declares all", preSignUpSources, preSignUpSources],
] as const)("a policy %s applies to %j", async (_, sources, expected) => {
  const called: string[] = [];
  const policy = async ({ triggerSource }: PreSignUpEvent) => void called.push(triggerSource);
  const declared = sources ? Object.assign(policy, { sources }) : policy;
  for (const source of preSignUpSources) {
    await preSignUp([declared as unknown as Policy])(signUp({}, { source }), call());
  }
  expect(called).toEqual(expected);
});
