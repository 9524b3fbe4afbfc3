import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { environmentIn } from "../../../src/tooling/doctor/read-environment.ts";
import { temporaryProject } from "../temporary-project.ts";

const file = (text: string) => join(temporaryProject({ environment: text }), "environment");
const variables = { WHEN_UNAVAILABLE: "conceal", LEGACY_DATABASE: "secret:legacy#url" };

test.each([
  [
    "a function as the AWS CLI prints it",
    { FunctionName: "f", Runtime: "nodejs24.x", Environment: { Variables: variables } },
  ],
  ["its environment alone", { Variables: variables }],
  ["names and values", variables],
])("reads %s", (_, json) => {
  expect(environmentIn(file(`\n${JSON.stringify(json, undefined, 2)}\n`))).toEqual(variables);
});

test.each([
  ["of get-function", { Configuration: { FunctionName: "f", Environment: { Variables: variables } } }],
  ["with a mark of its byte order", { Variables: variables }],
])("reads JSON %s", (_, json) => {
  expect(environmentIn(file(`\ufeff${JSON.stringify(json)}`))).toEqual(variables);
});

test("reads the UTF-16 of PowerShell's >", () => {
  const path = file("");
  writeFileSync(path, Buffer.from(`\ufeff${JSON.stringify({ Variables: variables })}`, "utf16le"));
  expect(environmentIn(path)).toEqual(variables);
});

test.each(["# Notes\n\nA line of prose.", "", "a: yaml\n"])("%j is no file of variables", (text) => {
  expect(() => environmentIn(file(text))).toThrow("should hold lines of the form NAME=value");
});

test("reads lines, with quotes and comments", () => {
  const text = '# production\nexport WHEN_UNAVAILABLE="conceal"\n\nLEGACY_DATABASE=secret:legacy#url\n';
  expect(environmentIn(file(text))).toEqual(variables);
});

test("a function without variables has none", () => {
  expect(environmentIn(file('{"FunctionName":"f"}'))).toEqual({});
});

test.each([
  ["no JSON", "{hunter2", "begins like JSON and is none"],
  [
    "a value that is no text",
    '{"WHEN_UNAVAILABLE":1,"A":"hunter2"}',
    "should hold the variables of a function",
  ],
  ["variables that are none", '{"Variables":"hunter2"}', "should hold the variables of a function"],
])("%s is told by the file's name, and not by what is in it", (_, text, reason) => {
  const read = () => environmentIn(file(text));
  expect(read).toThrow(reason);
  expect(read).toThrow(/environment/);
  expect(read).not.toThrow("hunter2");
});

test("a file that is not there is named", () => {
  expect(() => environmentIn("/nowhere/production.env")).toThrow("There is no file /nowhere/production.env");
});
