import { Alias, Key } from "aws-cdk-lib/aws-kms";
import { Stack } from "aws-cdk-lib/core";
import { RecoveryTriggers, type RecoveryTriggersProps } from "cognito-recovery/cdk";
import { expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { sampleBundles } from "./sample-bundles.ts";
import { app, recovery } from "./synthesized.ts";

/** Props as in JavaScript. */
const untyped = (props: object) => props as unknown as Partial<RecoveryTriggersProps>;

test.each<[string, object, string]>([
  ["an empty list", { triggers: [] }, "`triggers` should be a list with one or more of custom-message, "],
  [
    "a string",
    { triggers: "custom-message" },
    "`triggers` should be a list with one or more of custom-message, ",
  ],
  ["an unknown trigger", { only: { "pre-signup": {} } }, "`only` names pre-signup, which is not a trigger"],
  [
    "a trigger that is not deployed",
    { triggers: ["custom-message"], only: { "pre-sign-up": { memorySize: 512 } } },
    "`only` has settings for pre-sign-up, which is not deployed",
  ],
])("%s is rejected with a message", (_, props, sentence) => {
  expect(() => recovery(untyped(props))).toThrow(SetupError);
  expect(() => recovery(untyped(props))).toThrow(sentence);
});

test.each<[object, string]>([
  [{ userPool: undefined, bundles: "dist" }, "`userPool` should be a user pool of CDK"],
  [{ userPool: null, bundles: "dist" }, "`userPool` should be a user pool of CDK"],
  [{ userPool: "eu-central-1_AbCdEf123", bundles: "dist" }, "write UserPool.fromUserPoolId(this,"],
  [{ userPool: { node: {} } }, "`bundles` should be the folder that `npm run build` writes"],
])("%j is rejected with a message", (props, sentence) => {
  const make = () => new RecoveryTriggers(new Stack(app(), "S"), "R", props as RecoveryTriggersProps);
  expect(make).toThrow(SetupError);
  expect(make).toThrow(sentence);
});

test("undefined settings of a trigger are ignored", () => {
  const only = { "pre-sign-up": undefined };
  expect(() => recovery(untyped({ triggers: ["custom-message"], only }))).not.toThrow();
});

test("the alias of a key is rejected, in whatever form", () => {
  const stack = new Stack(app(), "Keys");
  const made = new Key(stack, "Key");
  const aliasArn = "arn:aws:kms:eu-central-1:123456789012:alias/x";
  for (const key of [Alias.fromAliasName(stack, "A", "alias/x"), Key.fromKeyArn(stack, "K", aliasArn)]) {
    expect(() => recovery({ bundles: sampleBundles(), decryptWith: [key] })).toThrow(
      "`decryptWith` contains an alias",
    );
  }
  expect(() => recovery({ decryptWith: [made] })).not.toThrow();
});
