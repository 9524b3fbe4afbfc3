import { expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import { readCopy } from "../../../src/tooling/check/copy.ts";
import type { Rule } from "../../../src/tooling/check/rule.ts";
import { rules } from "../../../src/tooling/check/rules/table.ts";
import { METADATA_SCHEMA } from "../../../src/tooling/templates/metadata-schema.ts";
import { project } from "../../project.ts";
import { shipped, withExample } from "./shipped.ts";

/** An example of the schema is code: it has to be read. */
async function copyOf({ example }: Rule) {
  if (example.file === METADATA_SCHEMA) return readCopy(project({ [example.file]: example.to }));
  return withExample(example);
}

test.each(
  rules.map((rule) => [rule.name, rule] as const),
)("%s catches its own example", async (name, rule) => {
  const { findings } = check(await copyOf(rule));
  const own = findings.filter((finding) => finding.rule === name);
  expect(own.length, JSON.stringify(findings, null, 2)).toBeGreaterThan(0);
  expect(own.map(({ severity }) => severity)).toContain(rule.severity);
});

test("all rules are silent on the shipped copy", () => {
  expect(check(shipped).findings).toEqual([]);
});

test("no two rules have the same name, and each is named as it is written in a finding", () => {
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
});
