import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project, repository } from "../../project.ts";
import { withStrings } from "../check/shipped.ts";
import { temporaryProject } from "../temporary-project.ts";
import { runProcess } from "./run-process.ts";

/** A clone in which nothing is installed. */
function clone(): string {
  const root = temporaryProject({ "package.json": '{ "type": "module", "version": "0.1.0" }' });
  for (const folder of ["src", "templates"]) {
    cpSync(join(repository, folder), join(root, folder), { recursive: true });
  }
  return root;
}

test("where nothing is installed, the message says what to do", () => {
  const root = clone();
  const { status, stdout, stderr } = runProcess(root, ["check"], root);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/ run npm ci first\.\n {2}\(Cannot find package 'commander'.*\)\n$/);
});

test("the exit code is the command's, whatever the schema's file prints or leaves running", () => {
  const schema = "triggers/client-metadata.ts";
  const text = readFileSync(join(repository, schema), "utf8");
  const root = project({
    ...withStrings("en", { "shared.help": "" }),
    [schema]: `${text}\nsetInterval(() => {}, 1000); console.log("Hello");`,
  });
  const { status, stdout, stderr } = runProcess(root, ["check", "--format", "json"]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: "Hello\n" });
  expect(JSON.parse(stdout)).toMatchObject({ ok: false });
});

test("a reader that stops early ends nothing with a stack trace", () => {
  const main = join(repository, "src/tooling/cli/main.ts");
  const command = `"${process.execPath}" "${main}" --help | true; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
});
