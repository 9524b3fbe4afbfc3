import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Returns a shell in an empty folder, which is removed after the file's tests, on our Node.js. */
export function shell(): {
  folder: string;
  run: (command: string) => Ran;
  must: (command: string) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-installed-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const { npm_config_user_agent: _, ...environment } = process.env;
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  const run = (command: string) => {
    const options = { cwd: folder, encoding: "utf8", maxBuffer: 1e8 } as const;
    const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
      ...options,
      env: { ...environment, PATH: path },
    });
    return { status, stdout, stderr };
  };
  const must = (command: string) => {
    const { status, stdout, stderr } = run(command);
    if (status !== 0) throw new Error(`${command}: ${status}\n${stdout}${stderr}`);
    return stdout;
  };
  return { folder, run, must };
}
