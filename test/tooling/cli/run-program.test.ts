import { expect, test } from "vitest";
import { passing, temporaryProject } from "../temporary-project.ts";
import { runCli } from "./run-cli.ts";

const trigger = { "triggers/pre-sign-up.ts": passing };
const kms = "arn:aws:kms:eu-central-1:111122223333";

test.each<[number, string, Record<string, string>, string[], RegExp]>([
  [0, "help", {}, ["--help"], /^Usage: cognito-recovery/],
  [0, "help of replay", {}, ["replay", "--help"], /Exit codes:/],
  [0, "help of lookup", {}, ["lookup", "--help"], /^ {2}1 {2}the store does not know the person/m],
  [0, "help of correlate", {}, ["correlate", "--help"], /0 {2}success\n {2}2 {2}/],
  [0, "the version", {}, ["--version"], /^\d+\.\d+\.\d+\n$/],
  [2, "no command", {}, [], /Usage:/],
  [2, "an unknown command", {}, ["replya"], /unknown command 'replya'/],
  [2, "an unknown option", trigger, ["replay", "--jsno"], /unknown option '--jsno'/],
  [2, "no project", {}, ["build"], /^There is no folder triggers\//],
  [2, "no user name", {}, ["correlate"], /missing required argument 'user names'/],
  [
    2,
    "no key",
    {},
    ["correlate", "anna@example.com"],
    /^The environment variable CORRELATION_KEY is not set/,
  ],
  [2, "a key by its alias", {}, ["synth", "--key", `${kms}:alias/x`], /^--key /],
  [2, "any key", {}, ["synth", "--key", "*"], /^--key /],
  [2, "a key, and another text", {}, ["synth", "--key", `${kms}:key/x`, "x"], /^--key /],
  [2, "a topic by name", {}, ["synth", "--alarm-topic", "pager"], /^--alarm-topic /],
  [
    2,
    "a topic of no account",
    {},
    ["synth", "--alarm-topic", "arn:aws:sns:eu-central-1::pager"],
    /^--alarm-t/,
  ],
  [2, "a variable without a value", {}, ["synth", "--set", "x"], /^--set should be of the form NAME=value/],
  [2, "the same to replay", trigger, ["replay", "--set", "x"], /^--set should be of the form NAME=value/],
  [2, "nothing to replay", { "triggers/a.ts": passing }, ["replay"], /^There is no events in/],
])("%i: %s", async (status, _, files, options, text) => {
  const { status: code, stdout, stderr } = await runCli(temporaryProject(files), ...options);
  expect(`${stderr}${stdout}`).toMatch(text);
  expect(`${stderr}${stdout}`).not.toMatch(/^\s+at /m);
  expect(code).toBe(status);
});
