import { Alias, Key } from "aws-cdk-lib/aws-kms";
import { Stack } from "aws-cdk-lib/core";
import { RecoveryTriggers, type RecoveryTriggersProps } from "cognito-recovery/cdk";
import { expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { sampleBundles } from "./sample-bundles.ts";
import { app, recovery } from "./synthesized.ts";

/** As JavaScript would take them. */
const untyped = (props: object) => props as unknown as Partial<RecoveryTriggersProps>;

test.each<[string, object, string]>([
  [
    "a list that is empty",
    { triggers: [] },
    "`triggers` should be a list with one or more of custom-message, ",
  ],
  [
    "no list",
    { triggers: "custom-message" },
    "`triggers` should be a list with one or more of custom-message, ",
  ],
  [
    "a trigger that is none",
    { only: { "pre-signup": {} } },
    "There is no trigger pre-signup, which `only` names: write custom-message, ",
  ],
  [
    "a trigger that is not deployed",
    { triggers: ["custom-message"], only: { "pre-sign-up": { memorySize: 512 } } },
    "`only` has settings for pre-sign-up, which is not deployed (custom-message is): ",
  ],
])("%s is refused with a sentence", (_, props, sentence) => {
  expect(() => recovery(untyped(props))).toThrow(SetupError);
  expect(() => recovery(untyped(props))).toThrow(sentence);
});

test.each<[object, string]>([
  [{ userPool: undefined, bundles: "dist" }, "`userPool` should be a user pool of CDK"],
  [{ userPool: null, bundles: "dist" }, "`userPool` should be a user pool of CDK"],
  [{ userPool: "eu-central-1_AbCdEf123", bundles: "dist" }, "write UserPool.fromUserPoolId(this,"],
  [
    { userPool: { node: {} } },
    '`bundles` should be the folder that `npm run build` writes: write bundles: "dist".',
  ],
])("%j is refused with a sentence", (props, sentence) => {
  const make = () => new RecoveryTriggers(new Stack(app(), "S"), "R", props as RecoveryTriggersProps);
  expect(make).toThrow(SetupError);
  expect(make).toThrow(sentence);
});

test("settings for one that are left open name nobody", () => {
  const only = { "pre-sign-up": undefined };
  expect(() => recovery(untyped({ triggers: ["custom-message"], only }))).not.toThrow();
});

test("an alias of a key decrypts nothing, by whatever it is given", () => {
  const stack = new Stack(app(), "Keys");
  const made = new Key(stack, "Key");
  const aliasArn = "arn:aws:kms:eu-central-1:123456789012:alias/x";
  for (const key of [Alias.fromAliasName(stack, "A", "alias/x"), Key.fromKeyArn(stack, "K", aliasArn)]) {
    expect(() => recovery({ bundles: sampleBundles(), decryptWith: [key] })).toThrow(
      "one of them is an alias",
    );
  }
  expect(() => recovery({ decryptWith: [made] })).not.toThrow();
});
