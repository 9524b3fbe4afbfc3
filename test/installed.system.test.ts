import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { repository } from "./project.ts";

const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-installed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readme = readFileSync(join(repository, "README.md"), "utf8");
const [, commands = ""] = /```sh\n(npm install cognito-recovery\n.*?)```/s.exec(readme) ?? [];

/** The README's commands, with the package as npm would publish it in place of its name in the registry. */
test("installed in another repository, the README's commands replay every event from copies", () => {
  const run = (command: string, cwd = folder) =>
    execFileSync("sh", ["-c", command], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  run(`npm pack --pack-destination ${folder}`, repository);
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), '{ "name": "theirs", "private": true, "type": "commonjs" }\n');
  expect(commands.trim().split("\n")).toHaveLength(3);
  const shown = run(
    commands.replace("npm install cognito-recovery", `npm install --no-audit --no-fund ./${archive}`),
  );
  expect(shown).toMatch(/(\d+) of \1 flows as expected, (\d+) of \2 answers that Cognito takes/);
});

/** CDK is an optional peer: neither install nor the commands above need it. */
test("there, the construct has its place, and synth says what it lacks", () => {
  const run = (command: string) => spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
  const resolved = run(`node -p "require.resolve('cognito-recovery/cdk')"`);
  expect(existsSync(resolved.stdout.trim())).toBe(true);
  expect(existsSync(resolved.stdout.trim().replace(/js$/, "d.ts"))).toBe(true);
  const { status, stderr } = run("npx cognito-recovery synth");
  expect(stderr).toBe(
    "synth makes the template with AWS CDK, which is not here: npm install --save-dev aws-cdk-lib constructs\n",
  );
  expect(status).toBe(2);
});

test("there, the preview has its pages, and what they are drawn with", () => {
  const run = (command: string) => spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
  const { status, stderr } = run("npx cognito-recovery preview --static pages");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const home = readFileSync(join(folder, "pages/index.html"), "utf8");
  expect(home).toContain("color-scheme: light dark");
  expect(home).toMatch(/<b>35<\/b> clean/);
});
