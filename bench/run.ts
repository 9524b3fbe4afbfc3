/** npm run bench: measures, all in one run and interleaved, and prints tables. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { zipOf } from "../src/tooling/build/zip-of.ts";
import { realPostgres } from "../test/directory/real-postgres.ts";
import { writeInto } from "../test/docs/made-part.ts";
import { type Cold, coldStart, type Subject, warmRate } from "./cold-start.ts";
import { type All, type Measured, report } from "./report.ts";
import { subjects } from "./subjects.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { rounds, write } = new Command("npm run bench --")
  .description("cold starts and warm rates of the built triggers, and of alternatives")
  .option("--rounds <number>", "cold starts of each function, 3 or more", roundsOf, 60)
  .option("--write", "put the tables into docs/performance.md")
  .addHelpText("after", "\nExamples:\n  npm run bench\n  npm run bench -- --rounds 120 --write")
  .parse()
  .opts<{ rounds: number; write?: true }>();
const progress = (line: string) => console.error(`${line} …`);

// Below the repository, where the functions find their packages.
mkdirSync(join(root, ".tmp"), { recursive: true });
const work = mkdtempSync(join(root, ".tmp/bench-"));
const postgres = await realPostgres();
try {
  progress("building the functions");
  const { close, ...all } = await subjects(root, work, postgres);
  const list = Object.entries(all) as [keyof typeof all, Subject][];
  const cold = new Map(list.map(([key]) => [key, [] as Cold[]]));
  const warm = new Map(list.map(([key]) => [key, [] as number[]]));
  progress(`${rounds} rounds of ${list.length} cold starts`);
  for (let round = -1; round < rounds; round += 1) {
    for (const [key, subject] of shuffled(list)) {
      const start = await coldStart(subject);
      // The first round fills the disk's cache.
      if (round >= 0) cold.get(key)?.push(start);
    }
  }
  progress("warm rates");
  for (let round = 0; round < Math.min(9, rounds); round += 1) {
    for (const [key, subject] of shuffled(list)) warm.get(key)?.push(await warmRate(subject, 1_000));
  }
  const measured = Object.fromEntries(
    list.map(([key, { name, folder }]) => [
      key,
      { name, cold: cold.get(key) ?? [], warm: warm.get(key) ?? [], size: sizeOf(folder) },
    ]),
  ) as unknown as All;
  const text = report(measured);
  console.log(text);
  if (write) writeInto(join(root, "docs/performance.md"), text);
  close();
} finally {
  await postgres.stop();
  rmSync(work, { recursive: true, force: true });
}

function roundsOf(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 3) return number;
  throw new InvalidArgumentError("It must be a whole number of 3 or more.");
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** Returns the sizes without the files of single locales, which are loaded on demand. */
function sizeOf(folder: string): Measured["size"] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => statSync(join(folder, name)).isFile() && !/^(locale-|templates\/locales\/)/.test(name),
  );
  const files = new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
  return { code: files.get("index.js")?.length ?? 0, zip: zipOf(files).length };
}
