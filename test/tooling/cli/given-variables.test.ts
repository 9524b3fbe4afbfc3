import { join } from "node:path";
import { expect, test } from "vitest";
import { givenVariables } from "../../../src/tooling/cli/given-variables.ts";
import { temporaryProject } from "../temporary-project.ts";

test("--set has the last word, and a value may be anything", () => {
  const environment = join(temporaryProject({ "f.env": "A=1\nB=2\n" }), "f.env");
  const set = ["B=3", "C=", "D=postgres://u:p=q@h/db?x=y"];
  expect(givenVariables({ set, environment })).toEqual({
    A: "1",
    B: "3",
    C: "",
    D: "postgres://u:p=q@h/db?x=y",
  });
  expect(givenVariables({ set: [] })).toEqual({});
});

test.each(["x", "=1", "1A=x", "A B=x"])("--set %s is rejected", (text) => {
  expect(() => givenVariables({ set: [text] })).toThrow(/^--set should be of the form NAME=value/);
});
