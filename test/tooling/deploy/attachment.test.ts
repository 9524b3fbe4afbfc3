import {
  UpdateUserPoolRequest$,
  type UserPoolType,
  UserPoolType$,
} from "@aws-sdk/client-cognito-identity-provider";
import { describe, expect, test } from "vitest";
import { type AttachOptions, attachment } from "../../../src/tooling/deploy/attachment.ts";
import { carryOut } from "../../../src/tooling/deploy/carry-out.ts";
import { clientsIn } from "../../../src/tooling/deploy/clients.ts";
import { differences } from "../../../src/tooling/deploy/difference.ts";
import { doneText, exitCodeOf } from "../../../src/tooling/deploy/done-text.ts";
import { poolChange, replaced } from "../../../src/tooling/deploy/pool-change.ts";
import { readOnlyPoolFields, rejectedFields } from "../../../src/tooling/deploy/read-only-pool-fields.ts";
import { filled } from "../../aws/filled.ts";
import { awsError } from "../../aws/loopback.ts";
import { functionArn, poolArn, poolId, poolInAws } from "./pool-in-aws.ts";

const customMessage = { "custom-message": "custom-message:live" };
const live = (name: string) => `${functionArn(name)}:live`;

const planned = (options: Partial<AttachOptions> = {}) =>
  attachment(clientsIn("eu-central-1"), { userPoolId: poolId, functions: customMessage, ...options });

async function attached(options: Partial<AttachOptions> = {}) {
  return carryOut(clientsIn("eu-central-1"), await planned(options), 1);
}

const verified = { is: "changed", comparison: { unexpected: [], omitted: [] }, remaining: [] };

describe("every field that the installed SDK's DescribeUserPool can return", () => {
  const everything = {
    ...(filled(UserPoolType$) as UserPoolType),
    Id: poolId,
    Arn: poolArn,
  };
  const taken = UpdateUserPoolRequest$[4] as readonly string[];

  test("is accepted by UpdateUserPool, or in the table with its reason", () => {
    const fields = UserPoolType$[4] as readonly string[];
    expect(fields.filter((field) => !taken.includes(field)).sort()).toEqual(
      Object.keys(readOnlyPoolFields).sort(),
    );
  });

  test("is kept by attach, unless it is in the table", async () => {
    const { pool, inputs } = await poolInAws({ pool: structuredClone(everything) });
    expect(await attached()).toEqual({
      ...verified,
      comparison: {
        unexpected: [],
        omitted: [
          { path: "UserPool.AdminCreateUserConfig.UnusedAccountValidityDays", before: expect.any(Number) },
        ],
      },
    });
    const [sent = {}] = inputs("CognitoIdentityProvider.UpdateUserPool");
    const kept = differences(everything, { ...everything, ...sent }).map(({ path }) => path);
    expect(kept).toEqual([
      "AdminCreateUserConfig.UnusedAccountValidityDays",
      "LambdaConfig.CustomMessage",
      "PoolName",
      "UserPoolId",
    ]);
    expect(sent).toMatchObject({ UserPoolId: poolId, PoolName: everything.Name });
    expect(pool.LambdaConfig).toEqual({ ...everything.LambdaConfig, CustomMessage: live("custom-message") });
  });

  test.each(
    taken.filter((name) => !["UserPoolId", "PoolName", "LambdaConfig"].includes(name)),
  )("%s alone is kept", async (name) => {
    const setting = { [name]: everything[name as keyof UserPoolType] };
    const { pool } = await poolInAws({ pool: structuredClone(setting) });
    expect(await attached()).toEqual(verified);
    expect(pool).toMatchObject(setting);
  });
});

describe("what is not sent back", () => {
  test.each<[string, UserPoolType, string[]]>([
    [
      "the days of an unused account, together with their successor",
      {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true, UnusedAccountValidityDays: 7 },
        Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 7 } },
      },
      ["AdminCreateUserConfig.UnusedAccountValidityDays"],
    ],
    ["the same alone is sent", { AdminCreateUserConfig: { UnusedAccountValidityDays: 7 } }, []],
    [
      "verification emails of both kinds are sent: that Cognito rejects them is not known",
      {
        VerificationMessageTemplate: {
          EmailMessage: "{####}",
          EmailSubject: "Code",
          EmailMessageByLink: "{##Link##}",
          EmailSubjectByLink: "Link",
        },
      },
      [],
    ],
    [
      "a tag that only looks like one of AWS's own is sent",
      { UserPoolTags: { "awsome:team": "people", aws: "1" } },
      [],
    ],
    ["any tag of AWS's own", { UserPoolTags: { "AWS:other": "1" } }, ["UserPoolTags.AWS:other"]],
    [
      "tags of AWS's own",
      { UserPoolTags: { team: "people", "aws:cloudformation:stack-name": "Shop" } },
      ["UserPoolTags.aws:cloudformation:stack-name"],
    ],
  ])("%s", async (_, pool, paths) => {
    await poolInAws({ pool });
    const { update } = await planned();
    expect(update.omitted.map(({ path }) => path)).toEqual(paths);
    const sent = differences(pool, { ...pool, ...update.input }).map(({ path }) => path);
    expect(sent.filter((path) => !/^(UserPoolId|PoolName|LambdaConfig)/.test(path)).sort()).toEqual(
      paths.sort(),
    );
  });

  test("the table of rejected fields has one entry, with a reason", () => {
    expect(rejectedFields.map(({ path, reason }) => [path.join("."), reason !== ""])).toEqual([
      ["AdminCreateUserConfig.UnusedAccountValidityDays", true],
    ]);
  });
});

test("settings that the SDK does not know prevent the attach", async () => {
  await poolInAws();
  const { described } = await planned();
  const UserPool = {
    Id: poolId,
    Arn: poolArn,
    Name: "people",
    LambdaConfig: { Novelty: "arn" },
    Policies: { Newer: {} },
  };
  const newer = { ...described, json: { ...described.json, UserPool } };
  expect(() => poolChange(newer, [{ trigger: "pre-sign-up", after: "arn" }], {})).toThrow(
    /LambdaConfig, Policies\. Update @aws-sdk\/client-cognito-identity-provider/,
  );
});

describe("the triggers", () => {
  test("that are not named are kept", async () => {
    const before = { PreTokenGeneration: functionArn("tokens"), PreSignUp: live("pre-sign-up") };
    const { pool } = await poolInAws({ pool: { LambdaConfig: before } });
    expect(
      await attached({ functions: { ...customMessage, "user-migration": functionArn("user-migration") } }),
    ).toEqual(verified);
    expect(pool.LambdaConfig).toEqual({
      ...before,
      CustomMessage: live("custom-message"),
      UserMigration: functionArn("user-migration"),
    });
  });

  test("another function is distinguished from another alias of the same function", async () => {
    await poolInAws({
      pool: {
        LambdaConfig: { CustomMessage: functionArn("custom-message"), PreSignUp: functionArn("other") },
      },
    });
    const change = await planned({ functions: { ...customMessage, "pre-sign-up": "pre-sign-up:live" } });
    expect(change.triggers).toHaveLength(2);
    expect(replaced(change)).toEqual([
      { trigger: "pre-sign-up", before: functionArn("other"), after: live("pre-sign-up") },
    ]);
  });

  test("a second attach changes nothing", async () => {
    const { inputs } = await poolInAws();
    await attached();
    const { triggers, permit } = await planned();
    expect([triggers, permit]).toEqual([[], []]);
    expect(inputs("CognitoIdentityProvider.UpdateUserPool")).toHaveLength(1);
  });
});

describe("the permission", () => {
  test("is for Cognito, this pool and this account, and of the alias", async () => {
    const { inputs, policies } = await poolInAws();
    await attached();
    expect(inputs("Lambda.AddPermission")).toEqual([
      {
        FunctionName: functionArn("custom-message"),
        Qualifier: "live",
        StatementId: `cognito-recovery-${poolId}`,
        Action: "lambda:InvokeFunction",
        Principal: "cognito-idp.amazonaws.com",
        SourceArn: poolArn,
        SourceAccount: "111122223333",
      },
    ]);
    expect([...policies.keys()]).toEqual([live("custom-message")]);
  });

  const sufficient = {
    Effect: "Allow",
    Principal: { Service: "cognito-idp.amazonaws.com" },
    Action: "lambda:InvokeFunction",
    Condition: {
      StringEquals: { "AWS:SourceAccount": "111122223333" },
      ArnLike: { "AWS:SourceArn": poolArn },
    },
  };
  test.each<[string, Record<string, unknown>, number]>([
    ["that exists already is sufficient", sufficient, 0],
    [
      "without an account is sufficient: the ARN contains it",
      { ...sufficient, Condition: { ArnLike: { "AWS:SourceArn": poolArn } } },
      0,
    ],
    [
      "for every pool of the account is not sufficient",
      { ...sufficient, Condition: { StringEquals: { "AWS:SourceAccount": "111122223333" } } },
      1,
    ],
    [
      "for another pool is not sufficient",
      { ...sufficient, Condition: { ...sufficient.Condition, ArnLike: { "AWS:SourceArn": `${poolArn}x` } } },
      1,
    ],
    [
      "for another service is not sufficient",
      { ...sufficient, Principal: { Service: "s3.amazonaws.com" } },
      1,
    ],
    ["that denies is not sufficient", { ...sufficient, Effect: "Deny" }, 1],
    [
      "with another condition is not sufficient",
      { ...sufficient, Condition: { ...sufficient.Condition, Bool: { "aws:SecureTransport": "true" } } },
      1,
    ],
    [
      "of ours that denies is replaced",
      { ...sufficient, Sid: `cognito-recovery-${poolId}`, Effect: "Deny" },
      2,
    ],
  ])("%s", async (_, statement, added) => {
    const { policies, inputs } = await poolInAws();
    policies.set(live("custom-message"), [{ Sid: "before", ...statement }]);
    expect(await attached()).toEqual(verified);
    expect(inputs("Lambda.AddPermission")).toHaveLength(added);
  });

  test("is added before the trigger, and only once", async () => {
    const { aws, policies, pool } = await poolInAws();
    const both = { ...customMessage, "pre-sign-up": "custom-message:live" };
    aws.answer("CognitoIdentityProvider.UpdateUserPool", ({ LambdaConfig }) => {
      expect(policies.get(live("custom-message"))).toHaveLength(1);
      Object.assign(pool, { LambdaConfig });
      return {};
    });
    expect(await attached({ functions: both })).toEqual(verified);
    expect(aws.calls.filter(({ operation }) => operation === "Lambda.AddPermission")).toHaveLength(1);
  });

  test("of ours for another service is replaced", async () => {
    const { policies, inputs } = await poolInAws();
    const Sid = `cognito-recovery-${poolId}`;
    policies.set(live("custom-message"), [
      { ...sufficient, Sid, Principal: { Service: "s3.amazonaws.com" } },
    ]);
    expect(await attached()).toEqual(verified);
    expect(inputs("Lambda.RemovePermission")).toHaveLength(1);
    expect(policies.get(live("custom-message"))).toMatchObject([{ Sid, Principal: sufficient.Principal }]);
  });

  test("that a retry finds after a lost answer is accepted", async () => {
    const { aws, policies } = await poolInAws();
    aws.answer("Lambda.AddPermission", ({ StatementId }) => {
      policies.set(live("custom-message"), [
        { ...sufficient, Resource: live("custom-message"), Sid: StatementId },
      ]);
      return awsError("ResourceConflictException", "The statement id provided already exists");
    });
    expect(await attached()).toEqual(verified);
  });
});

describe("an update that fails", () => {
  const rejected = awsError("InvalidParameterException", "Invalid lambda function ARN");
  const update = "CognitoIdentityProvider.UpdateUserPool";

  test("changes nothing: the permission is removed", async () => {
    const { aws, policies } = await poolInAws();
    aws.answer(update, () => rejected);
    expect(await attached()).toMatchObject({
      is: "unchanged",
      error: { kind: "rejected" },
      remaining: [],
    });
    expect([...policies.values()].flat()).toEqual([]);
  });

  test("but was made is a change: the permission is kept", async () => {
    const { aws, policies, pool } = await poolInAws();
    aws.answer(update, ({ LambdaConfig }) => {
      Object.assign(pool, { LambdaConfig });
      return awsError("ConcurrentModificationException", "Only one request can be processed at a time");
    });
    expect(await attached()).toEqual({
      ...verified,
      updateError: expect.objectContaining({ name: "SetupError" }),
    });
    expect(policies.get(live("custom-message"))).toHaveLength(1);
  });

  test("but was made is a change, also when another trigger was set at the same time", async () => {
    const { aws, pool } = await poolInAws();
    aws.answer(update, ({ LambdaConfig }) => {
      Object.assign(pool, { LambdaConfig: { ...(LambdaConfig as object), PreSignUp: functionArn("other") } });
      return awsError("InternalErrorException", "oops");
    });
    expect(await attached()).toMatchObject({
      is: "changed",
      comparison: { unexpected: [{ path: "UserPool.LambdaConfig.PreSignUp" }] },
    });
  });

  test("but was made is a change, also when that shows only after a moment: the permission is kept", async () => {
    const { aws, pool, policies } = await poolInAws();
    const change = await planned();
    const old = structuredClone(pool);
    aws.answer(update, ({ LambdaConfig }) => {
      Object.assign(pool, { LambdaConfig });
      let reads = 0;
      aws.answer("CognitoIdentityProvider.DescribeUserPool", () => ({ UserPool: reads++ < 2 ? old : pool }));
      return awsError("ConcurrentModificationException", "Only one request can be processed at a time");
    });
    expect(await carryOut(clientsIn("eu-central-1"), change, 1)).toMatchObject(verified);
    expect(policies.get(live("custom-message"))).toHaveLength(1);
  });

  test("without a clear answer is unclear while the pool does not show it: the permission is kept", async () => {
    const { aws, policies } = await poolInAws();
    aws.answer(update, () => awsError("InternalErrorException", "oops"));
    const done = await attached();
    expect(done).toMatchObject({ is: "unclear", kept: [{ functionArn: live("custom-message") }] });
    expect(policies.get(live("custom-message"))).toHaveLength(1);
    expect(exitCodeOf(done)).toBe(1);
    expect(doneText(done, await planned(), (_, text) => text)).toBe(
      `AWS rejected cognito-idp:UpdateUserPool: oops
It is not known whether the pool was changed: wait a minute, and run the same command again.
  Cognito may now invoke ${live("custom-message")} for this pool.`,
    );
  });

  test("of a permission only leaves the triggers unchanged", async () => {
    const { aws, policies } = await poolInAws({
      pool: { LambdaConfig: { CustomMessage: live("custom-message") } },
    });
    aws.answer("Lambda.AddPermission", () => awsError("AccessDeniedException", "no"));
    const done = await attached();
    expect(done).toMatchObject({ is: "unchanged", remaining: [] });
    expect(exitCodeOf(done)).toBe(2);
    expect([...policies.values()].flat()).toEqual([]);
  });

  test("is unclear when the pool cannot be read: the permission is kept", async () => {
    const { aws, policies } = await poolInAws();
    aws.answer(update, () => {
      aws.answer("CognitoIdentityProvider.DescribeUserPool", () => awsError("AccessDeniedException", "no"));
      return rejected;
    });
    expect(await attached()).toMatchObject({ is: "unclear", error: { name: "SetupError" } });
    expect(policies.get(live("custom-message"))).toHaveLength(1);
  });

  test("keeps a permission that another trigger of the pool needs", async () => {
    const { aws, policies } = await poolInAws({
      pool: { LambdaConfig: { PostConfirmation: live("custom-message") } },
    });
    aws.answer(update, () => rejected);
    const done = await attached();
    expect(done).toMatchObject({ is: "unchanged", kept: [{ functionArn: live("custom-message") }] });
    expect(doneText(done, await planned(), (_, text) => text)).toContain(
      `Cognito may now invoke ${live("custom-message")} for this pool.`,
    );
    expect(policies.get(live("custom-message"))).toHaveLength(1);
  });

  test("reports a permission that could not be removed, and why", async () => {
    const { aws } = await poolInAws();
    aws.answer(update, () => rejected);
    aws.answer("Lambda.RemovePermission", () => awsError("AccessDeniedException", "no"));
    const done = await attached();
    expect(done).toMatchObject({
      is: "unchanged",
      remaining: [{ permission: { functionArn: live("custom-message") } }],
    });
    expect(doneText(done, await planned(), (_, text) => text)).toBe(
      `The triggers are unchanged: AWS rejected cognito-idp:UpdateUserPool: Invalid lambda function ARN
  Cognito may still invoke ${live("custom-message")} for this pool, which is no longer needed: These credentials are not allowed to call lambda:RemovePermission: ask an administrator to allow it.`,
    );
    expect(exitCodeOf(done)).toBe(1);
  });

  test("mentions verification emails of both kinds as a possible cause", async () => {
    const { aws } = await poolInAws({
      pool: { VerificationMessageTemplate: { EmailMessage: "{####}", EmailMessageByLink: "{##Link##}" } },
    });
    aws.answer(update, () => rejected);
    const change = await planned();
    const done = await carryOut(clientsIn("eu-central-1"), change, 1);
    expect(doneText(done, change, (_, text) => text)).toContain(
      "verification emails with a code and with a link",
    );
  });
});

describe("the comparison after an update", () => {
  test.each<[string, (world: Awaited<ReturnType<typeof poolInAws>>) => void, object[]]>([
    [
      "reports a setting that the update has lost",
      ({ pool }) => delete pool.MfaConfiguration,
      [{ path: "UserPool.MfaConfiguration", before: "OPTIONAL" }],
    ],
    [
      "reports MFA settings that have changed",
      ({ mfa }) => Object.assign(mfa, { SoftwareTokenMfaConfiguration: { Enabled: false } }),
      [{ path: "mfa.SoftwareTokenMfaConfiguration.Enabled", before: true, after: false }],
    ],
    [
      "reports a trigger that was not set",
      ({ pool }) => delete pool.LambdaConfig,
      [{ path: "UserPool.LambdaConfig.CustomMessage", before: live("custom-message") }],
    ],
    [
      "reports a trigger that was set at the same time",
      ({ pool }) => Object.assign(pool.LambdaConfig ?? {}, { PreSignUp: functionArn("other") }),
      [{ path: "UserPool.LambdaConfig.PreSignUp", after: functionArn("other") }],
    ],
    [
      "ignores fields that Cognito changes",
      ({ pool }) =>
        Object.assign(pool, {
          EstimatedNumberOfUsers: 8,
          SmsConfigurationFailure: undefined,
          Status: "Enabled",
        }),
      [],
    ],
    [
      "ignores the order of a list",
      ({ pool }) => Object.assign(pool, { AutoVerifiedAttributes: ["phone_number", "email"] }),
      [],
    ],
  ])("%s", async (_, happens, unexpected) => {
    const world = await poolInAws({
      pool: {
        MfaConfiguration: "OPTIONAL",
        EstimatedNumberOfUsers: 7,
        SmsConfigurationFailure: "SNSSandbox",
        AutoVerifiedAttributes: ["email", "phone_number"],
      },
      mfa: { SoftwareTokenMfaConfiguration: { Enabled: true } },
    });
    const change = await planned();
    world.aws.answer("CognitoIdentityProvider.UpdateUserPool", (input) => {
      Object.assign(world.pool, { LambdaConfig: input.LambdaConfig });
      happens(world);
      return {};
    });
    const done = await carryOut(clientsIn("eu-central-1"), change, 1);
    expect(done).toEqual({ ...verified, comparison: { unexpected, omitted: [] } });
    expect(exitCodeOf(done)).toBe(unexpected.length > 0 ? 1 : 0);
  });

  test("that fails does not turn the change into a failure", async () => {
    const { aws } = await poolInAws();
    const change = await planned();
    aws.answer("CognitoIdentityProvider.UpdateUserPool", () => {
      aws.answer("CognitoIdentityProvider.DescribeUserPool", () => awsError("AccessDeniedException", "no"));
      return {};
    });
    const done = await carryOut(clientsIn("eu-central-1"), change, 1);
    expect(done).toMatchObject({ is: "changed", comparison: { readError: { name: "SetupError" } } });
    expect(exitCodeOf(done)).toBe(1);
    expect(doneText(done, change, (_, text) => text)).toMatch(
      /^Done, but the pool could not be read again: /,
    );
  });

  test("ignores people who sign up in the meantime", async () => {
    const { pool } = await poolInAws();
    const change = await planned();
    pool.EstimatedNumberOfUsers = 8;
    expect(await carryOut(clientsIn("eu-central-1"), change, 1)).toEqual(verified);
  });

  test("waits while the description is stale", async () => {
    const { aws, pool } = await poolInAws();
    const change = await planned();
    const old = structuredClone(pool);
    let reads = 0;
    aws.answer("CognitoIdentityProvider.DescribeUserPool", () => ({ UserPool: reads++ < 2 ? old : pool }));
    expect(await carryOut(clientsIn("eu-central-1"), change, 1)).toEqual(verified);
  });

  test("a pool that was changed since it was read is not updated, and gets no permission", async () => {
    const { pool, inputs, policies } = await poolInAws();
    const change = await planned();
    pool.DeletionProtection = "ACTIVE";
    expect(await carryOut(clientsIn("eu-central-1"), change, 1)).toMatchObject({
      is: "unchanged",
      error: { message: expect.stringContaining("(UserPool.DeletionProtection)") },
    });
    expect(inputs("CognitoIdentityProvider.UpdateUserPool")).toEqual([]);
    expect([...policies.values()].flat()).toEqual([]);
  });
});

describe("an attach is rejected for", () => {
  test.each<[string, Parameters<typeof poolInAws>[0], Partial<AttachOptions>, RegExp]>([
    [
      "a pool of a stack",
      { stack: "Shop" },
      {},
      /^The CloudFormation stack Shop manages eu-central-1_AbCdEf123\./,
    ],
    [
      "a missing pool",
      {},
      { userPoolId: "eu-central-1_None" },
      /^The user pool eu-central-1_None does not exist/,
    ],
    ["no function", {}, { functions: {} }, /--custom-message <function>/],
    [
      "a missing function",
      {},
      { functions: { "pre-sign-up": "gone:live" } },
      /^--pre-sign-up gone:live: .* does not exist/,
    ],
    [
      "a missing alias",
      {},
      { functions: { "custom-message": "custom-message:blue" } },
      /^--custom-message custom-message:blue: .* does not exist/,
    ],
    [
      "a function in another region",
      {},
      { functions: { "custom-message": "arn:aws:lambda:us-east-1:111122223333:function:m" } },
      /is in us-east-1, and the pool in eu-central-1/,
    ],
    [
      "a function in the Region of a replica's id, and not in its own",
      { pool: { Arn: poolArn.replace("eu-central-1:", "us-west-2:") } },
      { functions: { "custom-message": functionArn("custom-message") } },
      /is in eu-central-1, and the pool in us-west-2/,
    ],
  ])("%s", async (_, world, options, sentence) => {
    const { inputs } = await poolInAws(world);
    await expect(planned(options)).rejects.toThrow(sentence);
    expect(inputs("CognitoIdentityProvider.UpdateUserPool")).toEqual([]);
  });

  const others = Array.from({ length: 100 }, (_, index) => ({ PhysicalResourceId: `other-${index}` }));
  test.each<[string, object[], boolean]>([
    ["a large stack, of which CloudFormation returns the first hundred resources", others, true],
    ["a deleted stack", [{ PhysicalResourceId: poolId, ResourceStatus: "DELETE_COMPLETE" }], false],
    [
      "a deleted stack that has retained the pool",
      [{ PhysicalResourceId: poolId, ResourceStatus: "DELETE_SKIPPED" }],
      false,
    ],
    [
      "a stack that could not be deleted",
      [{ PhysicalResourceId: poolId, ResourceStatus: "DELETE_FAILED" }],
      true,
    ],
  ])("a pool of %s", async (_, resources, isManaged) => {
    await poolInAws({ stack: "Shop", resources: resources as Record<string, unknown>[] });
    const plan = planned();
    if (isManaged) await expect(plan).rejects.toThrow(/^The CloudFormation stack Shop manages/);
    else expect((await plan).triggers).toHaveLength(1);
  });

  test("a pool of a stack, except with drift", async () => {
    const { pool } = await poolInAws({ stack: "Shop" });
    expect(await attached({ drift: true })).toEqual(verified);
    expect(pool.LambdaConfig).toEqual({ CustomMessage: live("custom-message") });
  });

  test.each<[string, string, RegExp]>([
    ["CloudFormation.DescribeStackResources", "ValidationError", /^CloudFormation did not answer/],
    ["CloudFormation.DescribeStackResources", "AccessDenied", /^CloudFormation did not answer/],
    [
      "CognitoIdentityProvider.DescribeUserPool",
      "AccessDeniedException",
      /are not allowed to call cognito-idp:DescribeUserPool/,
    ],
    ["Lambda.GetPolicy", "ExpiredTokenException", /^The AWS session of this shell .* has expired: sign in/],
  ])("%s with %s", async (operation, error, sentence) => {
    const { aws } = await poolInAws();
    aws.answer(operation, () => awsError(error, "no"));
    await expect(planned()).rejects.toThrow(sentence);
  });

  test("a function that is still being created", async () => {
    const { aws } = await poolInAws();
    const pending = {
      FunctionArn: live("custom-message"),
      State: "Pending",
      StateReason: "The function is being created.",
    };
    aws.answer("Lambda.GetFunctionConfiguration", () => pending);
    await expect(planned()).rejects.toThrow(/its state is Pending \(The function is being created\.\)/);
  });
});
