import { CfnUserPool, type IUserPool, UserPool, UserPoolOperation } from "aws-cdk-lib/aws-cognito";
import { Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { type App, NestedStack, Stack } from "aws-cdk-lib/core";
import { RecoveryTriggers, type RecoveryTriggersProps } from "cognito-recovery/cdk";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { sampleBundles } from "./sample-bundles.ts";
import { app, environment, ofType, recovery, synthesized } from "./synthesized.ts";

const keys = ["CustomMessage", "UserMigration", "PreSignUp", "PostConfirmation"];
type Given = RecoveryTriggersProps["userPool"];

/** Another function. */
function theirs(stack: Stack): LambdaFunction {
  return new LambdaFunction(stack, "Theirs", {
    code: Code.fromInline("exports.handler = async (event) => event;"),
    handler: "index.handler",
    runtime: Runtime.NODEJS_22_X,
  });
}

describe("a pool of the same app gets the triggers:", () => {
  test.each<[string, (stack: Stack) => Given]>([
    ["a UserPool", (stack) => new UserPool(stack, "Pool")],
    ["an IUserPool that is one, as Amplify's", (stack): IUserPool => new UserPool(stack, "Pool")],
    ["a CfnUserPool", (stack) => new CfnUserPool(stack, "Pool")],
  ])("%s", (_, poolIn) => {
    const stack = new Stack(app(), "Auth");
    const userPool = poolIn(stack);
    const { aliases } = new RecoveryTriggers(stack, "Recovery", {
      userPool,
      environment,
      bundles: sampleBundles(),
    });
    const resources = synthesized(stack.node.root as App).Auth ?? {};
    const [pool] = ofType(resources, "AWS::Cognito::UserPool");
    expect(Object.keys(pool?.Properties.LambdaConfig)).toEqual(keys);
    expect(Object.values(pool?.Properties.LambdaConfig)).toEqual(
      Object.values(aliases).map(({ functionArn }) => stack.resolve(functionArn)),
    );
    expect(ofType(resources, "AWS::Lambda::Permission").map(({ Properties }) => Properties)).toEqual(
      Object.values(aliases).map(({ functionArn }) => ({
        Action: "lambda:InvokeFunction",
        FunctionName: stack.resolve(functionArn),
        Principal: "cognito-idp.amazonaws.com",
        SourceArn: { "Fn::GetAtt": [expect.stringMatching(/^Pool/), "Arn"] },
        SourceAccount: { Ref: "AWS::AccountId" },
      })),
    );
  });
});

test("no part of the functions refers to the pool: no cycle", () => {
  const resources = recovery().resources();
  const pool = Object.keys(resources).find((id) => resources[id]?.Type === "AWS::Cognito::UserPool");
  const needing = Object.values(resources).filter((each) => JSON.stringify(each).includes(`"${pool}"`));
  expect(new Set(needing.map(({ Type }) => Type))).toEqual(new Set(["AWS::Lambda::Permission"]));
});

test("pool and functions may be in separate stacks: the pool's depends on the functions', not the reverse", () => {
  const root = app();
  const auth = new Stack(root, "Auth");
  const functions = new Stack(root, "Functions");
  const userPool = new UserPool(auth, "Pool");
  new RecoveryTriggers(functions, "Recovery", { userPool, environment, bundles: sampleBundles() });
  const made = synthesized(root);
  expect(ofType(made.Auth ?? {}, "AWS::Lambda::Permission")).toHaveLength(4);
  expect(ofType(made.Functions ?? {}, "AWS::Lambda::Permission")).toHaveLength(0);
  expect(auth.dependencies).toEqual([functions]);
  expect(functions.dependencies).toEqual([]);
});

test("nested stacks, as in Amplify, work too", () => {
  const root = app();
  const outer = new Stack(root, "Outer");
  const userPool = new UserPool(new NestedStack(outer, "auth"), "Pool");
  new RecoveryTriggers(new NestedStack(outer, "recovery"), "Recovery", {
    userPool,
    environment,
    bundles: sampleBundles(),
  });
  const [auth, functions] = ofType(synthesized(root).Outer ?? {}, "AWS::CloudFormation::Stack");
  expect(JSON.stringify(auth?.Properties.Parameters)).toContain("Outputs.");
  expect(functions?.Properties.Parameters).toBeUndefined();
});

describe("a pool that already has the trigger is rejected:", () => {
  const conflict = /Pool.* already has a trigger CustomMessage.*custom-message/;

  test.each<[string, (stack: Stack) => Given]>([
    ["by CDK", (stack) => new UserPool(stack, "Pool", { lambdaTriggers: { customMessage: theirs(stack) } })],
    ["by resource", (stack) => new CfnUserPool(stack, "Pool", { lambdaConfig: { customMessage: "arn:x" } })],
    [
      "by override",
      (stack) => {
        const pool = new CfnUserPool(stack, "Pool");
        pool.addPropertyOverride("LambdaConfig.CustomMessage", "arn:x");
        return pool;
      },
    ],
    [
      "by ours",
      (stack) => {
        const userPool = new UserPool(stack, "Pool");
        new RecoveryTriggers(stack, "Recovery", { userPool, environment, bundles: sampleBundles() });
        return userPool;
      },
    ],
  ])("%s", (_, poolIn) => {
    const stack = new Stack(app(), "Auth");
    const attach = () =>
      new RecoveryTriggers(stack, "Second", { userPool, environment, bundles: sampleBundles() });
    const userPool = poolIn(stack);
    expect(attach).toThrow(conflict);
    expect(
      () => new RecoveryTriggers(stack, "Third", { userPool, environment, bundles: sampleBundles() }),
    ).toThrow(SetupError);
  });

  test("later, when the app is synthesised", () => {
    const root = app();
    const stack = new Stack(root, "Auth");
    const userPool = new UserPool(stack, "Pool");
    new RecoveryTriggers(stack, "Recovery", { userPool, environment, bundles: sampleBundles() });
    userPool.addTrigger(UserPoolOperation.CUSTOM_MESSAGE, theirs(stack));
    expect(() => root.synth()).toThrow(conflict);
  });

  test("other triggers are kept, and those that are omitted", () => {
    const stack = new Stack(app(), "Auth");
    const lambdaTriggers = {
      customMessage: theirs(stack),
      postAuthentication: theirs(new Stack(stack, "B")),
    };
    const userPool = new UserPool(stack, "Pool", {
      lambdaTriggers: { customMessage: lambdaTriggers.customMessage },
    });
    userPool.addTrigger(UserPoolOperation.POST_AUTHENTICATION, lambdaTriggers.customMessage);
    new RecoveryTriggers(stack, "Recovery", {
      userPool,
      environment,
      bundles: sampleBundles(),
      triggers: ["pre-sign-up"],
    });
    const [pool] = ofType(synthesized(stack.node.root as App).Auth ?? {}, "AWS::Cognito::UserPool");
    expect(Object.keys(pool?.Properties.LambdaConfig)).toEqual([
      "CustomMessage",
      "PostAuthentication",
      "PreSignUp",
    ]);
  });
});

describe("a pool from elsewhere", () => {
  const arn = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_AbCdEf123";

  test.each<[string, (stack: Stack) => IUserPool, unknown]>([
    ["by ARN", (stack) => UserPool.fromUserPoolArn(stack, "Pool", arn), "123456789012"],
    [
      "by id",
      (stack) => UserPool.fromUserPoolId(stack, "Pool", "eu-central-1_AbCdEf123"),
      { Ref: "AWS::AccountId" },
    ],
  ])("%s may invoke the aliases, and an output contains the attach command", (_, poolIn, account) => {
    const root = app();
    const stack = new Stack(root, "Auth");
    const made = new RecoveryTriggers(stack, "Recovery", {
      userPool: poolIn(stack),
      environment,
      bundles: sampleBundles(),
    });
    const { template } = root.synth({ skipValidation: true }).getStackByName("Auth");
    expect(ofType(template.Resources, "AWS::Cognito::UserPool")).toEqual([]);
    const permissions = ofType(template.Resources, "AWS::Lambda::Permission");
    expect(permissions).toHaveLength(4);
    for (const { Properties } of permissions) {
      expect(JSON.stringify(Properties.SourceArn)).toContain("userpool/eu-central-1_AbCdEf123");
      expect(Properties.SourceAccount).toEqual(account);
    }
    const [output] = Object.values<{ Description: string; Value: { "Fn::Join": [string, unknown[]] } }>(
      template.Outputs,
    );
    const words = output?.Value["Fn::Join"][1]
      .map((part) => (typeof part === "string" ? part : "<arn>"))
      .join("")
      .replace(/(?<=--user-pool-id )\S+:userpool\//, "<pool>");
    expect(words).toBe(
      "npm run --silent cognito-recovery -- attach --user-pool-id <pool>eu-central-1_AbCdEf123 --custom-message <arn> --user-migration <arn> --pre-sign-up <arn> --post-confirmation <arn>",
    );
    expect(output?.Value["Fn::Join"][1].filter((part) => typeof part !== "string").slice(-4)).toEqual(
      Object.values(made.aliases).map(({ functionArn }) => stack.resolve(functionArn)),
    );
  });
});
