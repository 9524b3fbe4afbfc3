/** npm run bench:patches: the milliseconds that each file of src/patch/ buys of a start, measured without it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import type { Plugin } from "esbuild";
import { lazyCrypto } from "../src/patch/lazy-crypto.ts";
import { noUnusedHelpers } from "../src/patch/no-unused-helpers.ts";
import { bundle, bundlePatches } from "../src/tooling/build/bundle.ts";
import { compileTemplates } from "../src/tooling/build/compile-templates.ts";
import { type Cold, coldStart, type Subject } from "./cold-start.ts";
import { medianOf } from "./median-of.ts";
import { roundsOf, shuffled } from "./rounds.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { rounds } = new Command("npm run bench:patches --")
  .option("--rounds <number>", "cold starts of each, 3 or more", roundsOf, 60)
  .parse()
  .opts<{ rounds: number }>();

/** What a file of src/patch/ would be without the patch. */
const unpatched: Readonly<Record<string, string>> = {
  "line-logger.ts": `
    import { Logger } from "@aws-lambda-powertools/logger";
    export const lineLogger = (options) => new Logger(options);`,
  "write.ts": `
    export const write = (descriptor, text) => process[descriptor === 1 ? "stdout" : "stderr"].write(text);`,
};
const replaced = (...files: readonly string[]): Plugin[] =>
  files.map((file) => ({
    name: file,
    setup: ({ onLoad }) =>
      onLoad({ filter: new RegExp(`src/patch/${file}$`) }, () => ({
        contents: unpatched[file] ?? "",
        loader: "ts",
      })),
  }));
const without = (patch: Plugin) => bundlePatches.filter((each) => each !== patch);

const ALL = "all patches";
const variants = {
  [ALL]: bundlePatches,
  "without lazy-crypto": without(lazyCrypto),
  "without unused-helpers": without(noUnusedHelpers),
  "without line-logger": [...bundlePatches, ...replaced("line-logger.ts")],
  "without write": [...bundlePatches, ...replaced("write.ts")],
  "without line-logger and write": [...bundlePatches, ...replaced("line-logger.ts", "write.ts")],
};

mkdirSync(join(root, ".tmp"), { recursive: true });
const work = mkdtempSync(join(root, ".tmp/bench-patches-"));
try {
  await compileTemplates({ root });
  const subjects = await Promise.all(
    Object.entries(variants).map(([name, patches]) => subjectOf(name, patches)),
  );
  const starts = new Map(subjects.map(({ name }) => [name, [] as Cold[]]));
  for (let round = -1; round < rounds; round += 1) {
    for (const subject of shuffled(subjects)) {
      const start = await coldStart(subject, "pipe");
      // The first round fills the disk's cache.
      if (round >= 0) starts.get(subject.name)?.push(start);
    }
  }
  for (const [name, all] of starts) console.log(`${name}: ${figures(all, starts.get(ALL) ?? [])}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Custom message, in a process that has loaded `http`, and the streams with it, as Lambda's own client does. */
async function subjectOf(name: string, patches: readonly Plugin[]): Promise<Subject> {
  const folder = join(work, name.replaceAll(" ", "-"));
  const { files } = await bundle(root, "triggers/custom-message.ts", folder, patches);
  mkdirSync(folder);
  for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
  const event = join(root, "events/custom-message.forgot-password.de-ch.json");
  return {
    name,
    folder,
    event,
    environment: { NODE_OPTIONS: process.env.BENCH_NO_HTTP ? "" : "--require=http" },
  };
}

/** On a machine that is busy the lowest tenth is what compares. */
function figures(all: readonly Cold[], base: readonly Cold[]): string {
  return (["inside", "cpu"] as const)
    .map((key) => {
      const [own, other] = [lowest(all.map((each) => each[key])), lowest(base.map((each) => each[key]))];
      return `${key} ${own.toFixed(1)} ms, ${(own - other).toFixed(1)} more`;
    })
    .join("; ");
}

/** Returns the median of the lowest tenth. */
function lowest(sample: readonly number[]): number {
  const sorted = [...sample].sort((one, other) => one - other);
  return medianOf(sorted.slice(0, Math.ceil(sorted.length / 10))).value;
}
