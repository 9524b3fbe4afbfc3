import { expect, test } from "vitest";
import { refusalIn } from "../../src/client/refusal-in.ts";
import { TRY_AGAIN } from "../../src/trigger/trigger-handler.ts";

test.each<[message: unknown, word: string | undefined]>([
  ["PreSignUp failed with error LEGACY_ACCOUNT: There is an account already.", "LEGACY_ACCOUNT"],
  [`PreSignUp failed with error ${TRY_AGAIN}.`, "TRY_AGAIN"],
  ["PreSignUp failed with error RULE_2: Two\nlines.", "RULE_2"],
  ["PreSignUp failed with error no word: a sentence.", undefined],
  ["PreSignUp failed with error LEGACY_ACCOUNT.", undefined],
  ["LEGACY_ACCOUNT: There is an account already.", undefined],
  [undefined, undefined],
])("the word in %j is %s", (message, word) => {
  expect(refusalIn({ message })?.word).toBe(word);
});

test.each([undefined, null, "text"])("%s is no refusal", (error) => {
  expect(refusalIn(error)).toBeUndefined();
});
