import { PassThrough } from "node:stream";
import { expect, onTestFinished, test, vi } from "vitest";
import { runProgram } from "../../../src/tooling/cli/run-program.ts";
import { awsInThisProcess } from "../../aws/in-this-process.ts";
import { awsError, type LoopbackAws } from "../../aws/loopback.ts";
import { project } from "../../project.ts";
import { temporaryProject } from "../temporary-project.ts";
import { runCli } from "./run-cli.ts";

const FORGOT = "CognitoIdentityProvider.ForgotPassword";
const CONFIRM = "CognitoIdentityProvider.ConfirmForgotPassword";
const CodeDeliveryDetails = { Destination: "a***@e***", DeliveryMedium: "EMAIL", AttributeName: "email" };
const recover = ["recover", "--client-id", "client", "--username", "anna@example.com"];

/** Runs the command on a terminal, where a person answers the prompts in turn; no answer ends the input. */
async function onTerminal(answers: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const terminal = () => Object.assign(new PassThrough(), { isTTY: true });
  const [stdin, stdout, stderr] = [terminal(), terminal(), terminal()];
  const left = [...answers];
  let shown = "";
  stdout.on("data", (chunk) => {
    const before = shown.match(/: $/g)?.length ?? 0;
    shown += chunk;
    if (before > 0 || !/(?:Code .*|password): /.test(String(chunk))) return;
    const answer = left.shift();
    setImmediate(() => (answer === undefined ? stdin.end() : stdin.write(`${answer}\n`)));
  });
  const io = {
    stdin,
    stdout,
    stderr,
    cwd: temporaryProject({}),
    environment: { NO_COLOR: "1", ...environment },
  };
  const status = await runProgram(recover, { ...io, interrupted: async () => {} });
  return { status, shown };
}

const confirmed = (aws: LoopbackAws) =>
  aws.calls.filter(({ operation }) => operation === CONFIRM).map(({ input }) => input);

test("requests a code, and sets the new password, which is not shown", async () => {
  const aws = await awsInThisProcess();
  aws.answer(FORGOT, () => ({ CodeDeliveryDetails }));
  aws.answer(CONFIRM, (_, request) =>
    request === 1 ? awsError("CodeMismatchException", "Invalid code.") : {},
  );
  const { status, shown } = await onTerminal(["1", "A new passw0rd", "123456", "A new passw0rd"]);
  expect(status).toBe(0);
  expect(shown).toContain("to a***@e*** (EMAIL)");
  expect(shown).toContain("CodeMismatchException: Invalid code.");
  expect(shown).not.toContain("passw0rd");
  expect(confirmed(aws)).toMatchObject([
    { ConfirmationCode: "1", Password: "A new passw0rd" },
    { ConfirmationCode: "123456", Password: "A new passw0rd" },
  ]);
});

test.each<[what: string, answers: string[], number]>([
  ["without a code", [""], 0],
  ["at the end of the input", [], 0],
  ["when it cannot be corrected", ["123456", "A new passw0rd"], 1],
])("stops %s", async (_, answers, requests) => {
  const aws = await awsInThisProcess();
  aws.answer(FORGOT, () => ({}));
  aws.answer(CONFIRM, () => awsError("ExpiredCodeException", "Expired."));
  expect((await onTerminal(answers)).status).toBe(1);
  expect(confirmed(aws)).toHaveLength(requests);
});

test("sends the hash of the secret in CLIENT_SECRET", async () => {
  const aws = await awsInThisProcess();
  aws.answer(FORGOT, () => ({}));
  await onTerminal([""], { CLIENT_SECRET: "secret" });
  expect(aws.calls[0]?.input).toHaveProperty("SecretHash");
});

test.each<[what: string, root: () => string, isDropped: boolean]>([
  ["the schema of the project accepts", project, true],
  ["is given, where there is no schema", () => temporaryProject({}), false],
])("sends the metadata that %s", async (_, root, isDropped) => {
  const aws = await awsInThisProcess();
  aws.answer(FORGOT, () => ({}));
  const given = ["--metadata", "locale=fr", "--metadata", "shop=a=b"];
  const { status, stdout } = await runCli(root(), ...recover, ...given);
  expect(status).toBe(0);
  expect(aws.calls[0]?.input.ClientMetadata).toEqual({ locale: "fr", ...(!isDropped && { shop: "a=b" }) });
  expect(stdout.includes("drop it: shop")).toBe(isDropped);
});

test("shows the error of Cognito that an app conceals", async () => {
  const aws = await awsInThisProcess();
  aws.answer(FORGOT, () => awsError("UserNotFoundException", "Username/client id combination not found."));
  const { status, stdout } = await runCli(temporaryProject({}), ...recover);
  expect(status).toBe(0);
  expect(stdout).toContain("UserNotFoundException: Username/client id combination not found.");
});

test("with --endpoint, needs neither a Region nor credentials", async () => {
  const aws = await awsInThisProcess();
  aws.answer(FORGOT, () => awsError("LimitExceededException", "Attempt limit exceeded."));
  const endpoint = aws.environment.AWS_ENDPOINT_URL ?? "";
  for (const name of Object.keys(aws.environment)) vi.stubEnv(name, undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { status, stdout } = await runCli(temporaryProject({}), ...recover, "--endpoint", endpoint);
  expect(status).toBe(1);
  expect(stdout).toContain("too-many-attempts");
});

test("rejects a schema that cannot be read", async () => {
  const root = project({ "triggers/client-metadata.ts": "export const other = 1;" });
  const { status, stderr } = await runCli(root, ...recover);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^triggers\/client-metadata\.ts: /);
});

test.each([
  ["metadata without a value", ["--metadata", "locale"], /^--metadata should be of the form key=value/],
  ["no Region", [], /^No valid AWS Region is set/],
])("%s is a mistake", async (_, options, text) => {
  await awsInThisProcess();
  vi.stubEnv("AWS_REGION", "");
  const { status, stderr } = await runCli(temporaryProject({}), ...recover, ...options);
  expect(status).toBe(2);
  expect(stderr).toMatch(text);
});
