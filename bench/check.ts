/**
 * npm run bench:check: how long `cognito-recovery check` takes, on what is shipped and on 500 locales; and how long
 * the preview computes after a change, with 44.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkMessage, checkProject } from "../src/tooling/check/check.ts";
import { type Message, projectOf } from "../src/tooling/templates/project.ts";
import { readTemplateSources } from "../src/tooling/templates/template-sources.ts";
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
  const folder = join(work, "changed");
  cpSync(join(root, "templates"), join(folder, "templates"), { recursive: true });
  withMoreLocales(folder, { count: 44, isInherited: false });
  await change("string", "templates/locales/de.json", "Der Code gilt 1", folder);
  await change("layout", "templates/partials/layout.html.hbs", "{{> @partial-block}}", folder);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The command as people run it, from its start to its end. */
function secondsOf(project: string): number {
  const main = join(root, "src/tooling/cli/main.ts");
  const before = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "check"], {
    cwd: project,
    encoding: "utf8",
  });
  const seconds = (performance.now() - before) / 1_000;
  if (status !== 0) throw new Error(`check found something: ${stdout.slice(0, 2_000)}${stderr}`);
  return seconds;
}

/** Measures the CPU time of this thread after a change, which other programs do not affect. */
async function change(what: string, file: string, from: string, folder: string): Promise<void> {
  const sources = await readTemplateSources(folder);
  let project = projectOf(sources);
  const times: Record<string, number[]> = { parse: [], "check of the message": [], "check of all": [] };
  const timed = <T>(name: string, run: () => T): T => {
    const before = process.threadCpuUsage();
    const result = run();
    const { user, system } = process.threadCpuUsage(before);
    times[name]?.push((user + system) / 1_000);
    return result;
  };
  for (let round = 0; round < 20; round += 1) {
    const text = sources.files.get(file)?.replace(from, `Nr. ${round}. ${from}`) ?? "";
    const files = new Map([...sources.files, [file, text]]);
    const previous = project;
    project = timed("parse", () => projectOf({ ...sources, files }, previous));
    const message = project.messages.find(({ name }) => name === "forgot-password") as Message;
    timed("check of the message", () => checkMessage(project, message, "de"));
    timed("check of all", () => checkProject(project));
  }
  for (const [name, milliseconds] of Object.entries(times)) {
    // The first of them find code that has not been made fast yet.
    const { value } = medianOf(milliseconds.slice(5));
    console.log(`after a change of the ${what}, 44 locales: ${name} ${value.toFixed(1)} ms (median of 15)`);
  }
}
