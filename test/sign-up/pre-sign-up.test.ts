import { expect, test } from "vitest";
import { noted } from "../../src/log/note.ts";
import { preSignUp } from "../../src/sign-up/pre-sign-up.ts";
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
  const called = call();
  const answer = await preSignUp(policies)(event, called);
  expect((answer as Refusal | undefined)?.text).toBe(text);
  expect(noted(called)).toEqual({ outcome: text ? "refused" : "allowed" });
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
