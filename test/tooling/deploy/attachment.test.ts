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

  test("is a setting that UpdateUserPool takes, or in the table with its reason", () => {
    const fields = UserPoolType$[4] as readonly string[];
    expect(fields.filter((field) => !taken.includes(field)).sort()).toEqual(
      Object.keys(readOnlyPoolFields).sort(),
    );
  });

  test("is kept by attach, outside the table", async () => {
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
      "the days of an unused account, beside their successor",
      {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true, UnusedAccountValidityDays: 7 },
        Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 7 } },
      },
      ["AdminCreateUserConfig.UnusedAccountValidityDays"],
    ],
    ["the same alone is sent", { AdminCreateUserConfig: { UnusedAccountValidityDays: 7 } }, []],
    [
      "verification emails of both kinds are sent: that Cognito refuses them is not known",
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

  test("the table has its one exception, with a reason", () => {
    expect(rejectedFields.map(({ path, reason }) => [path.join("."), reason !== ""])).toEqual([
      ["AdminCreateUserConfig.UnusedAccountValidityDays", true],
    ]);
  });
});

test("settings that the SDK does not know stop the attach", async () => {
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
    "The pool has settings that the installed AWS SDK does not know, and an update would lose them: LambdaConfig, Policies. Update @aws-sdk/client-cognito-identity-provider first.",
  );
});

describe("the triggers", () => {
  test("others than the named stay", async () => {
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

  test("another's function is told apart from another alias of the same", async () => {
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

  test("attached twice, nothing is left to do", async () => {
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

  const wanted = {
    Effect: "Allow",
    Principal: { Service: "cognito-idp.amazonaws.com" },
    Action: "lambda:InvokeFunction",
    Condition: {
      StringEquals: { "AWS:SourceAccount": "111122223333" },
      ArnLike: { "AWS:SourceArn": poolArn },
    },
  };
  test.each<[string, Record<string, unknown>, number]>([
    ["that is there already is enough", wanted, 0],
    [
      "without an account is, for the ARN holds it",
      { ...wanted, Condition: { ArnLike: { "AWS:SourceArn": poolArn } } },
      0,
    ],
    [
      "for every pool of the account is not",
      { ...wanted, Condition: { StringEquals: { "AWS:SourceAccount": "111122223333" } } },
      1,
    ],
    [
      "for another pool is not",
      { ...wanted, Condition: { ...wanted.Condition, ArnLike: { "AWS:SourceArn": `${poolArn}x` } } },
      1,
    ],
    ["to another service is not", { ...wanted, Principal: { Service: "s3.amazonaws.com" } }, 1],
    ["that denies is not", { ...wanted, Effect: "Deny" }, 1],
    [
      "with a condition more is not",
      { ...wanted, Condition: { ...wanted.Condition, Bool: { "aws:SecureTransport": "true" } } },
      1,
    ],
    [
      "of ours that has gone wrong is made anew",
      { ...wanted, Sid: `cognito-recovery-${poolId}`, Effect: "Deny" },
      2,
    ],
  ])("%s", async (_, statement, added) => {
    const { policies, inputs } = await poolInAws();
    policies.set(live("custom-message"), [{ Sid: "before", ...statement }]);
    expect(await attached()).toEqual(verified);
    expect(inputs("Lambda.AddPermission")).toHaveLength(added);
  });

  test("is there before Cognito is told of the function, and is asked for once", async () => {
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

  test("of ours that is of no use is made anew", async () => {
    const { policies, inputs } = await poolInAws();
    const Sid = `cognito-recovery-${poolId}`;
    policies.set(live("custom-message"), [{ ...wanted, Sid, Principal: { Service: "s3.amazonaws.com" } }]);
    expect(await attached()).toEqual(verified);
    expect(inputs("Lambda.RemovePermission")).toHaveLength(1);
    expect(policies.get(live("custom-message"))).toMatchObject([{ Sid, Principal: wanted.Principal }]);
  });

  test("whose answer was lost, and which the second try found there, is there", async () => {
    const { aws, policies } = await poolInAws();
    aws.answer("Lambda.AddPermission", ({ StatementId }) => {
      policies.set(live("custom-message"), [
        { ...wanted, Resource: live("custom-message"), Sid: StatementId },
      ]);
      return awsError("ResourceConflictException", "The statement id provided already exists");
    });
    expect(await attached()).toEqual(verified);
  });
});

describe("an update that fails", () => {
  const refused = awsError("InvalidParameterException", "Invalid lambda function ARN");
  const update = "CognitoIdentityProvider.UpdateUserPool";

  test("changes nothing: the permission is taken back", async () => {
    const { aws, policies } = await poolInAws();
    aws.answer(update, () => refused);
    expect(await attached()).toMatchObject({
      is: "unchanged",
      error: { message: "AWS refused cognito-idp:UpdateUserPool: Invalid lambda function ARN" },
      remaining: [],
    });
    expect([...policies.values()].flat()).toEqual([]);
  });

  test("although it was made, is made: the permission stays", async () => {
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

  test("although it was made, is made, while somebody else has set another trigger", async () => {
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

  test("although it was made, is seen to be made only after a moment: the permission stays", async () => {
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

  test("without a clear answer is unclear while the pool does not show it: the permission stays", async () => {
    const { aws, policies } = await poolInAws();
    aws.answer(update, () => awsError("InternalErrorException", "oops"));
    const done = await attached();
    expect(done).toMatchObject({ is: "unclear", kept: [{ functionArn: live("custom-message") }] });
    expect(policies.get(live("custom-message"))).toHaveLength(1);
    expect(exitCodeOf(done)).toBe(1);
    expect(doneText(done, await planned(), (_, text) => text)).toBe(
      `AWS refused cognito-idp:UpdateUserPool: oops
Whether the pool was changed is not known: wait a minute, and run the same again.
  Cognito may invoke ${live("custom-message")} for this pool now.`,
    );
  });

  test("of a permission alone is told as one: the triggers are as they were", async () => {
    const { aws, policies } = await poolInAws({
      pool: { LambdaConfig: { CustomMessage: live("custom-message") } },
    });
    aws.answer("Lambda.AddPermission", () => awsError("AccessDeniedException", "no"));
    const done = await attached();
    expect(done).toMatchObject({ is: "unchanged", remaining: [] });
    expect(exitCodeOf(done)).toBe(2);
    expect([...policies.values()].flat()).toEqual([]);
  });

  test("and leaves a pool that cannot be read, is unclear: the permission stays", async () => {
    const { aws, policies } = await poolInAws();
    aws.answer(update, () => {
      aws.answer("CognitoIdentityProvider.DescribeUserPool", () => awsError("AccessDeniedException", "no"));
      return refused;
    });
    expect(await attached()).toMatchObject({ is: "unclear", error: { name: "SetupError" } });
    expect(policies.get(live("custom-message"))).toHaveLength(1);
  });

  test("leaves a permission that another trigger of the pool needs", async () => {
    const { aws, policies } = await poolInAws({
      pool: { LambdaConfig: { PostConfirmation: live("custom-message") } },
    });
    aws.answer(update, () => refused);
    const done = await attached();
    expect(done).toMatchObject({ is: "unchanged", kept: [{ functionArn: live("custom-message") }] });
    expect(doneText(done, await planned(), (_, text) => text)).toContain(
      `Cognito may invoke ${live("custom-message")} for this pool now.`,
    );
    expect(policies.get(live("custom-message"))).toHaveLength(1);
  });

  test("tells a permission that could not be taken back, and why it failed", async () => {
    const { aws } = await poolInAws();
    aws.answer(update, () => refused);
    aws.answer("Lambda.RemovePermission", () => awsError("AccessDeniedException", "no"));
    const done = await attached();
    expect(done).toMatchObject({
      is: "unchanged",
      remaining: [{ permission: { functionArn: live("custom-message") } }],
    });
    expect(doneText(done, await planned(), (_, text) => text)).toBe(
      `The triggers are as they were: AWS refused cognito-idp:UpdateUserPool: Invalid lambda function ARN
  Cognito may still invoke ${live("custom-message")} for this pool, which it need not: These credentials may not call lambda:RemovePermission: have it allowed to them.`,
    );
    expect(exitCodeOf(done)).toBe(1);
  });

  test("for verification emails of both kinds, perhaps, says so", async () => {
    const { aws } = await poolInAws({
      pool: { VerificationMessageTemplate: { EmailMessage: "{####}", EmailMessageByLink: "{##Link##}" } },
    });
    aws.answer(update, () => refused);
    const change = await planned();
    const done = await carryOut(clientsIn("eu-central-1"), change, 1);
    expect(doneText(done, change, (_, text) => text)).toContain("verification emails of both kinds");
  });
});

describe("the proof", () => {
  test.each<[string, (world: Awaited<ReturnType<typeof poolInAws>>) => void, object[]]>([
    [
      "tells a setting that the update has lost",
      ({ pool }) => delete pool.MfaConfiguration,
      [{ path: "UserPool.MfaConfiguration", before: "OPTIONAL" }],
    ],
    [
      "tells MFA settings that have changed",
      ({ mfa }) => Object.assign(mfa, { SoftwareTokenMfaConfiguration: { Enabled: false } }),
      [{ path: "mfa.SoftwareTokenMfaConfiguration.Enabled", before: true, after: false }],
    ],
    [
      "tells a trigger that was not set",
      ({ pool }) => delete pool.LambdaConfig,
      [{ path: "UserPool.LambdaConfig.CustomMessage", before: live("custom-message") }],
    ],
    [
      "tells a trigger that somebody has set at the same time",
      ({ pool }) => Object.assign(pool.LambdaConfig ?? {}, { PreSignUp: functionArn("other") }),
      [{ path: "UserPool.LambdaConfig.PreSignUp", after: functionArn("other") }],
    ],
    [
      "does not mind what changes by itself",
      ({ pool }) =>
        Object.assign(pool, {
          EstimatedNumberOfUsers: 8,
          SmsConfigurationFailure: undefined,
          Status: "Enabled",
        }),
      [],
    ],
    [
      "does not mind the order of a list",
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

  test("that cannot be given is told, and the change not called refused", async () => {
    const { aws } = await poolInAws();
    const change = await planned();
    aws.answer("CognitoIdentityProvider.UpdateUserPool", () => {
      aws.answer("CognitoIdentityProvider.DescribeUserPool", () => awsError("AccessDeniedException", "no"));
      return {};
    });
    const done = await carryOut(clientsIn("eu-central-1"), change, 1);
    expect(done).toMatchObject({ is: "changed", comparison: { readError: { name: "SetupError" } } });
    expect(exitCodeOf(done)).toBe(1);
    expect(doneText(done, change, (_, text) => text)).toMatch(/^Done, but it could not be read again: /);
  });

  test("people who sign up in the meantime stop nothing", async () => {
    const { pool } = await poolInAws();
    const change = await planned();
    pool.EstimatedNumberOfUsers = 8;
    expect(await carryOut(clientsIn("eu-central-1"), change, 1)).toEqual(verified);
  });

  test("waits for a description that is a moment old", async () => {
    const { aws, pool } = await poolInAws();
    const change = await planned();
    const old = structuredClone(pool);
    let reads = 0;
    aws.answer("CognitoIdentityProvider.DescribeUserPool", () => ({ UserPool: reads++ < 2 ? old : pool }));
    expect(await carryOut(clientsIn("eu-central-1"), change, 1)).toEqual(verified);
  });

  test("a pool that was changed since it was read is left as it is, without our permission", async () => {
    const { pool, inputs, policies } = await poolInAws();
    const change = await planned();
    pool.DeletionProtection = "ACTIVE";
    expect(await carryOut(clientsIn("eu-central-1"), change, 1)).toMatchObject({
      is: "unchanged",
      error: {
        message: "Somebody has changed the pool in the meantime (UserPool.DeletionProtection): begin anew.",
      },
    });
    expect(inputs("CognitoIdentityProvider.UpdateUserPool")).toEqual([]);
    expect([...policies.values()].flat()).toEqual([]);
  });
});

describe("what is refused", () => {
  test.each<[string, Parameters<typeof poolInAws>[0], Partial<AttachOptions>, RegExp]>([
    [
      "a pool of a stack",
      { stack: "Shop" },
      {},
      /^The CloudFormation stack Shop manages eu-central-1_AbCdEf123\./,
    ],
    [
      "no pool",
      {},
      { userPoolId: "eu-central-1_None" },
      /^There is no user pool eu-central-1_None in this account/,
    ],
    ["no function", {}, { functions: {} }, /^Which functions\? Name them: --custom-message <function>/],
    [
      "a function that is not there",
      {},
      { functions: { "pre-sign-up": "gone:live" } },
      /^--pre-sign-up gone:live: there is no such function, or no such alias/,
    ],
    [
      "an alias that is not there",
      {},
      { functions: { "custom-message": "custom-message:blue" } },
      /^--custom-message custom-message:blue: there is no such function/,
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
    ["a large stack, of which CloudFormation tells the first hundred resources", others, true],
    ["a stack that is gone", [{ PhysicalResourceId: poolId, ResourceStatus: "DELETE_COMPLETE" }], false],
    [
      "a stack that is gone, and has kept the pool",
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

  test("a pool of a stack is changed with drift", async () => {
    const { pool } = await poolInAws({ stack: "Shop" });
    expect(await attached({ drift: true })).toEqual(verified);
    expect(pool.LambdaConfig).toEqual({ CustomMessage: live("custom-message") });
  });

  test.each<[string, string, RegExp]>([
    ["CloudFormation.DescribeStackResources", "ValidationError", /^Whether a CloudFormation stack manages/],
    [
      "CloudFormation.DescribeStackResources",
      "AccessDenied",
      /^Whether a CloudFormation stack manages .* cannot be found out/,
    ],
    [
      "CognitoIdentityProvider.DescribeUserPool",
      "AccessDeniedException",
      /may not call cognito-idp:DescribeUserPool/,
    ],
    ["Lambda.GetPolicy", "ExpiredTokenException", /^The AWS session of this shell .* has expired: sign in/],
  ])("%s with %s", async (operation, error, sentence) => {
    const { aws } = await poolInAws();
    aws.answer(operation, () => awsError(error, "no"));
    await expect(planned()).rejects.toThrow(sentence);
  });

  test("a function that is still being made", async () => {
    const { aws } = await poolInAws();
    const pending = {
      FunctionArn: live("custom-message"),
      State: "Pending",
      StateReason: "The function is being created.",
    };
    aws.answer("Lambda.GetFunctionConfiguration", () => pending);
    await expect(planned()).rejects.toThrow(
      /its state is Pending \(The function is being created\.\)\. Wait, or mend it/,
    );
  });
});
