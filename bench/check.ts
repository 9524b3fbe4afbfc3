/** npm run bench:check: how long `cognito-recovery check` takes, on what is shipped and on 500 locales. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { medianOf } from "./statistics.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const LOCALES = 500;

mkdirSync(join(root, ".tmp"), { recursive: true });
const work = mkdtempSync(join(root, ".tmp/bench-check-"));
try {
  const projects: [name: string, folder: string, rounds: number][] = [["all that is shipped", root, 7]];
  for (const [name, isAlike] of [
    ["the regions of a language in the same words", true],
    ["no two emails alike", false],
  ] as const) {
    const folder = join(work, isAlike ? "alike" : "unlike");
    for (const each of ["templates", "triggers"])
      cpSync(join(root, each), join(folder, each), { recursive: true });
    const added = withMoreLocales(folder, isAlike);
    projects.push([`${LOCALES} locales, ${name} (${added} more files)`, folder, 3]);
  }
  for (const [name, folder, rounds] of projects) {
    const seconds = Array.from({ length: rounds }, () => secondsOf(folder));
    console.log(`check of ${name}: ${medianOf(seconds).value.toFixed(2)} s (median of ${rounds})`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/**
 * Copies of the shipped languages under tags of regions, until there are enough; or with a word of its own in each
 * email, so that none is checked by what is known of another. How many files that adds.
 */
function withMoreLocales(project: string, isAlike: boolean): number {
  const messages = join(project, "templates/messages.json");
  const settings = JSON.parse(readFileSync(messages, "utf8")) as { locales: string[] };
  const shipped = settings.locales;
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const tags = letters
    .flatMap((a) =>
      letters.flatMap((b) => shipped.map((language) => [language, `${language}-${a}${b}`] as const)),
    )
    .filter(([, tag]) => Intl.getCanonicalLocales(tag)[0] === tag)
    .slice(0, LOCALES - shipped.length);
  for (const [language, tag] of tags) {
    const folder = join(project, "templates", tag);
    cpSync(join(project, "templates", language), folder, { recursive: true });
    for (const file of filesIn(folder).filter((each) => !isAlike && each.endsWith(".html.hbs"))) {
      writeFileSync(file, readFileSync(file, "utf8").replace("<p>", `<p>${tag.slice(-2)} `));
    }
  }
  settings.locales = [...shipped, ...tags.map(([, tag]) => tag)];
  writeFileSync(messages, JSON.stringify(settings));
  return tags.reduce((files, [, tag]) => files + filesIn(join(project, "templates", tag)).length, 0);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** The command as people run it, from its start to its end. */
function secondsOf(project: string): number {
  const main = join(root, "src/tooling/cli/main.ts");
  const before = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--conditions=source", main, "check"], {
    cwd: project,
    encoding: "utf8",
  });
  const seconds = (performance.now() - before) / 1_000;
  if (status !== 0) throw new Error(`check found something: ${stdout.slice(0, 2_000)}${stderr}`);
  return seconds;
}
