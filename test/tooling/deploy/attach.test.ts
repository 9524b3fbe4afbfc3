import {
  UpdateUserPoolRequest$,
  type UserPoolType,
  UserPoolType$,
} from "@aws-sdk/client-cognito-identity-provider";
import { describe, expect, test } from "vitest";
import { type AttachOptions, attachment } from "../../../src/tooling/deploy/attach.ts";
import { carryOut } from "../../../src/tooling/deploy/carry-out.ts";
import { clientsIn } from "../../../src/tooling/deploy/clients.ts";
import { differences } from "../../../src/tooling/deploy/difference.ts";
import { exceptions, notUpdated } from "../../../src/tooling/deploy/not-sent-back.ts";
import { poolChange, replaced } from "../../../src/tooling/deploy/pool-change.ts";
import { filled } from "../../aws/filled.ts";
import { awsError } from "../../aws/loopback.ts";
import { functionArn, poolArn, poolId, poolInAws } from "./pool-in-aws.ts";

const customMessage = { "custom-message": "custom-message:live" };
const live = (name: string) => `${functionArn(name)}:live`;

const planned = (options: Partial<AttachOptions> = {}) =>
  attachment(clientsIn("eu-central-1"), { userPoolId: poolId, functions: customMessage, ...options });

async function attached(options: Partial<AttachOptions> = {}) {
  return carryOut(clientsIn("eu-central-1"), await planned(options));
}

const proven = { notSet: [], unexpected: [], leftOut: [] };

describe("every field that the installed SDK's DescribeUserPool can return", () => {
  const everything = {
    ...(filled(UserPoolType$) as UserPoolType),
    Id: poolId,
    Arn: poolArn,
  };
  const taken = UpdateUserPoolRequest$[4] as readonly string[];

  test("is a setting that UpdateUserPool takes, or in the table with its reason", () => {
    const fields = UserPoolType$[4] as readonly string[];
    expect(fields.filter((field) => !taken.includes(field)).sort()).toEqual(Object.keys(notUpdated).sort());
  });

  test("is kept by attach, outside the table", async () => {
    const { pool, inputs } = await poolInAws({ pool: structuredClone(everything) });
    expect(await attached()).toEqual({
      ...proven,
      leftOut: [
        { path: "UserPool.AdminCreateUserConfig.UnusedAccountValidityDays", before: expect.any(Number) },
      ],
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
    expect(await attached()).toEqual(proven);
    expect(pool).toMatchObject(setting);
  });
});

describe("what is not sent back", () => {
  const both = {
    EmailMessage: "{####}",
    EmailSubject: "Code",
    EmailMessageByLink: "{##Link##}",
    EmailSubjectByLink: "Link",
  };

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
      "the message by link of a pool that sends codes",
      { VerificationMessageTemplate: both },
      ["VerificationMessageTemplate.EmailMessageByLink", "VerificationMessageTemplate.EmailSubjectByLink"],
    ],
    [
      "the message with a code of a pool that sends links",
      { VerificationMessageTemplate: { ...both, DefaultEmailOption: "CONFIRM_WITH_LINK" } },
      ["VerificationMessageTemplate.EmailMessage", "VerificationMessageTemplate.EmailSubject"],
    ],
    [
      "tags of AWS's own",
      { UserPoolTags: { team: "people", "aws:cloudformation:stack-name": "Shop" } },
      ["UserPoolTags.aws:cloudformation:stack-name"],
    ],
  ])("%s", async (_, pool, paths) => {
    await poolInAws({ pool });
    const { update } = await planned();
    expect(update.leftOut.map(({ path }) => path)).toEqual(paths);
    const sent = differences(pool, { ...pool, ...update.input }).map(({ path }) => path);
    expect(sent.filter((path) => !/^(UserPoolId|PoolName|LambdaConfig)/.test(path)).sort()).toEqual(
      paths.sort(),
    );
  });

  test("every exception has a reason and a pool above that shows it", () => {
    for (const { path, reason } of exceptions) expect([path.length, reason.length]).not.toContain(0);
    expect(exceptions).toHaveLength(5);
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
  expect(() =>
    poolChange(newer, [{ trigger: "pre-sign-up", after: "arn" }], { permit: [], forbid: [] }),
  ).toThrow(
    "The pool has settings that the installed AWS SDK does not know, and an update would lose them: LambdaConfig, Policies. Update @aws-sdk/client-cognito-identity-provider first.",
  );
});

describe("the triggers", () => {
  test("others than the named stay", async () => {
    const before = { PreTokenGeneration: functionArn("tokens"), PreSignUp: live("pre-sign-up") };
    const { pool } = await poolInAws({ pool: { LambdaConfig: before } });
    expect(
      await attached({ functions: { ...customMessage, "user-migration": functionArn("user-migration") } }),
    ).toEqual(proven);
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
    ["without an account is not", { ...wanted, Condition: { ArnLike: { "AWS:SourceArn": poolArn } } }, 1],
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
      1,
    ],
  ])("%s", async (_, statement, added) => {
    const { policies, inputs } = await poolInAws();
    policies.set(live("custom-message"), [{ Sid: "before", ...statement }]);
    expect(await attached()).toEqual(proven);
    expect(inputs("Lambda.AddPermission")).toHaveLength(added);
  });

  test("is taken back when Cognito refuses the update", async () => {
    const { aws, policies } = await poolInAws();
    const refused = awsError("InvalidParameterException", "Invalid lambda function ARN");
    aws.answer("CognitoIdentityProvider.UpdateUserPool", () => refused);
    await expect(attached()).rejects.toThrow(
      "AWS refused cognito-idp:UpdateUserPool: Invalid lambda function ARN",
    );
    expect([...policies.values()].flat()).toEqual([]);
  });
});

describe("the proof", () => {
  test.each<[string, (world: Awaited<ReturnType<typeof poolInAws>>) => void, object]>([
    [
      "tells a setting that the update has lost",
      ({ pool }) => delete pool.MfaConfiguration,
      { unexpected: [{ path: "UserPool.MfaConfiguration", before: "OPTIONAL" }] },
    ],
    [
      "tells MFA settings that have changed",
      ({ mfa }) => Object.assign(mfa, { SoftwareTokenMfaConfiguration: { Enabled: false } }),
      { unexpected: [{ path: "mfa.SoftwareTokenMfaConfiguration.Enabled", before: true, after: false }] },
    ],
    [
      "tells a trigger that was not set",
      ({ pool }) => delete pool.LambdaConfig,
      { notSet: [{ trigger: "custom-message", after: live("custom-message") }] },
    ],
    [
      "does not mind people who have signed up",
      ({ pool }) => Object.assign(pool, { EstimatedNumberOfUsers: 8 }),
      {},
    ],
  ])("%s", async (_, happens, told) => {
    const world = await poolInAws({
      pool: { MfaConfiguration: "OPTIONAL", EstimatedNumberOfUsers: 7 },
      mfa: { SoftwareTokenMfaConfiguration: { Enabled: true } },
    });
    const change = await planned();
    world.aws.answer("CognitoIdentityProvider.UpdateUserPool", (input) => {
      Object.assign(world.pool, { LambdaConfig: input.LambdaConfig });
      happens(world);
      return {};
    });
    expect(await carryOut(clientsIn("eu-central-1"), change)).toEqual({ ...proven, ...told });
  });

  test("a pool that was changed since it was read is left as it is", async () => {
    const { pool, inputs } = await poolInAws();
    const change = await planned();
    pool.DeletionProtection = "ACTIVE";
    await expect(carryOut(clientsIn("eu-central-1"), change)).rejects.toThrow(
      "Somebody has changed the pool in the meantime (UserPool.DeletionProtection): nothing was done. Begin anew.",
    );
    expect(inputs("Lambda.AddPermission")).toEqual([]);
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
    [
      "an id that is none",
      {},
      { userPoolId: "people" },
      /^--user-pool-id should be as in eu-central-1_AbCdEf123, and is "people"/,
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
  ])("%s", async (_, world, options, sentence) => {
    const { inputs } = await poolInAws(world);
    await expect(planned(options)).rejects.toThrow(sentence);
    expect(inputs("CognitoIdentityProvider.UpdateUserPool")).toEqual([]);
  });

  test("a pool of a stack is changed with drift", async () => {
    const { pool } = await poolInAws({ stack: "Shop" });
    expect(await attached({ drift: true })).toEqual(proven);
    expect(pool.LambdaConfig).toEqual({ CustomMessage: live("custom-message") });
  });

  test.each<[string, string, RegExp]>([
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
    ["Lambda.GetPolicy", "ExpiredTokenException", /^AWS takes no credentials from here: sign in/],
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
