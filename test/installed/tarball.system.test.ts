import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { nodeVersionFault } from "../../src/tooling/cli/node-version-fault.ts";
import { repository } from "../project.ts";
import { shell } from "./shell.ts";

const { folder, run, must } = shell();
const installed = join(folder, "node_modules/cognito-recovery");
const OLD = `node-${process.platform}-${process.arch}@20`;

beforeAll(() => {
  must("npm init --yes");
  must(`npm install --save-dev ${inject("tarball")} publint@0.3.25 @arethetypeswrong/cli@0.18.5 ${OLD}`);
});

test("publint and attw report nothing", () => {
  expect(run(`npx publint run --strict ${inject("tarball")}`)).toMatchObject({ status: 0 });
  expect(run(`npx attw --profile esm-only ${inject("tarball")}`)).toMatchObject({ status: 0 });
});

test("no declaration file is too large to read", () => {
  const files = readdirSync(join(installed, "lib"), { recursive: true, encoding: "utf8" });
  const sizes = files
    .filter((file) => file.endsWith(".d.ts"))
    .map((file) => statSync(join(installed, "lib", file)).size);
  expect(sizes.length).toBeGreaterThan(100);
  expect(Math.max(...sizes)).toBeLessThan(20_000);
});

describe("a Node.js that is too old", () => {
  const node = join(folder, "node_modules", OLD.replace(/@\d+$/, ""), "bin/node");

  test.each([
    ["installed", join(installed, "lib/tooling/cli/main.js")],
    ["in a clone", join(repository, "src/tooling/cli/clone.js")],
  ])("gets a sentence %s", (_, program) => {
    const version = must(`${node} --version`).trim().slice(1);
    const { status, stderr } = run(`${node} ${program} build`);
    expect(stderr).toBe(`${nodeVersionFault(version)}\n`);
    expect(status).toBe(2);
  });
});
