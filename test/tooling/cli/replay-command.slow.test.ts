import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { passing, temporaryProject } from "../temporary-project.ts";
import { runCli } from "./run-cli.ts";

const signUp = JSON.stringify({ triggerSource: "PreSignUp_SignUp", request: {}, response: {} });
const failing =
  "export const handler = async () => { throw new Error('secret at f (/var/task/x.js:1:2)'); };";
const message = `export const handler = async (event) => ({ ...event, response: { emailSubject: "Your code", emailMessage: "<p>{####}</p>", smsMessage: "{####} \\u001b[2J" } });`;
const forgot = JSON.stringify({
  triggerSource: "CustomMessage_ForgotPassword",
  request: { codeParameter: "{####}" },
  response: {},
});
const unbuilt = { "triggers/pre-sign-up.ts": passing, "events/e.json": signUp };

test.each<[number, string, Record<string, string>, string[], RegExp]>([
  [0, "an answer that Cognito accepts", unbuilt, [], /1 of 1 answers that Cognito accepts/],
  [1, "an error", { ...unbuilt, "triggers/pre-sign-up.ts": failing }, [], /! the error's text/],
  [2, "no build yet", unbuilt, ["--no-build"], /leave --no-build out once/],
  [2, "a malformed event", { ...unbuilt, "events/e.json": "null" }, [], /e\.json: the file contains null/],
  [2, "an event without a trigger", { ...unbuilt, "events/e.json": forgot }, [], /no trigger was built for/],
])("%i: %s", async (status, _, files, options, text) => {
  const { status: code, stdout, stderr } = await runCli(temporaryProject(files), "replay", ...options);
  expect(`${stderr}${stdout}`.replace(/^.* …\n/gm, "")).toMatch(text);
  expect(`${stderr}${stdout}`).not.toMatch(/^\s+at /m);
  expect(code).toBe(status);
});

const files = { "triggers/custom-message.ts": message, "events/custom-message.forgot.json": forgot };

test("prints subject and SMS with the code, and writes the email to a file", async () => {
  const root = temporaryProject(files);
  const { stdout, stderr } = await runCli(root, "replay");
  expect(stdout).toContain("SMS     123456 \\u{1b}[2J");
  expect(stdout).toContain("subject Your code");
  expect(stdout).not.toContain("\u001b");
  expect(stderr).toContain("replaying 1 events");
  expect(readdirSync(join(root, ".replay"))).toEqual(["custom-message.forgot.html"]);
});

test("--json prints JSON only to stdout", async () => {
  const { stdout } = await runCli(temporaryProject(files), "replay", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    emails: [".replay/custom-message.forgot.html"],
    events: [{ verdict: { is: "ok" }, message: { emailMessage: "<p>123456</p>" } }],
  });
});

test("--no-build replays the previous build", async () => {
  const root = temporaryProject(files);
  await runCli(root, "build");
  const { stderr, status } = await runCli(root, "replay", "--no-build", "events/custom-message.forgot.json");
  expect(stderr).not.toContain("building");
  expect(status).toBe(0);
  expect(existsSync(join(root, ".replay/custom-message.forgot.html"))).toBe(true);
});
