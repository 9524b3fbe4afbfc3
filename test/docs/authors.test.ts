import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../../src/tooling/check/rules/table.ts";
import { repository } from "../project.ts";
import { copyRuleReference } from "./copy-rule-reference.ts";
import { madeIn } from "./made-part.ts";

const page = join(repository, "docs/authors.md");

test("what the rules mean is made of the rules: npm run docs", () => {
  expect(madeIn(page)).toBe(copyRuleReference());
  for (const { name } of rules) expect(readFileSync(page, "utf8")).toContain(`\`${name}\``);
});
