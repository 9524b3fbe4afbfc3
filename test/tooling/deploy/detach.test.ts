import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { attachment } from "../../../src/tooling/deploy/attach.ts";
import { carryOut } from "../../../src/tooling/deploy/carry-out.ts";
import { clientsIn } from "../../../src/tooling/deploy/clients.ts";
import { type Detachment, detaching, undoing } from "../../../src/tooling/deploy/detach.ts";
import { newestRecord, recordIn, writeRecord } from "../../../src/tooling/deploy/record.ts";
import { temporaryProject } from "../temporary-project.ts";
import { functionArn, type PoolInAws, poolId, poolInAws } from "./pool-in-aws.ts";

const live = (name: string) => `${functionArn(name)}:live`;
const clients = () => clientsIn("eu-central-1");
const proven = { notSet: [], unexpected: [], leftOut: [] };
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

async function done({ change, leftAlone }: Detachment) {
  expect(await carryOut(clients(), change)).toEqual(proven);
  return leftAlone;
}

describe("a record", () => {
  test("undone, leaves the pool and the permissions as they were before the attach", async () => {
    const world = await poolInAws({
      pool: { LambdaConfig: { PreSignUp: functionArn("other"), PostAuthentication: functionArn("other") } },
    });
    const statement = { Sid: "theirs", Effect: "Allow", Principal: { Service: "s3.amazonaws.com" } };
    world.policies.set(live("pre-sign-up"), [statement]);
    const before = seen(world);
    const record = await attached(temporaryProject());
    expect(seen(world)).not.toEqual(before);
    expect(await done(await undoing(clients(), record))).toEqual([]);
    expect(seen(world)).toEqual(before);
  });

  test("leaves alone what somebody has attached since", async () => {
    const world = await poolInAws();
    const record = await attached(temporaryProject());
    world.pool.LambdaConfig = { ...world.pool.LambdaConfig, PreSignUp: functionArn("other") };
    expect(await done(await undoing(clients(), record))).toEqual([
      { trigger: "pre-sign-up", before: functionArn("other") },
    ]);
    expect(world.pool.LambdaConfig).toEqual({ PreSignUp: functionArn("other") });
  });

  test("undone twice, leaves nothing to do", async () => {
    await poolInAws();
    const record = await attached(temporaryProject());
    await done(await undoing(clients(), record));
    const { change, leftAlone } = await undoing(clients(), record);
    expect([change.triggers, change.forbid, leftAlone]).toEqual([[], [], []]);
  });

  test("keeps a permission that attach found and did not add", async () => {
    const world = await poolInAws();
    await done({ change: await attachment(clients(), { userPoolId: poolId, functions }), leftAlone: [] });
    world.pool.LambdaConfig = {};
    const record = await attached(temporaryProject());
    await done(await undoing(clients(), record));
    expect(seen(world).policies).toHaveLength(2);
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
    await expect(attached(root)).rejects.toThrow("EEXIST");
  });

  test("the newest is found, of this pool", () => {
    const folder = ".cognito-recovery";
    const root = temporaryProject({
      [`${folder}/${poolId}.2026-11-24T16-00-00.000Z.json`]: "",
      [`${folder}/${poolId}.2026-11-25T08-00-00.000Z.json`]: "",
      [`${folder}/${poolId}4.2026-11-26T08-00-00.000Z.json`]: "",
    });
    expect(newestRecord(root, poolId)).toBe(`${folder}/${poolId}.2026-11-25T08-00-00.000Z.json`);
    expect(newestRecord(root, "eu-central-1_Other")).toBeUndefined();
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
    const leftAlone = await done(await detaching(clients(), poolId, { "custom-message": named }));
    expect(leftAlone).toHaveLength(goes ? 0 : 1);
    expect(Object.keys(world.pool.LambdaConfig ?? {}).sort()).toEqual(
      goes ? ["PreSignUp"] : ["CustomMessage", "PreSignUp"],
    );
    expect(world.policies.get(live("custom-message"))).toHaveLength(goes ? 0 : 1);
  });

  test("a function that was deleted already is detached by its name", async () => {
    const world = await poolInAws({ pool: { LambdaConfig: { UserMigration: live("gone") } } });
    await done(await detaching(clients(), poolId, { "user-migration": "gone" }));
    expect(world.pool.LambdaConfig).toEqual({});
  });

  test("a pool of a stack is left alone", async () => {
    await poolInAws({ stack: "Shop" });
    await expect(detaching(clients(), poolId, functions)).rejects.toThrow(
      /^The CloudFormation stack Shop manages/,
    );
  });
});
