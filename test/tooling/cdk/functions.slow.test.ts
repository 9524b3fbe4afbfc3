import { UserPool } from "aws-cdk-lib/aws-cognito";
import { type IVpc, SecurityGroup, SubnetType, Vpc } from "aws-cdk-lib/aws-ec2";
import { Tracing } from "aws-cdk-lib/aws-lambda";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import { Duration, SecretValue } from "aws-cdk-lib/core";
import { RecoveryTriggers, type RecoveryTriggersProps } from "cognito-recovery/cdk";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { sampleBundles } from "./sample-bundles.ts";
import { environment, ofType, type Resource, recovery } from "./synthesized.ts";

const all = ["custom-message", "user-migration", "pre-sign-up", "post-confirmation"];
const functionsOf = (resources: Readonly<Record<string, Resource>>) =>
  new Map(
    ofType(resources, "AWS::Lambda::Function").map(({ Properties }) => [
      String(Properties.Description).replace("cognito-recovery: ", ""),
      Properties,
    ]),
  );
const variablesOf = (resources: Readonly<Record<string, Resource>>) =>
  Object.fromEntries(
    [...functionsOf(resources)].map(([trigger, { Environment }]) => [trigger, Environment?.Variables]),
  );

test("each trigger is a function as the manifest says, with one core and Cognito's five seconds", () => {
  const { resources, made } = recovery();
  const functions = functionsOf(resources());
  expect([...functions.keys()]).toEqual(all);
  for (const fn of functions.values()) {
    expect(fn).toMatchObject({
      Handler: "index.handler",
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      MemorySize: 1769,
      Timeout: 5,
      LoggingConfig: { LogGroup: { Ref: expect.any(String) } },
    });
  }
  expect(Object.keys(made.functions)).toEqual(all);
  expect(Object.keys(made.aliases)).toEqual(all);
});

test("each has an alias `live` on a version that is retained", () => {
  const all = recovery().resources();
  const aliases = ofType(all, "AWS::Lambda::Alias");
  expect(aliases).toHaveLength(4);
  for (const { Properties } of aliases) {
    expect(Properties.Name).toBe("live");
    const version = all[Properties.FunctionVersion["Fn::GetAtt"][0]];
    expect(version).toMatchObject({
      Type: "AWS::Lambda::Version",
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
    });
  }
});

test("each has a log group of its own, kept for a month", () => {
  const groups = ofType(recovery().resources(), "AWS::Logs::LogGroup");
  expect(groups.map(({ Properties }) => Properties.RetentionInDays)).toEqual([30, 30, 30, 30]);
});

describe("settings", () => {
  test("go to the triggers that read them, and other variables to all", () => {
    const own = { "pre-sign-up": { environment: { ALLOWED: "example.com" } } };
    const { resources } = recovery({
      environment: {
        ...environment,
        WHEN_UNAVAILABLE: "conceal",
        EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT",
        POWERTOOLS_LOG_LEVEL: "WARN",
        STAGE: "test",
        CORRELATION_KEY: undefined,
      },
      only: own,
    });
    // SIGN_IN is that of CDK's own default for a pool.
    const legacy = { ...environment, SIGN_IN: "username" };
    const every = { POWERTOOLS_LOG_LEVEL: "WARN", STAGE: "test" };
    expect(variablesOf(resources())).toEqual({
      "custom-message": { ...every, EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" },
      "user-migration": { ...every, ...legacy, WHEN_UNAVAILABLE: "conceal" },
      "pre-sign-up": { ...every, ...legacy, ALLOWED: "example.com" },
      "post-confirmation": { ...every, ...legacy },
    });
  });

  test.each<[string, Partial<RecoveryTriggersProps>, string]>([
    [
      "the legacy store is not named",
      { environment: {} },
      "user-migration, pre-sign-up, post-confirmation: The environment variable LEGACY_DATABASE is not set, and it has no default.",
    ],
    [
      "a word is invalid",
      { environment: { ...environment, WHEN_UNAVAILABLE: "hunter2" } },
      "user-migration: The environment variable WHEN_UNAVAILABLE must be one of: report, conceal.",
    ],
    [
      "another variable names a store wrongly",
      { environment: { ...environment, PARTNERS: "appconfig:one" }, triggers: ["custom-message"] },
      "custom-message: The environment variable PARTNERS should name an AppConfig profile",
    ],
    [
      "a token is in an invalid name",
      { environment: { LEGACY_DATABASE: `ssm:${SecretValue.unsafePlainText("x")} y` } },
      "The environment variable LEGACY_DATABASE should name an SSM parameter",
    ],
    [
      "a variable is reserved by Lambda",
      { environment: { ...environment, AWS_REGION: "hunter2" } },
      "custom-message, user-migration, pre-sign-up, post-confirmation: The environment variable AWS_REGION is reserved by Lambda",
    ],
    [
      "a variable of one function is reserved by Lambda",
      { only: { "pre-sign-up": { environment: { _HANDLER: "x" } } } },
      "pre-sign-up: The environment variable _HANDLER is reserved by Lambda",
    ],
    [
      "one function writes its metrics to another place",
      { only: { "pre-sign-up": { environment: { POWERTOOLS_SERVICE_NAME: "x" } } } },
      "sets POWERTOOLS_SERVICE_NAME for pre-sign-up",
    ],
  ])("fail the synthesis: %s", (_, props, sentence) => {
    expect(() => recovery(props)).toThrow(SetupError);
    expect(() => recovery(props)).toThrow(sentence);
    expect(() => recovery(props)).not.toThrow("hunter2");
  });

  test("that no trigger reads are not required", () => {
    expect(() => recovery({ environment: {}, unread: ["LEGACY_DATABASE"] })).not.toThrow();
    expect(() => recovery({ environment: {}, triggers: ["custom-message"] })).not.toThrow();
  });

  test("that are not known yet are accepted", () => {
    const later = SecretValue.secretsManager("legacy").unsafeUnwrap();
    expect(() => recovery({ environment: { LEGACY_DATABASE: later } }).resources()).not.toThrow();
  });
});

test("the settings of all functions can be changed, and those of one", () => {
  const { resources } = recovery({
    memorySize: 512,
    timeout: Duration.seconds(4),
    logRetention: RetentionDays.ONE_YEAR,
    reservedConcurrentExecutions: 10,
    tracing: Tracing.ACTIVE,
    only: { "user-migration": { memorySize: 3008, reservedConcurrentExecutions: 50 } },
  });
  const functions = functionsOf(resources());
  const changed = { MemorySize: 512, Timeout: 4, ReservedConcurrentExecutions: 10 };
  expect(functions.get("custom-message")).toMatchObject({ ...changed, TracingConfig: { Mode: "Active" } });
  expect(functions.get("user-migration")).toMatchObject({
    ...changed,
    MemorySize: 3008,
    ReservedConcurrentExecutions: 50,
  });
  expect(ofType(resources(), "AWS::Logs::LogGroup")[0]?.Properties.RetentionInDays).toBe(365);
});

test("in a VPC, a role has AWS's least policy for network interfaces, and outside none of AWS's", () => {
  const { stack, resources } = recovery({ triggers: ["custom-message"] });
  const userPool = new UserPool(stack, "Other");
  const vpc = new Vpc(stack, "Vpc", { natGateways: 0 });
  const inside = new RecoveryTriggers(stack, "Inside", {
    userPool,
    bundles: sampleBundles(["user-migration"]),
    environment,
    vpc,
    vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
    securityGroups: [new SecurityGroup(stack, "Group", { vpc: vpc as IVpc })],
  });
  expect(inside.functions["user-migration"]?.isBoundToVpc).toBe(true);
  const policies = Object.entries(resources()).flatMap(([id, { Type, Properties }]) =>
    Type === "AWS::IAM::Role" && /^(Recovery|Inside)/.test(id) ? [Properties.ManagedPolicyArns] : [],
  );
  const [outside, [managed]] = policies;
  expect(outside).toBeUndefined();
  expect(JSON.stringify(managed)).toContain(":iam::aws:policy/service-role/AWSLambdaENIManagementAccess");
});
