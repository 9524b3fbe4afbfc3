import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeVersionFault } from "../../../src/tooling/cli/node-version-fault.ts";
import { repository } from "../../project.ts";

test.each([
  ["20.20.2", false],
  ["22.17.9", false],
  ["22.18.0", true],
  ["23.0.0", true],
  ["24.21.0", true],
])("Node.js %s will do: %s", (version, isEnough) => {
  expect(nodeVersionFault(version) === undefined).toBe(isEnough);
});

test("package.json has the same version", () => {
  const { engines } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
  expect(engines.node).toBe(">=22.18");
  expect(nodeVersionFault("20.0.0")).toContain("22.18");
});
