import { join } from "node:path";
import { expect, test } from "vitest";
import { poolRules } from "../../src/tooling/doctor/rules/pool-rules.ts";
import { repository } from "../project.ts";
import { madeIn } from "./made-part.ts";
import { ruleReference } from "./rule-reference.ts";

test("the tables of rules are made of the rules: npm run docs", () => {
  expect(madeIn(join(repository, "docs/doctor.md"))).toBe(ruleReference());
});

test("no text of a rule breaks out of its cell", () => {
  for (const { name, when, consequence, suggestion } of poolRules) {
    expect(`${when}${consequence}${suggestion}`, name).not.toMatch(/[|\n]/);
  }
});
