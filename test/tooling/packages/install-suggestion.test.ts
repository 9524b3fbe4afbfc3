import { expect, test } from "vitest";
import { installCommand } from "../../../src/tooling/packages/install-command.ts";
import { installSuggestion } from "../../../src/tooling/packages/install-suggestion.ts";

const note = (text: string) => ({ text, location: null });
const external = note('You can mark the path "…" as external to exclude it from the bundle');

test.each([
  ["valibot", "valibot"],
  ["lodash/fp", "lodash"],
  ["@scope/pkg/deep", "@scope/pkg"],
  ["./missing.ts", undefined],
  ["../missing.ts", undefined],
  ["/missing.ts", undefined],
  ["#missing", undefined],
  ["@/missing", undefined],
  ["~/missing", undefined],
  ["C:\\missing", undefined],
])("an unresolved import of %s suggests to install %s", (path, name) => {
  const suggestion = installSuggestion({
    text: `Could not resolve ${JSON.stringify(path)}`,
    notes: [external],
  });
  expect(suggestion?.endsWith(`npm install ${name}`)).toBe(name && true);
});

test("the deploy program that is named aws-lambda is never suggested", () => {
  const suggestion = installSuggestion({ text: 'Could not resolve "aws-lambda"', notes: [external] });
  expect(suggestion).toContain("import type");
  expect(suggestion).not.toContain("install");
});

test("a path that an installed package does not export, and any other message, suggests nothing", () => {
  const exported = note('The path "./no" is not exported by package "hono":');
  expect(
    installSuggestion({ text: 'Could not resolve "hono/no"', notes: [exported, external] }),
  ).toBeUndefined();
  expect(installSuggestion({ text: 'Expected ";" but found "x"', notes: [external] })).toBeUndefined();
});

test.each([
  ["pnpm/12.21.0 npm/? node/v24.21.0 linux x64", "pnpm add pg"],
  ["yarn/4.18.1 npm/? node/v24.21.0 linux x64", "yarn add pg"],
  ["bun/1.3.0 npm/? node/v24.3.0 linux x64", "bun add pg"],
  ["npm/11.19.1 node/v24.21.0 linux x64 workspaces/false", "npm install pg"],
  ["", "npm install pg"],
])("run by %s, the command is %s", (runBy, command) => {
  expect(installCommand("pg", runBy)).toBe(command);
});
