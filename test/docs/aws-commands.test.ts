import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository } from "../project.ts";
import { faultsOf } from "./aws-commands.ts";
import { documents } from "./documents.ts";

/** Each command line of the AWS CLI: whole in a block, perhaps a part of one between backticks. */
const commands = documents.flatMap((document) => {
  const text = readFileSync(join(repository, document), "utf8");
  const blocks = [...text.matchAll(/```(?:sh|text)\n(.*?)```/gs)].map(([, block = ""]) =>
    block.replace(/\\\n/g, " "),
  );
  const whole = blocks.flatMap((block) => block.split("\n").filter((line) => line.startsWith("aws ")));
  const inline = [...text.replace(/```.*?```/gs, "").matchAll(/`(aws [a-z][^`]*)`/g)].map(
    ([, line = ""]) => line,
  );
  return [
    ...whole.map((line) => ({ document, line, isWhole: true })),
    ...inline.map((line) => ({ document, line, isWhole: false })),
  ];
});

test("README and docs call the AWS CLI with what it has", () => {
  expect(commands.filter(({ isWhole }) => isWhole).length).toBeGreaterThan(0);
  const wrong = commands.flatMap(({ document, line, isWhole }) =>
    faultsOf(line, isWhole).map((fault) => `${document}: ${fault}: ${line}`),
  );
  expect(wrong).toEqual([]);
});

describe("what would be wrong", () => {
  test.each<[string, string[]]>([
    ["aws cognito-idp describe-user-pool --user-pool-id x --output json", []],
    ["aws cognito-idp describe-user-pool", ["cognito-idp describe-user-pool needs --user-pool-id"]],
    [
      "aws cognito-idp describe-user-pool --user-pool-id x --id y",
      ["cognito-idp describe-user-pool has no --id"],
    ],
    ["aws cognito-idp recover", ["the AWS CLI has no cognito-idp recover"]],
    ["aws sns get-sms-sandbox-account-status", []],
    ["aws sts get-caller-identity", ["the AWS CLI has no sts get-caller-identity"]],
  ])("%s", (line, faults) => expect(faultsOf(line, true)).toEqual(faults));
});
