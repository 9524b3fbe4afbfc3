/** npm run bench:check: the time of `cognito-recovery check`, on the shipped templates and on 500 locales. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withMoreLocales } from "../test/more-locales.ts";
import { medianOf } from "./median-of.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const LOCALES = 500;

mkdirSync(join(root, ".tmp"), { recursive: true });
const work = mkdtempSync(join(root, ".tmp/bench-check-"));
try {
  const projects: [name: string, folder: string, rounds: number][] = [["all that is shipped", root, 7]];
  for (const [name, isInherited] of [
    ["regions that inherit every string", true],
    ["no two strings alike", false],
  ] as const) {
    const folder = join(work, isInherited ? "inherited" : "own");
    for (const each of ["templates", "triggers"])
      cpSync(join(root, each), join(folder, each), { recursive: true });
    withMoreLocales(folder, { count: LOCALES, isInherited });
    projects.push([`${LOCALES} locales, ${name}`, folder, 3]);
  }
  for (const [name, folder, rounds] of projects) {
    const seconds = Array.from({ length: rounds }, () => secondsOf(folder));
    console.log(`check of ${name}: ${medianOf(seconds).value.toFixed(2)} s (median of ${rounds})`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Returns the time of the command as people run it, from its start to its end. */
function secondsOf(project: string): number {
  const main = join(root, "src/tooling/cli/main.ts");
  const before = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "check"], {
    cwd: project,
    encoding: "utf8",
  });
  const seconds = (performance.now() - before) / 1_000;
  if (status !== 0) throw new Error(`check has findings: ${stdout.slice(0, 2_000)}${stderr}`);
  return seconds;
}
