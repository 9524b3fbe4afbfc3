import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { copy, installBy, replay } from "./readme.ts";
import { shell } from "./shell.ts";

/** Each is installed from npm's registry. */
describe.each([
  ["pnpm", "pnpm@12.21.0", ""],
  ["yarn", "yarn@1.22.22", ""],
  ["yarn", "@yarnpkg/cli-dist@4.18.1", "yarn config set nodeLinker node-modules"],
])("%s, by %s", (manager, from, first) => {
  const { folder, run, must } = shell();
  const inTheirs = (command: string) => `cd theirs && PATH=../tools/node_modules/.bin:$PATH && ${command}`;

  test("the README's commands replay every event", () => {
    must(`npm install --prefix tools ${from}`);
    mkdirSync(join(folder, "theirs"));
    writeFileSync(join(folder, "theirs/package.json"), '{ "name": "theirs", "private": true }\n');
    // Without it, Yarn 2 and newer searches the folders above.
    writeFileSync(join(folder, "theirs/yarn.lock"), "");
    if (first) must(inTheirs(first));
    const tarball = `cognito-recovery@file:${inject("tarball")}`;
    must(inTheirs(installBy(manager).replace("cognito-recovery", tarball)));
    must(inTheirs(copy));
    expect(must(inTheirs(replay))).toMatch(/(\d+) of \1 flows as expected, (\d+) of \2 answers/);
  });

  /** pnpm hides packages that are not direct dependencies, whose types declarations then cannot name. */
  if (manager === "pnpm") {
    test("the copies compile in a project of `tsc --init`", () => {
      must(inTheirs("pnpm add --save-dev typescript@7.0.2 @types/node && npx tsc --init"));
      expect(run(inTheirs("npx tsc --noEmit"))).toEqual({ status: 0, stdout: "", stderr: "" });
    });
  }

  test("a package that is not installed is reported with the command of this package manager", () => {
    const trigger = 'import "not-installed";\nexport const handler = async (event) => event;\n';
    writeFileSync(join(folder, "theirs/triggers/pre-sign-up.ts"), trigger);
    const { status, stderr } = run(inTheirs(`${manager} cognito-recovery build`));
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/^triggers\/pre-sign-up\.ts:1:8: /m);
    expect(stderr).toContain(`${manager} add not-installed`);
  });
});
