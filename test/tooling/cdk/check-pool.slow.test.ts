import { CfnUserPool, UserPool } from "aws-cdk-lib/aws-cognito";
import { CfnParameter, Stack } from "aws-cdk-lib/core";
import { RecoveryTriggers, type RecoveryTriggersProps } from "cognito-recovery/cdk";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { sampleBundles } from "./sample-bundles.ts";
import { app, environment } from "./synthesized.ts";

type PoolIn = (stack: Stack, other: Stack) => RecoveryTriggersProps["userPool"];

const arn = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_AbCdEf123";
const byId =
  (id: string): PoolIn =>
  (stack) =>
    UserPool.fromUserPoolId(stack, "Pool", id);

/** The construct in a stack of this region, with the pool from there or from another stack in eu-central-1. */
function made(region: string | undefined, poolIn: PoolIn) {
  const root = app();
  const stack = new Stack(root, "Here", region === undefined ? {} : { env: { region } });
  const other = new Stack(root, "There", { env: { region: "eu-central-1" } });
  const userPool = poolIn(stack, other);
  return new RecoveryTriggers(stack, "Recovery", { userPool, environment, bundles: sampleBundles() });
}

const elsewhere: readonly [string, PoolIn][] = [
  ["by ARN", (stack) => UserPool.fromUserPoolArn(stack, "Pool", arn)],
  ["of the app", (_, other) => new UserPool(other, "Pool")],
  ["of the app, as a resource", (_, other) => new CfnUserPool(other, "Pool")],
];

describe("a pool in another Region than its triggers is rejected", () => {
  test.each(elsewhere)("%s", (_, poolIn) => {
    expect(() => made("us-east-1", poolIn)).toThrow(SetupError);
    expect(() => made("us-east-1", poolIn)).toThrow(
      "`userPool` is in eu-central-1 and its triggers would be in us-east-1, but",
    );
  });
});

test.each(
  elsewhere,
)("a pool %s may be in the triggers' own Region, or in one that is not known yet", (how, poolIn) => {
  expect(() => made("eu-central-1", poolIn)).not.toThrow();
  if (how.startsWith("by")) expect(() => made(undefined, poolIn)).not.toThrow();
});

const replica = arn.replace("eu-central-1:", "us-east-1:");

test.each<[string, PoolIn, number]>([
  ["by the id of another Region, with a warning", byId("eu-central-1_AbCdEf123"), 1],
  ["by its ARN, without", (stack) => UserPool.fromUserPoolArn(stack, "Pool", replica), 0],
  ["by an id of this Region, without", byId("us-east-1_AbCdEf123"), 0],
])("a pool may be a replica: %s", (_, poolIn, warnings) => {
  const { node } = made("us-east-1", poolIn);
  const given = node.metadata.filter(({ data }) => String(data).includes("cognito-recovery:pool-by-id"));
  expect(given).toHaveLength(warnings);
});

test.each([
  "eu-central-1_Ab;rm -rf ~",
  "$(id)",
  "users",
  "eu-central-1_x\n",
])("an invalid id is rejected: %j", (id) => {
  expect(() => made(undefined, byId(id))).toThrow(SetupError);
  expect(() => made(undefined, byId(id))).toThrow("`userPool` has the invalid id ");
});

test("an id may be known only at deployment", () => {
  const later: PoolIn = (stack) =>
    UserPool.fromUserPoolId(stack, "Pool", new CfnParameter(stack, "Id").valueAsString);
  expect(() => made("us-east-1", later)).not.toThrow();
});
