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

/** What one may see of a pool and its permissions. */
const seen = ({ pool, policies }: PoolInAws) =>
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
  test("undone, leaves the pool and the permissions as they were before the attach", async () => {
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
    const before = seen(world);
    const record = await attached(temporaryProject());
    expect(seen(world)).not.toEqual(before);
    expect(await done(await recordedDetachment(clients(), record))).toEqual([]);
    expect(seen(world)).toEqual(before);
  });

  test("leaves alone what somebody has attached since", async () => {
    const world = await poolInAws();
    const record = await attached(temporaryProject());
    world.pool.LambdaConfig = { ...world.pool.LambdaConfig, PreSignUp: functionArn("other") };
    expect(await done(await recordedDetachment(clients(), record))).toEqual([
      { trigger: "pre-sign-up", before: functionArn("other") },
    ]);
    expect(world.pool.LambdaConfig).toEqual({ PreSignUp: functionArn("other") });
  });

  test("undone twice, leaves nothing to do", async () => {
    await poolInAws();
    const record = await attached(temporaryProject());
    await done(await recordedDetachment(clients(), record));
    const { change, unaffected } = await recordedDetachment(clients(), record);
    expect([change.triggers, change.forbid, unaffected]).toEqual([[], [], []]);
  });

  test("keeps a permission that is not ours, and takes one of ours that attach found", async () => {
    const world = await poolInAws();
    await done({ change: await attachment(clients(), { userPoolId: poolId, functions }), unaffected: [] });
    world.pool.LambdaConfig = {};
    const [theirs = {}] = world.policies.get(live("pre-sign-up")) ?? [];
    world.policies.set(live("pre-sign-up"), [{ ...theirs, Sid: "theirs" }]);
    const record = await attached(temporaryProject());
    await done(await recordedDetachment(clients(), record));
    expect(seen(world).policies).toMatchObject([[live("pre-sign-up"), [{ Sid: "theirs" }]]]);
  });

  test("brings back a function with the permission that it has lost since", async () => {
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
    expect(seen(world)).toMatchObject({
      LambdaConfig: { CustomMessage: live("custom-message") },
      policies: [[live("custom-message"), [{}]]],
    });
  });

  test("has the pool as it was, for its owner alone to read", async () => {
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

  test("is never written over another", async () => {
    await poolInAws();
    const root = temporaryProject();
    await attached(root);
    await expect(attached(root)).rejects.toThrow(
      /cannot be written, where the pool as it is would be kept: nothing was changed\.$/,
    );
  });

  const replicaArn = poolArn.replace("eu-central-1:", "us-west-2:");
  const recordOf = (Arn: string) =>
    JSON.stringify({ userPoolId: poolId, attached: [], permitted: [], before: { UserPool: { Arn } } });

  test("the newest is found, of this pool and not of its replica", () => {
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
    ["{", /r\.json cannot be read as the record of an attach/],
    ["{}", /r\.json is not the record of an attach: name one of \.cognito-recovery\//],
  ])("%s is none", (text, sentence) => {
    const root = temporaryProject();
    writeFileSync(join(root, "r.json"), text);
    expect(() => recordIn(join(root, "r.json"))).toThrow(sentence);
  });
});

describe("a permission stays", () => {
  const probe = { "custom-message": "other:live", "pre-sign-up": "other:live" };

  test("while another trigger of the pool has the function", async () => {
    const world = await poolInAws();
    await carryOut(clients(), await attachment(clients(), { userPoolId: poolId, functions: probe }));
    await done(await namedDetachment(clients(), poolId, { "custom-message": "other:live" }));
    expect(seen(world)).toMatchObject({
      LambdaConfig: { PreSignUp: live("other") },
      policies: [[live("other"), [{}]]],
    });
    await done(await namedDetachment(clients(), poolId, { "pre-sign-up": "other:live" }));
    expect(seen(world)).toEqual({ LambdaConfig: {}, policies: [] });
  });

  test("while a custom sender is the function", async () => {
    const sender = { CustomEmailSender: { LambdaArn: live("other"), LambdaVersion: "V1_0" as const } };
    const world = await poolInAws({ pool: { LambdaConfig: { ...sender, KMSKeyID: "key" } } });
    await carryOut(
      clients(),
      await attachment(clients(), { userPoolId: poolId, functions: { "custom-message": "other:live" } }),
    );
    await done(await namedDetachment(clients(), poolId, { "custom-message": "other" }));
    expect(seen(world)).toMatchObject({
      LambdaConfig: { ...sender, KMSKeyID: "key" },
      policies: [[live("other"), [{}]]],
    });
  });

  test("that a later attach has made anew, for as long as the trigger does", async () => {
    const world = await poolInAws();
    await attached(temporaryProject());
    world.policies.clear();
    const again = await attachment(clients(), { userPoolId: poolId, functions });
    expect(again.triggers).toEqual([]);
    const root = temporaryProject();
    const record = recordIn(join(root, writeRecord(root, again, new Date())));
    await carryOut(clients(), again);
    await done(await recordedDetachment(clients(), record));
    expect(seen(world).policies).toHaveLength(2);
  });
});

describe("what namedDetachment does besides", () => {
  test("the permission goes after the trigger", async () => {
    const { aws } = await poolInAws();
    await attached(temporaryProject());
    const before = aws.calls.length;
    await done(await namedDetachment(clients(), poolId, functions));
    const order = aws.calls.slice(before).map(({ operation }) => operation);
    expect(order.indexOf("CognitoIdentityProvider.UpdateUserPool")).toBeLessThan(
      order.indexOf("Lambda.RemovePermission"),
    );
  });

  test("a permission that was left is taken away by the next", async () => {
    const world = await poolInAws();
    await attached(temporaryProject());
    world.pool.LambdaConfig = {};
    await done(await namedDetachment(clients(), poolId, { "custom-message": "custom-message:live" }));
    expect(seen(world).policies).toMatchObject([[live("pre-sign-up"), [{}]]]);
  });

  test("one that may not be taken away is told, and the proof given all the same", async () => {
    const { aws } = await poolInAws();
    await attached(temporaryProject());
    aws.answer("Lambda.RemovePermission", () => awsError("AccessDeniedException", "no"));
    const { change } = await namedDetachment(clients(), poolId, functions);
    const told = await carryOut(clients(), change);
    expect(told).toMatchObject({ ...verified, remaining: [{}, {}] });
    expect(exitCodeOf(told)).toBe(1);
  });

  test("an update that was made despite an error has its permissions taken away too", async () => {
    const world = await poolInAws();
    await attached(temporaryProject());
    world.aws.answer("CognitoIdentityProvider.UpdateUserPool", ({ LambdaConfig }) => {
      Object.assign(world.pool, { LambdaConfig });
      return awsError("InternalErrorException", "oops");
    });
    const { change } = await namedDetachment(clients(), poolId, functions);
    expect(await carryOut(clients(), change, 1)).toMatchObject(verified);
    expect(seen(world)).toEqual({ LambdaConfig: {}, policies: [] });
  });

  test("a permission stays when somebody attaches the function in the meantime", async () => {
    const world = await poolInAws();
    await attached(temporaryProject());
    world.pool.LambdaConfig = {};
    const { change } = await namedDetachment(clients(), poolId, functions);
    world.pool.LambdaConfig = { CustomMessage: live("custom-message") };
    expect(await carryOut(clients(), change, 1)).toMatchObject({ is: "unchanged" });
    expect(world.policies.get(live("custom-message"))).toHaveLength(1);
  });

  test("a function that is gone, and that would not come back, stops nothing", async () => {
    const world = await poolInAws({ pool: { LambdaConfig: { PreSignUp: functionArn("gone") } } });
    const record = await attached(temporaryProject());
    world.pool.LambdaConfig = { ...world.pool.LambdaConfig, PreSignUp: functionArn("other") };
    expect(await done(await recordedDetachment(clients(), record))).toHaveLength(1);
  });

  test("a function that is gone does not come back", async () => {
    const { aws, inputs } = await poolInAws({ pool: { LambdaConfig: { PreSignUp: functionArn("gone") } } });
    const record = await attached(temporaryProject());
    const before = inputs("CognitoIdentityProvider.UpdateUserPool").length;
    await expect(recordedDetachment(clients(), record)).rejects.toThrow(
      /function:gone, which was attached before, is gone: name/,
    );
    expect(aws.calls.filter(({ operation }) => operation.endsWith("UpdateUserPool"))).toHaveLength(before);
  });

  test("a pool of a stack is changed with drift alone", async () => {
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

describe("functions that are named", () => {
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
    ["one whose name only begins alike", functionArn("custom-message-2"), false],
  ])("%s", async (_, named, goes) => {
    const world = await poolInAws();
    await attached(temporaryProject());
    const unaffected = await done(await namedDetachment(clients(), poolId, { "custom-message": named }));
    expect(unaffected).toHaveLength(goes ? 0 : 1);
    expect(Object.keys(world.pool.LambdaConfig ?? {}).sort()).toEqual(
      goes ? ["PreSignUp"] : ["CustomMessage", "PreSignUp"],
    );
    expect(world.policies.get(live("custom-message"))).toHaveLength(goes ? 0 : 1);
  });

  test("a function that was deleted already is detached by its name", async () => {
    const world = await poolInAws({ pool: { LambdaConfig: { UserMigration: live("gone") } } });
    await done(await namedDetachment(clients(), poolId, { "user-migration": "gone" }));
    expect(world.pool.LambdaConfig).toEqual({});
  });
});
