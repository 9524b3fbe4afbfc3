import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { awsInThisProcess } from "../../aws/in-this-process.ts";
import { awsError, type LoopbackAws } from "../../aws/loopback.ts";
import { poolId, soundClient, soundPool } from "../doctor/sample.ts";
import { answerSoundly, COGNITO } from "../doctor/sound-aws.ts";
import { temporaryProject } from "../temporary-project.ts";
import { runCli } from "./run-cli.ts";

const printed = fileURLToPath(new URL("../doctor/printed/describe-user-pool.json", import.meta.url));

async function soundAws(): Promise<LoopbackAws> {
  const aws = await awsInThisProcess();
  answerSoundly(aws);
  return aws;
}

const doctor = (...options: string[]) => runCli(temporaryProject(), "doctor", ...options);

const attributes = ["--attribute", "email", "email_verified"];

test("a sound pool: 0", async () => {
  await soundAws();
  const { status, stdout, stderr } = await doctor("--user-pool-id", poolId, ...attributes);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^No findings\.$/m);
});

test("warnings alone: 0; an error: 1; as JSON too", async () => {
  const aws = await soundAws();
  const ask = () => doctor("--user-pool-id", poolId, "--json");
  aws.answer(`${COGNITO}.DescribeUserPoolClient`, ({ ClientId }) => ({
    UserPoolClient: {
      ...soundClient,
      ClientId,
      PreventUserExistenceErrors: "LEGACY",
      ClientSecret: "neverToBeSeen",
    },
  }));
  const warned = await ask();
  expect(warned.status).toBe(0);
  expect(JSON.parse(warned.stdout)).toMatchObject({
    ok: true,
    findings: [{ rule: "client-reveals-users" }, {}],
    missingFacts: [{ reason: "dist/ contains no build." }],
  });
  expect(warned.stdout).not.toContain("neverToBeSeen");
  aws.answer(`${COGNITO}.DescribeUserPool`, () => ({
    UserPool: { ...soundPool, EmailConfigurationFailure: "EmailNotVerified" },
  }));
  expect((await ask()).status).toBe(1);
});

test.each([
  ["a pool that does not exist", "ResourceNotFoundException", /^cognito-idp:DescribeUserPool found nothing/],
  ["no permission", "AccessDeniedException", /are not allowed to call cognito-idp:DescribeUserPool/],
  ["no credentials", "UnrecognizedClientException", /^AWS rejects the credentials of this shell/],
])("%s: 2, and a sentence", async (_, name, sentence) => {
  const aws = await soundAws();
  aws.answer(`${COGNITO}.DescribeUserPool`, () => awsError(name, "from AWS"));
  const { status, stdout, stderr } = await doctor("--user-pool-id", poolId);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each<[number, string[], RegExp]>([
  [1, ["--from", printed, "--attribute", "email", "custom:plan"], /The migration returns custom:plan/],
  [0, ["--from", printed, ...attributes], /^No findings; \d+ facts could not/m],
  [2, ["--from", "nowhere.json"], /^nowhere\.json cannot be read/],
  [2, ["--user-pool-id", "shop"], /^--user-pool-id should be an id such as eu-central-1_/],
  [2, ["--user-pool-id", poolId, "--from", printed], /^--from and --user-pool-id/],
  [2, ["--from", printed, "--trigger", "custom-message"], /^--environment and --trigger/],
  [2, attributes, /^--attribute/],
])("%i: %j", async (status, options, sentence) => {
  const { status: code, stdout, stderr } = await doctor(...options);
  expect(`${stderr}${stdout}`).toMatch(sentence);
  expect(code).toBe(status);
});

test("a value of the wrong kind in a file: 2, and a sentence", async () => {
  const json = JSON.stringify({ UserPool: { ...soundPool, LambdaConfig: { PreSignUp: 5 } } });
  const result = await runCli(temporaryProject({ "p.json": json }), "doctor", "--from", "p.json");
  const stderr = "p.json: UserPool.LambdaConfig.PreSignUp should be a string.\n";
  expect(result).toEqual({ status: 2, stdout: "", stderr });
});

test("only the triggers that the project has are missed on a pool", async () => {
  const bare = JSON.stringify({ UserPool: { ...soundPool, LambdaConfig: {} } });
  const missed = async (files: Record<string, string>) => {
    const { stdout } = await runCli(
      temporaryProject({ ...files, "p.json": bare }),
      "doctor",
      "--from",
      "p.json",
    );
    return stdout.match(/(?<=\()no-[\w-]+/g);
  };
  expect(await missed({})).toEqual([
    "no-user-migration",
    "no-custom-message",
    "no-pre-sign-up",
    "no-post-confirmation",
  ]);
  expect(await missed({ "triggers/custom-message.ts": "" })).toEqual(["no-custom-message"]);
});

describe("of settings", () => {
  test.each<[number, string, Record<string, string>, string[], RegExp]>([
    [0, "the settings of one trigger", {}, ["--trigger", "custom-message"], /^No problems in \d+ settings/],
    [1, "a required setting", {}, [], /^The environment variable LEGACY_DATABASE is not set/],
    [
      1,
      "a wrong setting in a file",
      { "f.env": "WHEN_UNAVAILABLE=hunter2" },
      ["--environment", "f.env", "--trigger", "user-migration"],
      /WHEN_UNAVAILABLE must be one of: report, conceal\./,
    ],
    [
      0,
      "a misspelt setting in a file, which is a warning",
      { "f.env": "WHEN_UNAVAILABEL=conceal\nLEGACY_DATABASE=x" },
      ["--environment", "f.env"],
      /^The environment variable WHEN_UNAVAILABEL .* WHEN_UNAVAILABLE\?\n$/,
    ],
    [
      2,
      "a missing file",
      {},
      ["--environment", "f.env"],
      /^f\.env: the file with the variables does not exist/,
    ],
    [2, "an unknown trigger", {}, ["--trigger", "pre-signup"], /^--trigger must be one of: custom-m/],
  ])("%i: %s", async (status, _, files, options, sentence) => {
    const result = await runCli(temporaryProject(files), "doctor", ...options);
    expect(`${result.stderr}${result.stdout}`).toMatch(sentence);
    expect(result.status).toBe(status);
  });

  test("as JSON: each finding as data, and no value", async () => {
    const root = temporaryProject({ "f.env": "LEGACY_DATABASE=x\nEMAIL_SENDING_ACCOUNT=hunter2" });
    const { stdout } = await runCli(root, "doctor", "--json", "--environment", "f.env");
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      settings: [{ variable: "EMAIL_SENDING_ACCOUNT", message: expect.any(String) }],
      warnings: [],
    });
    expect(stdout).not.toContain("hunter2");
  });
});
