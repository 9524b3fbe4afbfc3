import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { awsError } from "../../aws/loopback.ts";
import {
  functionArn,
  type PoolInAws,
  poolArn,
  poolId,
  poolInAws,
  type World,
} from "../deploy/pool-in-aws.ts";
import { temporaryProject } from "../temporary-project.ts";
import { runCli } from "./run-cli.ts";

const live = (name: string) => `${functionArn(name)}:live`;

/** A project, and the AWS that its commands find. */
async function commands(world: World = {}, files: Record<string, string> = {}) {
  const pool = await poolInAws(world);
  const cwd = temporaryProject(files);
  return { ...pool, cwd, run: (...options: string[]) => runCli(cwd, ...options) };
}

const colors = ["page", "card", "text", "muted", "accent", "onAccent"];
const palette = Object.fromEntries(colors.map((color) => [color, "#000000"]));

const updates = ({ inputs }: Pick<PoolInAws, "inputs">) =>
  inputs("CognitoIdentityProvider.UpdateUserPool").length;
const attach = ["attach", "--user-pool-id", poolId, "--custom-message", "custom-message:live"];

describe("attach and detach", () => {
  test("a dry run shows the change, and makes none", async () => {
    const world = await commands({
      pool: { LambdaConfig: { CustomMessage: functionArn("custom-message") } },
    });
    const { status, stdout } = await world.run(...attach, "--dry-run");
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `User pool ${poolId} (people)
  LambdaConfig.CustomMessage
    - ${functionArn("custom-message")}
    + ${live("custom-message")}
  + Cognito may invoke ${live("custom-message")} for this pool
  1 other setting is sent back unchanged.
Nothing was changed: this was a dry run.
`,
    });
    expect(updates(world)).toBe(0);
    expect(existsSync(join(world.cwd, ".cognito-recovery"))).toBe(false);
  });

  test("the sample brand stops it, unless it is allowed; a dry run only prints that", async () => {
    const brand = { name: "Example", light: palette, dark: palette };
    const world = await commands(
      {},
      { "templates/brands.json": JSON.stringify({ default: "acme", brands: { acme: brand } }) },
    );
    const sentence =
      /^custom-message is not attached: .*templates\/brands\.json \(brands\.acme\.name\).*--sample-brand/;
    const stopped = await world.run(...attach, "--yes");
    expect(stopped).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(sentence) });
    const dry = await world.run(...attach, "--dry-run");
    expect(dry).toMatchObject({ status: 0, stdout: expect.stringMatching(sentence) });
    expect(updates(world)).toBe(0);
    const other = ["attach", "--user-pool-id", poolId, "--pre-sign-up", "pre-sign-up:live", "--yes"];
    expect(await world.run(...other)).toMatchObject({ status: 0, stderr: "" });
    expect(await world.run(...attach, "--yes", "--sample-brand")).toMatchObject({ status: 0, stderr: "" });
    expect(updates(world)).toBe(2);
  });

  test("the record stays when the result of the change is unknown, and when a trigger was left unchanged", async () => {
    const world = await commands();
    const records = () => readdirSync(join(world.cwd, ".cognito-recovery"));
    world.aws.answer("CognitoIdentityProvider.UpdateUserPool", () =>
      awsError("InternalErrorException", "oops"),
    );
    expect(await world.run(...attach, "--yes")).toMatchObject({ status: 1 });
    expect(records()).toEqual([expect.stringMatching(/\.json$/)]);
    world.pool.LambdaConfig = { CustomMessage: functionArn("other") };
    const { status, stdout } = await world.run("detach", "--user-pool-id", poolId, "--yes");
    expect(status).toBe(0);
    expect(stdout).toContain(`custom-message is unchanged: the pool has ${functionArn("other")}.`);
    expect(records()).toEqual([expect.stringMatching(/\.json$/)]);
  });

  test("a dry run of a pool that a stack manages prints that, and the change", async () => {
    const world = await commands({ stack: "Shop" });
    const { status, stdout } = await world.run(...attach, "--dry-run");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^The CloudFormation stack Shop manages .*\nUser pool [\s\S]*a dry run\.\n$/);
    expect(await world.run(...attach, "--yes")).toMatchObject({ status: 2, stdout: "" });
    expect(updates(world)).toBe(0);
  });

  test("a message of AWS cannot control the terminal, and is printed once", async () => {
    const { aws, run } = await commands();
    aws.answer("Lambda.GetFunctionConfiguration", () =>
      awsError("InvalidParameterValueException", "bad\u001b[31m"),
    );
    const { stderr } = await run(...attach);
    expect(stderr).toBe("AWS rejected lambda:GetFunctionConfiguration: bad\\u{1b}[31m\n");
  });

  test("without a terminal nothing is confirmed", async () => {
    const world = await commands();
    const { status, stderr } = await world.run(...attach);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Nothing was changed: .* pass --yes\.\n$/);
    expect(updates(world)).toBe(0);
  });

  test("one undoes the other", async () => {
    const world = await commands({ pool: { LambdaConfig: { PostAuthentication: functionArn("other") } } });
    const attached = await world.run(...attach, "--yes");
    expect(attached).toMatchObject({ status: 0, stderr: "" });
    expect(attached.stdout).toMatch(/^Done, and read again: nothing else has changed/m);
    expect(world.pool.LambdaConfig).toHaveProperty("CustomMessage", live("custom-message"));
    const [record = ""] = readdirSync(join(world.cwd, ".cognito-recovery"));
    expect(attached.stdout).toContain(`cognito-recovery -- detach --record .cognito-recovery/${record}`);
    expect(await world.run(...attach, "--yes")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^There is nothing to change/),
    });
    const detached = await world.run("detach", "--user-pool-id", poolId, "--yes");
    expect(detached).toMatchObject({ status: 0, stderr: "" });
    expect(world.pool.LambdaConfig).toEqual({ PostAuthentication: functionArn("other") });
    expect([...world.policies.values()].flat()).toEqual([]);
  });

  test("a function attached by others is named, and replaced only with --replace", async () => {
    const world = await commands({ pool: { LambdaConfig: { CustomMessage: functionArn("other") } } });
    const refused = await world.run(...attach, "--yes");
    expect(refused.status).toBe(2);
    expect(refused.stdout).toContain("This replaces another function, which others may have attached.");
    expect(refused.stderr).toContain("pass --yes --replace.");
    expect(updates(world)).toBe(0);
    expect(await world.run(...attach, "--yes", "--replace")).toMatchObject({ status: 0 });
    expect(world.pool.LambdaConfig).toEqual({ CustomMessage: live("custom-message") });
  });

  test("a pool that is not as expected afterwards is reported, with exit code 1", async () => {
    const world = await commands({ pool: { DeletionProtection: "ACTIVE" } });
    world.aws.answer("CognitoIdentityProvider.UpdateUserPool", ({ LambdaConfig }) => {
      Object.assign(world.pool, { LambdaConfig, DeletionProtection: "INACTIVE" });
      return {};
    });
    const { status, stdout } = await world.run(...attach, "--yes");
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /Done, but this differs from .*:\n {2}UserPool\.DeletionProtection: should be "ACTIVE", is "INACTIVE"\n/,
    );
  });

  test("detach undoes the newest attach that was made, and then the one before it", async () => {
    const world = await commands({ pool: { LambdaConfig: { CustomMessage: functionArn("other") } } });
    world.policies.set(functionArn("other"), [
      {
        Effect: "Allow",
        Principal: { Service: "cognito-idp.amazonaws.com" },
        Action: "lambda:InvokeFunction",
        Condition: { StringEquals: { "aws:SourceAccount": "111122223333", "aws:SourceArn": poolArn } },
      },
    ]);
    await world.run(...attach, "--yes", "--replace");
    const pool = ["--user-pool-id", poolId, "--yes"];
    await world.run("attach", ...pool, "--pre-sign-up", "pre-sign-up:live");
    world.aws.answer("Lambda.AddPermission", () => awsError("AccessDeniedException", "no"));
    const failed = await world.run("attach", ...pool, "--user-migration", "user-migration:live");
    expect(failed.status).toBe(2);
    expect(failed.stderr).toMatch(
      /^The triggers are unchanged: These credentials are not allowed to call lambda:AddPermission/,
    );
    const first = await world.run("detach", ...pool);
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/^Undoing the attach of \.cognito-recovery\/eu-central-1_AbCdEf123\./);
    expect(world.pool.LambdaConfig).toEqual({ CustomMessage: live("custom-message") });
    expect(await world.run("detach", ...pool)).toMatchObject({ status: 0, stderr: "" });
    expect(world.pool.LambdaConfig).toEqual({ CustomMessage: functionArn("other") });
    const none = await world.run("detach", ...pool);
    expect(none.status).toBe(2);
    expect(none.stderr).toMatch(/^There is no record of an attach/);
  });

  test.each<[string, string[], string]>([
    [
      "an option without a value",
      [...attach.slice(0, 3), "--custom-message", "--dry-run"],
      "--custom-message --dry-run: write the name",
    ],
    [
      "an empty name",
      [...attach.slice(0, 3), "--custom-message", ""],
      "--custom-message: write the name or the ARN",
    ],
    [
      "$LATEST",
      [...attach.slice(0, 3), "--custom-message", "x:$LATEST"],
      "--custom-message x:$LATEST: omit :$LATEST",
    ],
    [
      "no pool",
      ["attach", "--user-pool-id", "eu-central-1_None", "--custom-message", "x"],
      "The user pool eu-central-1_None does not exist",
    ],
    ["no function", ["attach", "--user-pool-id", poolId], "No function is named."],
    [
      "no record",
      ["detach", "--user-pool-id", poolId],
      "There is no record of an attach to eu-central-1_AbCdEf123 in eu-central-1 here",
    ],
    ["neither pool nor record", ["detach"], "Which pool?"],
    [
      "a record that is none",
      ["detach", "--record", "nowhere.json"],
      "nowhere.json cannot be read, or is not the record of an attach.",
    ],
    ["nothing to try", ["smoke"], "Which functions? Name a pool with --user-pool-id"],
    ["a pool without our triggers", ["smoke", "--user-pool-id", poolId], "The pool has none of our triggers"],
  ])("%s is one sentence", async (_, options, sentence) => {
    const { run } = await commands();
    const { status, stdout, stderr } = await run(...options);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.startsWith(sentence)).toBe(true);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});
