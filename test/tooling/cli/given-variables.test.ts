import { expect, test } from "vitest";
import { givenVariables } from "../../../src/tooling/cli/given-variables.ts";
import { temporaryProject } from "../temporary-project.ts";

test("--set wins, and a value may be anything", () => {
  const cwd = temporaryProject({ "f.env": "A=1\nB=2\n" });
  const set = ["B=3", "C=", "D=postgres://u:p=q@h/db?x=y"];
  expect(givenVariables({ set, environment: "f.env" }, { cwd })).toEqual({
    A: "1",
    B: "3",
    C: "",
    D: "postgres://u:p=q@h/db?x=y",
  });
  expect(givenVariables({ set: [] }, { cwd })).toEqual({});
});

test.each(["x", "=1", "1A=x", "A B=x"])("--set %s is rejected", (text) => {
  expect(() => givenVariables({ set: [text] }, { cwd: "" })).toThrow(
    /^--set should be of the form NAME=value/,
  );
});
