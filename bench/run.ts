/**
 * npm run bench: cold starts and warm rates of the built triggers beside what else one might deploy, all in
 * one run, interleaved. Prints the tables; with --write, puts them into docs/performance.md too.
 *
 *   npm run bench -- [--rounds 60] [--write]
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipOf } from "../src/tooling/build/zip.ts";
import { realPostgres } from "../test/directory/real-postgres.ts";
import { type Cold, coldStart, type Subject, warmRate } from "./process.ts";
import { type All, type Measured, report } from "./report.ts";
import { subjects } from "./subjects.ts";
import { writeInto } from "./write-into.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "60" }, write: { type: "boolean", default: false } },
});
const rounds = Number(values.rounds);
if (!(rounds >= 3)) {
  console.error("--rounds must be a number of 3 or more.");
  process.exit(2);
}
const progress = (line: string) => console.error(`${line} …`);

// Below the repository, where the functions find their packages.
mkdirSync(join(root, ".tmp"), { recursive: true });
const work = mkdtempSync(join(root, ".tmp/bench-"));
const postgres = await realPostgres();
try {
  progress("building what is to be compared");
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
  for (let round = 0; round < Math.min(5, rounds); round += 1) {
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
  if (values.write) writeInto(join(root, "docs/performance.md"), text);
  close();
} finally {
  await postgres.stop();
  rmSync(work, { recursive: true, force: true });
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** What is deployed, but for the files of single locales, which only their own readers wait for. */
function sizeOf(folder: string): Measured["size"] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => statSync(join(folder, name)).isFile() && !name.startsWith("locale-"),
  );
  const files = new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
  return { code: files.get("index.js")?.length ?? 0, zip: zipOf(files).length };
}
