import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
