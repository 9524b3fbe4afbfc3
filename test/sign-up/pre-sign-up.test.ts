import { expect, test } from "vitest";
import type { Policy } from "../../src/sign-up/policy.ts";
import { preSignUp } from "../../src/sign-up/pre-sign-up.ts";
import { type PreSignUpEvent, preSignUpSources } from "../../src/trigger/pre-sign-up-event.ts";
import { Refusal } from "../../src/trigger/refusal.ts";
import { call } from "../trigger/sample.ts";
import { signUp } from "./sample.ts";

const event = signUp({ email: "emma@example.org" });
const passes = async () => undefined;
const refuses = (word: Uppercase<string>) => async () => new Refusal(word, "No");

test.each([
  ["no policy", [], undefined],
  ["none that refuses", [passes, passes], undefined],
  ["one that refuses", [passes, refuses("SECOND")], "SECOND: No"],
  ["several", [refuses("FIRST"), refuses("SECOND")], "FIRST: No"],
])("of %s the first refusal is the answer", async (_, policies, text) => {
  const answer = await preSignUp(policies)(event, call());
  expect((answer as Refusal | undefined)?.text).toBe(text);
});

test("a refusal ends it: no further policy is asked", async () => {
  const asked = async () => {
    throw new Error("asked");
  };
  expect(await preSignUp([refuses("FIRST"), asked])(event, call())).toBeInstanceOf(Refusal);
});

test("a policy sees the metadata", async () => {
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
] as const)("a policy %s is asked about %j", async (_, sources, expected) => {
  const asked: string[] = [];
  const policy = async ({ triggerSource }: PreSignUpEvent) => void asked.push(triggerSource);
  const declared = sources ? Object.assign(policy, { sources }) : policy;
  for (const source of preSignUpSources) {
    await preSignUp([declared as unknown as Policy])(signUp({}, { source }), call());
  }
  expect(asked).toEqual(expected);
});
