import { expect, test } from "vitest";
import { PlainError } from "../../../src/error/plain-error.ts";
import { AwsError } from "../../../src/tooling/aws/call-aws.ts";
import { failureText } from "../../../src/tooling/cli/failure-text.ts";

test.each([
  ["a sentence", new PlainError("There is no file."), "There is no file."],
  ["a list, a line each", new PlainError("Two:\none\ntwo"), "Two:\none\ntwo"],
  [
    "its cause",
    new AwsError("rejected", "AWS rejected it.", new RangeError("no")),
    "AWS rejected it.\n  (RangeError: no)",
  ],
  [
    "the setting of AWS that is missing to read a store",
    new PlainError("It could not be read.", { cause: new Error("Region is missing") }),
    "It could not be read. No valid AWS Region is set: set AWS_REGION, for example AWS_REGION=eu-central-1.\n  (Error: Region is missing)",
  ],
  [
    "nothing of AWS where a file of the project cannot be written",
    new PlainError("dist cannot be written.", {
      cause: Object.assign(new Error("mkdir"), { code: "ENOENT" }),
    }),
    "dist cannot be written.\n  (Error: mkdir)",
  ],
  [
    "nothing that writes to the terminal, from AWS or from what is behind it",
    new AwsError("rejected", "AWS reported \u001b[2J", new Error("\u202eno")),
    "AWS reported \\u{1b}[2J\n  (Error: \\u{202e}no)",
  ],
])("prints %s", (_, error, text) => {
  expect(failureText(error)).toBe(text);
});
