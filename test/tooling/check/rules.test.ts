import { expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import { readCopy } from "../../../src/tooling/check/copy.ts";
import type { Finding } from "../../../src/tooling/check/finding.ts";
import type { Rule } from "../../../src/tooling/check/rule.ts";
import { rules } from "../../../src/tooling/check/rules/table.ts";
import { METADATA_SCHEMA } from "../../../src/tooling/templates/metadata-schema.ts";
import { project } from "../../project.ts";
import { shipped, smallCopy, withExample } from "./shipped.ts";

/** An example of the schema is code: it has to be read. */
async function copyOf({ example }: Rule) {
  if (example.file === METADATA_SCHEMA) return readCopy(project({ [example.file]: example.to }));
  return withExample(example);
}

/** Whole sentences: they begin with a capital, or with what they are about as it is written, and they end. */
const SENTENCES = /^(?:\p{Lu}|[^\p{L}\s]|[a-z]+=).*[.?]$/su;

/** A finding has a place in a file, and says in whole sentences what is so and how to mend it. */
function expectWhole(finding: Finding): void {
  const { file, line, column, message, mending } = finding;
  const told = JSON.stringify(finding, null, 2);
  expect(file, told).toMatch(/^(?:templates|triggers)\/./);
  expect(Math.min(line, column), told).toBeGreaterThanOrEqual(1);
  expect(message, told).toMatch(SENTENCES);
  expect(mending || "None.", told).toMatch(SENTENCES);
}

test.each(
  rules.map((rule) => [rule.name, rule] as const),
)("%s catches its own example", async (name, rule) => {
  const { findings } = check(await copyOf(rule));
  const own = findings.filter((finding) => finding.rule === name);
  expect(own.length, JSON.stringify(findings, null, 2)).toBeGreaterThan(0);
  expect(own.map(({ severity }) => severity)).toContain(rule.severity);
  for (const finding of findings) expectWhole(finding);
});

test.each([
  "subject.txt.hbs",
  "email.html.hbs",
  "sms.txt.hbs",
])("all that is said of an empty %s has a place, and whole sentences", (name) => {
  const { findings } = check(smallCopy({ [`templates/en/forgot-password/${name}`]: "" }));
  expect(findings).not.toEqual([]);
  for (const finding of findings) expectWhole(finding);
});

test.each(rules)("$name says in whole sentences what it protects and how to mend it", ({
  protects,
  mending,
}) => {
  expect(protects).toMatch(SENTENCES);
  expect(mending).toMatch(SENTENCES);
});

test("all rules are silent on the shipped copy", () => {
  expect(check(shipped).findings).toEqual([]);
});

test("no two rules have the same name, and each is named as it is written in a finding", () => {
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
});
