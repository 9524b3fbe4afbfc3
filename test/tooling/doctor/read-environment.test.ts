import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEnvironment } from "../../../src/tooling/doctor/read-environment.ts";
import { temporaryProject } from "../temporary-project.ts";

const file = (text: string) => join(temporaryProject({ environment: text }), "environment");
const variables = { WHEN_UNAVAILABLE: "conceal", LEGACY_DATABASE: "secret:legacy#url" };

test.each([
  [
    "a function as the AWS CLI prints it",
    { FunctionName: "f", Runtime: "nodejs24.x", Environment: { Variables: variables } },
  ],
  ["only its environment", { Variables: variables }],
  ["names and values", variables],
])("reads %s", (_, json) => {
  expect(readEnvironment(file(`\n${JSON.stringify(json, undefined, 2)}\n`))).toEqual(variables);
});

test.each([
  ["of get-function", { Configuration: { FunctionName: "f", Environment: { Variables: variables } } }],
  ["with a byte order mark", { Variables: variables }],
])("reads JSON %s", (_, json) => {
  expect(readEnvironment(file(`\ufeff${JSON.stringify(json)}`))).toEqual(variables);
});

test("reads the UTF-16 of PowerShell's >", () => {
  const path = file("");
  writeFileSync(path, Buffer.from(`\ufeff${JSON.stringify({ Variables: variables })}`, "utf16le"));
  expect(readEnvironment(path)).toEqual(variables);
});

test.each(["# Notes\n\nA line of prose.", "", "a: yaml\n"])("%j is not a file of variables", (text) => {
  expect(() => readEnvironment(file(text))).toThrow("NAME=value");
});

test("reads lines, with quotes and comments", () => {
  const text = '# production\nexport WHEN_UNAVAILABLE="conceal"\n\nLEGACY_DATABASE=secret:legacy#url\n';
  expect(readEnvironment(file(text))).toEqual(variables);
});

test("a function without variables has none", () => {
  expect(readEnvironment(file('{"FunctionName":"f"}'))).toEqual({});
});

test.each([
  ["invalid JSON", "{hunter2", "not valid JSON"],
  [
    "a value that is not a string",
    '{"WHEN_UNAVAILABLE":1,"A":"hunter2"}',
    "should contain the variables of a function",
  ],
  [
    "variables that are not an object",
    '{"Variables":"hunter2"}',
    "should contain the variables of a function",
  ],
])("%s is reported by the file's name, without its content", (_, text, reason) => {
  const read = () => readEnvironment(file(text));
  expect(read).toThrow(reason);
  expect(read).toThrow(/environment/);
  expect(read).not.toThrow("hunter2");
});

test("a missing file is named", () => {
  expect(() => readEnvironment("/nowhere/production.env")).toThrow(
    /^\/nowhere\/production.env: .* does not exist/,
  );
});
