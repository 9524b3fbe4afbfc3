import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "../../project.ts";

/** Runs a command in a process of its own, as a shell does, in a folder; from another clone where one is given. */
export function runProcess(cwd: string, options: readonly string[], clone = repository) {
  const main = join(clone, "src/tooling/cli/main.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...options], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e8,
    env: { PATH: process.env.PATH },
  });
  return { status, stdout, stderr };
}
