import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { passing, temporaryProject } from "../temporary-project.ts";
import { run } from "./run-cli.ts";

const signUp = JSON.stringify({ triggerSource: "PreSignUp_SignUp", request: {}, response: {} });
const loud = "export const handler = async () => { throw new Error('secret at f (/var/task/x.js:1:2)'); };";
const mail = `export const handler = async (event) => ({ ...event, response: { emailSubject: "Your code", emailMessage: "<p>{####}</p>", smsMessage: "{####} \\u001b[2J" } });`;
const forgot = JSON.stringify({
  triggerSource: "CustomMessage_ForgotPassword",
  request: { codeParameter: "{####}" },
  response: {},
});
const unbuilt = { "triggers/pre-sign-up.ts": passing, "events/e.json": signUp };

const legacy = ["--set", "LEGACY_DATABASE=secret:legacy"];
const kms = "arn:aws:kms:eu-central-1:111122223333";
const topic = /^--alarm-topic should be the ARN of an SNS topic/;

describe("exit codes", () => {
  test.each<[number, string, Record<string, string>, string[], RegExp]>([
    [0, "help", {}, ["--help"], /^Usage: cognito-recovery/],
    [0, "help of replay", {}, ["replay", "--help"], /Exit codes:/],
    [0, "a build", unbuilt, ["build"], /pre-sign-up +\d/],
    [0, "a replay", unbuilt, ["replay"], /1 of 1 answers that Cognito takes/],
    [
      1,
      "a refused answer",
      { ...unbuilt, "triggers/pre-sign-up.ts": loud },
      ["replay"],
      /! the error's text/,
    ],
    [0, "the settings of one trigger", {}, ["doctor", "--trigger", "custom-message"], /^All is well with/],
    [
      1,
      "a setting that has to be there",
      {},
      ["doctor"],
      /^The environment variable LEGACY_DATABASE is not set/,
    ],
    [
      1,
      "a wrong setting in a file",
      { "f.env": "WHEN_UNAVAILABLE=hunter2" },
      ["doctor", "--environment", "f.env", "--trigger", "user-migration"],
      /WHEN_UNAVAILABLE must be one of: report, conceal\./,
    ],
    [
      0,
      "a misspelt setting in a file, which is a warning",
      { "f.env": "WHEN_UNAVAILABEL=conceal\nLEGACY_DATABASE=x" },
      ["doctor", "--environment", "f.env"],
      /^The environment variable WHEN_UNAVAILABEL is not a setting: did you mean WHEN_UNAVAILABLE\?\n$/,
    ],
    [2, "a file that is not there", {}, ["doctor", "--environment", "f.env"], /^There is no file f\.env/],
    [
      2,
      "a trigger that is none",
      {},
      ["doctor", "--trigger", "pre-signup"],
      /^--trigger must be one of: custom-m/,
    ],
    [
      2,
      "a template of what is not built",
      {},
      ["synth", "--no-build"],
      /^There is no \/.*manifest\.json: run `npm run build`\./,
    ],
    [0, "a template, built first", unbuilt, ["synth", ...legacy], /^dist\/cloudformation\/template\.json\n/],
    [
      1,
      "a template of texts with errors",
      { ...unbuilt, "templates/forgot-password/email.en.hbs": "{{#if" },
      ["synth", ...legacy],
      /^templates\//,
    ],
    [2, "a key by its alias", {}, ["synth", "--key", `${kms}:alias/x`], /^--key should be the ARN of a key/],
    [2, "any key", {}, ["synth", "--key", "*"], /^--key should be the ARN of a key/],
    [
      2,
      "a key, and no key",
      {},
      ["synth", "--key", `${kms}:key/x`, "x"],
      /^--key should be the ARN of a key/,
    ],
    [2, "a topic by name", {}, ["synth", "--alarm-topic", "pager"], topic],
    [2, "a topic of no account", {}, ["synth", "--alarm-topic", "arn:aws:sns:eu-central-1::pager"], topic],
    [
      2,
      "a variable of Lambda's",
      unbuilt,
      ["synth", ...legacy, "--set", "AWS_REGION=hunter2"],
      /^pre-sign-up: The environment variable AWS_REGION is Lambda's own: leave it out\.$/m,
    ],
    [
      2,
      "a VPC for nobody",
      { "triggers/custom-message.ts": passing },
      ["synth", "--vpc"],
      /^--vpc is for the functions that read the legacy store/,
    ],
    [2, "a setting that is none", {}, ["synth", "--set", "x"], /^--set should be of the form NAME=value/],
    [
      2,
      "a variable that is none",
      unbuilt,
      ["replay", "--set", "x"],
      /^--set should be of the form NAME=value/,
    ],
    [0, "help of lookup", {}, ["lookup", "--help"], /^ {2}1 {2}it does not, or its row cannot be used/m],
    [2, "no user name", {}, ["correlate"], /missing required argument 'user names'/],
    [
      2,
      "no key",
      {},
      ["correlate", "anna@example.com"],
      /^The environment variable CORRELATION_KEY is not set/,
    ],
    [2, "no command", {}, [], /Usage:/],
    [2, "an unknown command", {}, ["replya"], /unknown command 'replya'/],
    [2, "an unknown option", unbuilt, ["replay", "--jsno"], /unknown option '--jsno'/],
    [2, "no project", {}, ["build"], /^There is no folder triggers\//],
    [2, "nothing to replay", { "triggers/a.ts": passing }, ["replay"], /^There is no events in/],
    [2, "no build yet", unbuilt, ["replay", "--no-build"], /leave --no-build out once/],
    [
      2,
      "a malformed event",
      { ...unbuilt, "events/e.json": "null" },
      ["replay"],
      /e\.json: the whole is null/,
    ],
    [
      2,
      "an event of nobody's",
      { ...unbuilt, "events/e.json": forgot },
      ["replay"],
      /no trigger was built for/,
    ],
  ])("%i: %s", (status, _, files, options, text) => {
    const told = run(temporaryProject(files), ...options);
    expect(`${told.stderr}${told.stdout}`.replace(/^.* …\n/gm, "")).toMatch(text);
    expect(`${told.stderr}${told.stdout}`).not.toMatch(/^\s+at /m);
    expect(told.status).toBe(status);
  });
});

test("doctor --json has each finding as data, and no value", () => {
  const root = temporaryProject({ "f.env": "LEGACY_DATABASE=x\nEMAIL_SENDING_ACCOUNT=hunter2" });
  const { stdout } = run(root, "doctor", "--json", "--environment", "f.env");
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    settings: [
      {
        variable: "EMAIL_SENDING_ACCOUNT",
        message: "The environment variable EMAIL_SENDING_ACCOUNT must be one of: DEVELOPER, COGNITO_DEFAULT.",
      },
    ],
    warnings: [],
  });
});

describe("synth", () => {
  const zips = (root: string) =>
    readdirSync(join(root, "dist/cloudformation")).filter((name) => name.endsWith(".zip"));

  test("takes what is there now, and with --no-build what was built before", () => {
    const root = temporaryProject(unbuilt);
    run(root, "synth", ...legacy);
    const [first] = zips(root);
    writeFileSync(join(root, "triggers/pre-sign-up.ts"), `${passing} console.log("changed");`);
    const kept = run(root, "synth", "--no-build", ...legacy);
    expect(kept).toMatchObject({ status: 0, stderr: "" });
    expect(zips(root)).toEqual([first]);
    expect(run(root, "synth", ...legacy).stderr).toBe("building the triggers …\n");
    expect(zips(root)).toHaveLength(1);
    expect(zips(root)).not.toEqual([first]);
  });

  test("warns on stderr of a secret and of a misspelt setting, and prints no value", () => {
    const wrong = ["LEGACY_DATABASE=postgres://u:hunter2@h/db", "POWERTOOLS_LOG_LEVEI=hunter2"];
    const { status, stdout, stderr } = run(
      temporaryProject(unbuilt),
      "synth",
      ...wrong.flatMap((each) => ["--set", each]),
    );
    expect(stderr).toMatch(/^The environment variable LEGACY_DATABASE holds a secret, .*secret:…/m);
    expect(stderr).toMatch(
      /^The environment variable POWERTOOLS_LOG_LEVEI .*did you mean POWERTOOLS_LOG_LEVEL\?$/m,
    );
    expect(`${stdout}${stderr}`).not.toContain("hunter2");
    expect(status).toBe(0);
  });
});

describe("replay", () => {
  const files = { "triggers/custom-message.ts": mail, "events/custom-message.forgot.json": forgot };

  test("prints subject and SMS with the code in, and writes the email as a file", () => {
    const root = temporaryProject(files);
    const { stdout, stderr } = run(root, "replay");
    expect(stdout).toContain("SMS     123456 \\u{1b}[2J");
    expect(stdout).toContain("subject Your code");
    expect(stdout).not.toContain("\u001b");
    expect(stderr).toContain("replaying 1 events");
    expect(readdirSync(join(root, ".replay"))).toEqual(["custom-message.forgot.html"]);
  });

  test("--json is JSON alone on stdout", () => {
    const { stdout } = run(temporaryProject(files), "replay", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      emails: [".replay/custom-message.forgot.html"],
      events: [{ verdict: { is: "ok" }, message: { emailMessage: "<p>123456</p>" } }],
    });
  });

  test("--no-build replays what is there", () => {
    const root = temporaryProject(files);
    run(root, "build");
    const { stderr, status } = run(root, "replay", "--no-build", "events/custom-message.forgot.json");
    expect(stderr).not.toContain("building");
    expect(status).toBe(0);
    expect(existsSync(join(root, ".replay/custom-message.forgot.html"))).toBe(true);
  });
});
