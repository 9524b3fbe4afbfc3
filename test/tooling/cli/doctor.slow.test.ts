import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { awsError, type LoopbackAws, loopbackAws } from "../../aws/loopback.ts";
import { poolId, soundClient, soundPool } from "../doctor/sample.ts";
import { answerSoundly, COGNITO } from "../doctor/sound-aws.ts";
import { temporaryProject } from "../temporary-project.ts";

const main = fileURLToPath(new URL("../../../src/tooling/cli/main.ts", import.meta.url));
const printed = fileURLToPath(new URL("../doctor/printed/describe-user-pool.json", import.meta.url));

/** The command as people run it. */
async function doctor(environment: Readonly<Record<string, string>>, ...options: string[]) {
  return doctorIn(temporaryProject(), environment, ...options);
}

async function doctorIn(cwd: string, environment: Readonly<Record<string, string>>, ...options: string[]) {
  const child = spawn(process.execPath, [main, "doctor", ...options], {
    cwd,
    env: { PATH: process.env.PATH, ...environment },
  });
  const ended = once(child, "close");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await ended;
  return { status, stdout, stderr };
}

async function soundAws(): Promise<LoopbackAws> {
  const aws = await loopbackAws();
  onTestFinished(() => aws.close());
  answerSoundly(aws);
  return aws;
}

const attributes = ["--attribute", "email", "email_verified"];

test("a sound pool: 0", async () => {
  const aws = await soundAws();
  const { status, stdout, stderr } = await doctor(aws.environment, "--user-pool-id", poolId, ...attributes);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^No findings\.$/m);
  expect(aws.violations).toEqual([]);
});

test("warnings alone: 0; an error: 1; as JSON too", async () => {
  const aws = await soundAws();
  const ask = () => doctor(aws.environment, "--user-pool-id", poolId, "--json");
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
  ["a pool that is not there", "ResourceNotFoundException", /^cognito-idp:DescribeUserPool found nothing/],
  ["no permission", "AccessDeniedException", /may not call cognito-idp:DescribeUserPool/],
  ["no credentials", "UnrecognizedClientException", /^AWS rejects the credentials of this shell/],
])("%s: 2, and a sentence", async (_, name, sentence) => {
  const aws = await soundAws();
  aws.answer(`${COGNITO}.DescribeUserPool`, () => awsError(name, "told by AWS"));
  const { status, stdout, stderr } = await doctor(aws.environment, "--user-pool-id", poolId);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each<[number, string[], RegExp]>([
  [1, ["--from", printed, "--attribute", "email", "custom:plan"], /The migration returns custom:plan/],
  [0, ["--from", printed, ...attributes], /^No findings; \d+ facts could not/m],
  [2, ["--from", "nowhere.json"], /^nowhere\.json cannot be read/],
  [2, ["--user-pool-id", "shop"], /^--user-pool-id should be an id /],
  [2, ["--user-pool-id", poolId, "--from", printed], /^--from and --user-pool-id are two ways/],
  [2, ["--from", printed, "--trigger", "custom-message"], /^--environment and --trigger look at settings/],
  [2, attributes, /^--attribute is held against a pool's schema/],
])("%i: %j", async (status, options, sentence) => {
  const told = await doctor({}, ...options);
  expect(`${told.stderr}${told.stdout}`).toMatch(sentence);
  expect(told.status).toBe(status);
});

test("a value of the wrong kind in a file: 2, and a sentence", async () => {
  const json = JSON.stringify({ UserPool: { ...soundPool, LambdaConfig: { PreSignUp: 5 } } });
  const told = await doctorIn(temporaryProject({ "p.json": json }), {}, "--from", "p.json");
  const stderr = "p.json: UserPool.LambdaConfig.PreSignUp should be a string.\n";
  expect(told).toEqual({ status: 2, stdout: "", stderr });
});

test("only the triggers that the project has are missed on a pool", async () => {
  const bare = JSON.stringify({ UserPool: { ...soundPool, LambdaConfig: {} } });
  const missed = async (files: Record<string, string>) => {
    const { stdout } = await doctorIn(temporaryProject({ ...files, "p.json": bare }), {}, "--from", "p.json");
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
