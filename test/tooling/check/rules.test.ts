import { describe, expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import { rules } from "../../../src/tooling/check/rules/rules.ts";
import { shipped, withExample } from "./shipped.ts";

const { project: shippedProject, findings } = check(shipped);

test("the shipped templates have no findings", () => {
  expect(findings).toEqual([]);
});

describe("the rules", () => {
  test("have names of their own", () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  // An example of a schema that cannot be read would have to be read from disk.
  test.each(
    rules.filter(({ name }) => name !== "metadata-schema"),
  )("$name finds its own example, and nothing else finds it worse", ({ name, severity, example }) => {
    const sources = withExample(example);
    const found = check(sources).findings;
    expect(found.map((each) => [each.rule, each.severity])).toContainEqual([name, severity]);
    // What is unchanged makes no difference, parsed again or not.
    expect(check(sources, shippedProject).findings).toEqual(found);
  });
});
