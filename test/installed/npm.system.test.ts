import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { copy, gitignore, install, replay } from "./readme.ts";
import { shell } from "./shell.ts";

const { folder, run, must } = shell();
const ALL_WELL = /(\d+) of \1 flows as expected, (\d+) of \2 answers that Cognito accepts/;

/** Runs `npm init` and the README's commands, with the tarball in place of the registry's package. */
beforeAll(() => {
  must("npm init --yes");
  must(install.replace("cognito-recovery", inject("tarball")));
  must(copy);
});

test("the README's commands replay every event from copies", () => {
  expect(must(replay)).toMatch(ALL_WELL);
});

test("git is left with what the project's people wrote", () => {
  writeFileSync(join(folder, ".gitignore"), gitignore);
  must("npx cognito-recovery build && git init --quiet");
  expect(must("git status --porcelain | sort").match(/\S+$/gm)).toEqual(
    expect.arrayContaining(["events/", "package-lock.json", "package.json", "templates/", "triggers/"]),
  );
  expect(must("git status --porcelain")).not.toMatch(/dist|generated|replay|node_modules/);
});

/** CDK is an optional peer: neither install nor the commands above need it. */
test("the construct can be imported, and synth names the packages that are missing", () => {
  const resolved = must(`node -p "require.resolve('cognito-recovery/cdk')"`).trim();
  expect(existsSync(resolved)).toBe(true);
  expect(existsSync(resolved.replace(/js$/, "d.ts"))).toBe(true);
  const { status, stderr } = run("npx cognito-recovery synth");
  expect(stderr).toMatch(/npm install --save-dev aws-cdk-lib constructs\n$/);
  expect(status).toBe(2);
});

test("the preview has its pages and their assets", () => {
  const { status, stderr } = run("npx cognito-recovery preview --static pages");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const home = readFileSync(join(folder, "pages/index.html"), "utf8");
  expect(home).toContain("color-scheme: light dark");
  expect(home).toContain("35 ready");
});

test("--version is the package's", () => {
  const { version } = JSON.parse(must("cat node_modules/cognito-recovery/package.json"));
  expect(must("npx cognito-recovery --version").trim()).toBe(version);
});

test.each(["source", "development", "production"])("the condition %s finds existing files", (condition) => {
  for (const entry of [
    "cognito-recovery",
    "cognito-recovery/client",
    "cognito-recovery/sqlite",
    "cognito-recovery/package.json",
  ]) {
    const resolved = must(`node --conditions=${condition} -p "require.resolve('${entry}')"`);
    expect(existsSync(resolved.trim()), entry).toBe(true);
  }
  const { status, stderr } = run(`NODE_OPTIONS=--conditions=${condition} npx cognito-recovery build`);
  // The only warning is about the copied sample brand.
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^.*sample brand.*\n$/) });
});
