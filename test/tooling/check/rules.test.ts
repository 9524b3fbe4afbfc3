import { expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import { type Copy, readCopy } from "../../../src/tooling/check/copy.ts";
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

test.each(
  rules.map((rule) => [rule.name, rule] as const),
)("%s catches its own example", async (name, rule) => {
  const { findings } = check(await copyOf(rule));
  const own = findings.filter((finding) => finding.rule === name);
  expect(own.length, JSON.stringify(findings, null, 2)).toBeGreaterThan(0);
  expect(own.map(({ severity }) => severity)).toContain(rule.severity);
});

/** Whole sentences: they begin with a capital, or with what they are about as it is written, and they end. */
const SENTENCES = /^(?:\p{Lu}|[^\p{L}\s]|[a-z]+=).*[.?]$/su;
const EMPTY: readonly Copy[] = ["subject.txt.hbs", "email.html.hbs", "sms.txt.hbs"].map((name) =>
  smallCopy({ [`templates/en/forgot-password/${name}`]: "" }),
);

test("every finding has a place in a file, and says in whole sentences what is so and how to mend it", async () => {
  for (const copy of [...(await Promise.all(rules.map(copyOf))), ...EMPTY]) {
    for (const finding of check(copy).findings) {
      const { file, line, column, message, mending } = finding;
      const told = JSON.stringify(finding, null, 2);
      expect(file, told).toMatch(/^(?:templates|triggers)\/./);
      expect(Math.min(line, column), told).toBeGreaterThanOrEqual(1);
      expect(message, told).toMatch(SENTENCES);
      expect(mending || "None.", told).toMatch(SENTENCES);
    }
  }
  for (const { name, protects, mending } of rules) {
    expect(protects, name).toMatch(SENTENCES);
    expect(mending, name).toMatch(SENTENCES);
  }
});

test("all rules are silent on the shipped copy", () => {
  expect(check(shipped).findings).toEqual([]);
});

test("no two rules have the same name, and each is named as it is written in a finding", () => {
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
});
