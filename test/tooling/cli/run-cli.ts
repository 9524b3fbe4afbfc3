import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "../../project.ts";

/** The command, run in a folder as people run it. */
export function run(cwd: string, ...options: string[]) {
  return runFrom(repository, cwd, options);
}

/** The same of another clone. */
export function runFrom(clone: string, cwd: string, options: readonly string[]) {
  const main = join(clone, "src/tooling/cli/main.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...options], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e8,
    env: { PATH: process.env.PATH },
  });
  return { status, stdout, stderr };
}
