import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { namedUserPool } from "../../../src/tooling/aws/named-user-pool.ts";
import { newestRecord, recordIn, setAside, writeRecord } from "../../../src/tooling/deploy/attach-record.ts";
import { attachment } from "../../../src/tooling/deploy/attachment.ts";
import { carryOut } from "../../../src/tooling/deploy/carry-out.ts";
import { clientsIn } from "../../../src/tooling/deploy/clients.ts";
import {
  type Detachment,
  namedDetachment,
  recordedDetachment,
} from "../../../src/tooling/deploy/detachment.ts";
import { exitCodeOf } from "../../../src/tooling/deploy/done-text.ts";
import { awsError } from "../../aws/loopback.ts";
import { temporaryProject } from "../temporary-project.ts";
import { functionArn, type PoolInAws, poolArn, poolId, poolInAws } from "./pool-in-aws.ts";

const live = (name: string) => `${functionArn(name)}:live`;
const clients = () => clientsIn("eu-central-1");
const verified = { is: "changed", comparison: { unexpected: [], omitted: [] }, remaining: [] };
const functions = { "custom-message": "custom-message:live", "pre-sign-up": "pre-sign-up:live" };

/** Returns the visible state of a pool and its permissions. */
const stateOf = ({ pool, policies }: PoolInAws) =>
  structuredClone({
    LambdaConfig: pool.LambdaConfig ?? {},
    policies: [...policies].filter(([, statements]) => statements.length > 0),
  });

async function attached(root: string) {
  const change = await attachment(clients(), { userPoolId: poolId, functions });
  const file = writeRecord(root, change, new Date("2026-11-24T16:00:00Z"));
  await carryOut(clients(), change);
  return recordIn(join(root, file));
}

async function done({ change, unaffected }: Detachment) {
  expect(await carryOut(clients(), change)).toEqual(verified);
  return unaffected;
}

describe("a record", () => {
  test("is undone to the pool and the permissions before the attach", async () => {
    const world = await poolInAws({
      pool: { LambdaConfig: { PreSignUp: functionArn("other"), PostAuthentication: functionArn("other") } },
    });
    const statement = { Sid: "theirs", Effect: "Allow", Principal: { Service: "s3.amazonaws.com" } };
    world.policies.set(live("pre-sign-up"), [statement]);
    world.policies.set(functionArn("other"), [
      {
        Sid: "by-hand",
        Effect: "Allow",
        Principal: { Service: "cognito-idp.amazonaws.com" },
        Action: "lambda:InvokeFunction",
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333", "aws:SourceArn": poolArn } },
      },
    ]);
    const before = stateOf(world);
    const record = await attached(temporaryProject());
    expect(stateOf(world)).not.toEqual(before);
    expect(await done(await recordedDetachment(clients(), record))).toEqual([]);
    expect(stateOf(world)).toEqual(before);
  });

  test("keeps a function that was attached since", async () => {
    const world = await poolInAws();
    const record = await attached(temporaryProject());
    world.pool.LambdaConfig = { ...world.pool.LambdaConfig, PreSignUp: functionArn("other") };
    expect(await done(await recordedDetachment(clients(), record))).toEqual([
      { trigger: "pre-sign-up", before: functionArn("other") },
    ]);
    expect(world.pool.LambdaConfig).toEqual({ PreSignUp: functionArn("other") });
  });

  test("that is undone twice changes nothing", async () => {
    await poolInAws();
    const record = await attached(temporaryProject());
    await done(await recordedDetachment(clients(), record));
    const { change, unaffected } = await recordedDetachment(clients(), record);
    expect([change.triggers, change.forbid, unaffected]).toEqual([[], [], []]);
  });

  test("keeps a permission that is not ours, and removes one of ours that attach found", async () => {
    const world = await poolInAws();
    await done({ change: await attachment(clients(), { userPoolId: poolId, functions }), unaffected: [] });
    world.pool.LambdaConfig = {};
    const [theirs = {}] = world.policies.get(live("pre-sign-up")) ?? [];
    world.policies.set(live("pre-sign-up"), [{ ...theirs, Sid: "theirs" }]);
    const record = await attached(temporaryProject());
    await done(await recordedDetachment(clients(), record));
    expect(stateOf(world).policies).toMatchObject([[live("pre-sign-up"), [{ Sid: "theirs" }]]]);
  });

  test("restores a function with the permission that it has lost since", async () => {
    const world = await poolInAws();
    const attach = async (name: string) => {
      const change = await attachment(clients(), {
        userPoolId: poolId,
        functions: { "custom-message": name },
      });
      minute += 1;
      const record = recordIn(
        join(root, writeRecord(root, change, new Date(Date.UTC(2026, 0, 1, 0, minute)))),
      );
      await carryOut(clients(), change);
      return record;
    };
    let minute = 0;
    const root = temporaryProject();
    const first = await attach("custom-message:live");
    const second = await attach("other:live");
    expect(await done(await recordedDetachment(clients(), first))).toHaveLength(1);
    await done(await recordedDetachment(clients(), second));
    expect(stateOf(world)).toMatchObject({
      LambdaConfig: { CustomMessage: live("custom-message") },
      policies: [[live("custom-message"), [{}]]],
    });
  });

  test("contains the previous pool, readable only by its owner", async () => {
    await poolInAws({ pool: { DeletionProtection: "ACTIVE" }, mfa: { MfaConfiguration: "OPTIONAL" } });
    const root = temporaryProject();
    await attached(root);
    const file = join(root, ".cognito-recovery/eu-central-1_AbCdEf123.2026-11-24T16-00-00.000Z.json");
    expect(JSON.parse(readFileSync(file, "utf8")).before).toMatchObject({
      UserPool: { DeletionProtection: "ACTIVE" },
      mfa: { MfaConfiguration: "OPTIONAL" },
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("never overwrites another", async () => {
    await poolInAws();
    const root = temporaryProject();
    await attached(root);
    await expect(attached(root)).rejects.toThrow(/cannot be written: nothing was changed\.$/);
  });

  const replicaArn = poolArn.replace("eu-central-1:", "us-west-2:");
  const recordOf = (Arn: string) =>
    JSON.stringify({ userPoolId: poolId, attached: [], permitted: [], before: { UserPool: { Arn } } });

  test("is found as the newest of this pool, not of its replica", () => {
    const folder = ".cognito-recovery";
    const root = temporaryProject({
      [`${folder}/${poolId}.2026-11-24T16-00-00.000Z.json`]: recordOf(poolArn),
      [`${folder}/${poolId}.2026-11-25T08-00-00.000Z.json`]: recordOf(poolArn),
      [`${folder}/${poolId}.2026-11-26T08-00-00.000Z.json`]: recordOf(replicaArn),
      [`${folder}/${poolId}4.2026-11-26T08-00-00.000Z.json`]: recordOf(poolArn),
    });
    const pool = namedUserPool(poolId);
    expect(newestRecord(root, pool)).toBe(`${folder}/${poolId}.2026-11-25T08-00-00.000Z.json`);
    setAside(join(root, folder, `${poolId}.2026-11-25T08-00-00.000Z.json`));
    expect(newestRecord(root, pool)).toBe(`${folder}/${poolId}.2026-11-24T16-00-00.000Z.json`);
    expect(newestRecord(root, { ...pool, id: "eu-central-1_Other" })).toBeUndefined();
    expect(newestRecord(root, namedUserPool(replicaArn))).toBe(
      `${folder}/${poolId}.2026-11-26T08-00-00.000Z.json`,
    );
  });

  test.each([
    ["{", /r\.json .*not the record of an attach/],
    ["{}", /r\.json is not the record of an attach: .*\.cognito-recovery\//],
  ])("is not %s", (text, sentence) => {
    const root = temporaryProject();
    writeFileSync(join(root, "r.json"), text);
    expect(() => recordIn(join(root, "r.json"))).toThrow(sentence);
  });
});

describe("a permission is kept", () => {
  const probe = { "custom-message": "other:live", "pre-sign-up": "other:live" };

  test("while the function is another trigger of the pool", async () => {
    const world = await poolInAws();
    await carryOut(clients(), await attachment(clients(), { userPoolId: poolId, functions: probe }));
    await done(await namedDetachment(clients(), poolId, { "custom-message": "other:live" }));
    expect(stateOf(world)).toMatchObject({
      LambdaConfig: { PreSignUp: live("other") },
      policies: [[live("other"), [{}]]],
    });
    await done(await namedDetachment(clients(), poolId, { "pre-sign-up": "other:live" }));
    expect(stateOf(world)).toEqual({ LambdaConfig: {}, policies: [] });
  });

  test("while the function is a custom sender", async () => {
    const sender = { CustomEmailSender: { LambdaArn: live("other"), LambdaVersion: "V1_0" as const } };
    const world = await poolInAws({ pool: { LambdaConfig: { ...sender, KMSKeyID: "key" } } });
    await carryOut(
      clients(),
      await attachment(clients(), { userPoolId: poolId, functions: { "custom-message": "other:live" } }),
    );
    await done(await namedDetachment(clients(), poolId, { "custom-message": "other" }));
    expect(stateOf(world)).toMatchObject({
      LambdaConfig: { ...sender, KMSKeyID: "key" },
      policies: [[live("other"), [{}]]],
    });
  });

  test("that a later attach has added again, until the trigger is detached", async () => {
    const world = await poolInAws();
    await attached(temporaryProject());
    world.policies.clear();
    const again = await attachment(clients(), { userPoolId: poolId, functions });
    expect(again.triggers).toEqual([]);
    const root = temporaryProject();
    const record = recordIn(join(root, writeRecord(root, again, new Date())));
    await carryOut(clients(), again);
    await done(await recordedDetachment(clients(), record));
    expect(stateOf(world).policies).toHaveLength(2);
  });
});

describe("a detachment", () => {
  test("removes the permission after the trigger", async () => {
    const { aws } = await poolInAws();
    await attached(temporaryProject());
    const before = aws.calls.length;
    await done(await namedDetachment(clients(), poolId, functions));
    const order = aws.calls.slice(before).map(({ operation }) => operation);
    expect(order.indexOf("CognitoIdentityProvider.UpdateUserPool")).toBeLessThan(
      order.indexOf("Lambda.RemovePermission"),
    );
  });

  test("removes a permission that an earlier one left", async () => {
    const world = await poolInAws();
    await attached(temporaryProject());
    world.pool.LambdaConfig = {};
    await done(await namedDetachment(clients(), poolId, { "custom-message": "custom-message:live" }));
    expect(stateOf(world).policies).toMatchObject([[live("pre-sign-up"), [{}]]]);
  });

  test("reports a permission that could not be removed, after the comparison", async () => {
    const { aws } = await poolInAws();
    await attached(temporaryProject());
    aws.answer("Lambda.RemovePermission", () => awsError("AccessDeniedException", "no"));
    const { change } = await namedDetachment(clients(), poolId, functions);
    const result = await carryOut(clients(), change);
    expect(result).toMatchObject({ ...verified, remaining: [{}, {}] });
    expect(exitCodeOf(result)).toBe(1);
  });

  test("removes the permissions also when the update was made despite an error", async () => {
    const world = await poolInAws();
    await attached(temporaryProject());
    world.aws.answer("CognitoIdentityProvider.UpdateUserPool", ({ LambdaConfig }) => {
      Object.assign(world.pool, { LambdaConfig });
      return awsError("InternalErrorException", "oops");
    });
    const { change } = await namedDetachment(clients(), poolId, functions);
    expect(await carryOut(clients(), change, 1)).toMatchObject(verified);
    expect(stateOf(world)).toEqual({ LambdaConfig: {}, policies: [] });
  });

  test("keeps a permission when the function is attached in the meantime", async () => {
    const world = await poolInAws();
    await attached(temporaryProject());
    world.pool.LambdaConfig = {};
    const { change } = await namedDetachment(clients(), poolId, functions);
    world.pool.LambdaConfig = { CustomMessage: live("custom-message") };
    expect(await carryOut(clients(), change, 1)).toMatchObject({ is: "unchanged" });
    expect(world.policies.get(live("custom-message"))).toHaveLength(1);
  });

  test("ignores a deleted function that it would not restore", async () => {
    const world = await poolInAws({ pool: { LambdaConfig: { PreSignUp: functionArn("gone") } } });
    const record = await attached(temporaryProject());
    world.pool.LambdaConfig = { ...world.pool.LambdaConfig, PreSignUp: functionArn("other") };
    expect(await done(await recordedDetachment(clients(), record))).toHaveLength(1);
  });

  test("does not restore a deleted function", async () => {
    const { aws, inputs } = await poolInAws({ pool: { LambdaConfig: { PreSignUp: functionArn("gone") } } });
    const record = await attached(temporaryProject());
    const before = inputs("CognitoIdentityProvider.UpdateUserPool").length;
    await expect(recordedDetachment(clients(), record)).rejects.toThrow(/function:gone/);
    expect(aws.calls.filter(({ operation }) => operation.endsWith("UpdateUserPool"))).toHaveLength(before);
  });

  test("changes a pool of a stack only with drift", async () => {
    const world = await poolInAws({
      pool: { LambdaConfig: { CustomMessage: live("custom-message") } },
      stack: "Shop",
    });
    await expect(namedDetachment(clients(), poolId, functions)).rejects.toThrow(
      /^The CloudFormation stack Shop manages/,
    );
    await done(await namedDetachment(clients(), poolId, functions, true));
    expect(world.pool.LambdaConfig).toEqual({});
  });
});

describe("a named function is matched", () => {
  test.each<[string, string, boolean]>([
    ["by name", "custom-message", true],
    ["by name and alias", "custom-message:live", true],
    ["by ARN", functionArn("custom-message"), true],
    ["by ARN with alias", live("custom-message"), true],
    ["another alias", "custom-message:blue", false],
    ["another function", "custom", false],
    [
      "the same name in another account",
      live("custom-message").replace("111122223333", "999999999999"),
      false,
    ],
    ["another name with the same beginning", functionArn("custom-message-2"), false],
  ])("%s", async (_, named, isDetached) => {
    const world = await poolInAws();
    await attached(temporaryProject());
    const unaffected = await done(await namedDetachment(clients(), poolId, { "custom-message": named }));
    expect(unaffected).toHaveLength(isDetached ? 0 : 1);
    expect(Object.keys(world.pool.LambdaConfig ?? {}).sort()).toEqual(
      isDetached ? ["PreSignUp"] : ["CustomMessage", "PreSignUp"],
    );
    expect(world.policies.get(live("custom-message"))).toHaveLength(isDetached ? 0 : 1);
  });

  test("after it was deleted", async () => {
    const world = await poolInAws({ pool: { LambdaConfig: { UserMigration: live("gone") } } });
    await done(await namedDetachment(clients(), poolId, { "user-migration": "gone" }));
    expect(world.pool.LambdaConfig).toEqual({});
  });
});
