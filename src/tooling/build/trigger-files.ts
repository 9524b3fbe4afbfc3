import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import * as esbuild from "esbuild";
import { SetupError } from "../../log/fault.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * The files in `<root>/triggers` that export a `handler`: name of the trigger -> path of the file, sorted.
 * Files without one are what triggers share.
 *
 * @throws SetupError when there is no folder, no trigger in it, or a file that is no TypeScript
 */
export async function triggerFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, "triggers");
  if (!existsSync(folder)) {
    throw new SetupError(
      `There is no folder triggers/ in ${root}: put one file for each Lambda trigger there.`,
    );
  }
  const files = readdirSync(folder)
    .filter((file) => /^[^.].*\.[jt]s$/.test(file) && !/\.(d|test)\.ts$/.test(file))
    .sort();
  const exporting = await Promise.all(files.map((file) => exportsHandler(root, join("triggers", file))));
  const triggers = new Map<string, string>();
  for (const file of files.filter((_, index) => exporting[index])) {
    const name = basename(file).replace(/\.[jt]s$/, "");
    if (triggers.has(name)) {
      throw new SetupError(
        `triggers/${name}.ts and triggers/${name}.js are one trigger: remove one of them.`,
      );
    }
    triggers.set(name, join(folder, file));
  }
  const silent = files.find((file) => EXPECTED.test(file) && !triggers.has(file.replace(/\.[jt]s$/, "")));
  if (silent) {
    throw new SetupError(`triggers/${silent} exports no \`handler\`: export one, as in triggerHandler(…).`);
  }
  if (triggers.size === 0) {
    throw new SetupError("No file in triggers/ exports a `handler`: export one, as in triggerHandler(…).");
  }
  return triggers;
}

/** Files of these names are triggers: without a handler one has a mistake in it. */
const EXPECTED = /^(?:custom-message|user-migration|pre-sign-up|post-confirmation)\.[jt]s$/;

/** Read as one module by itself: what it imports need not exist yet. */
async function exportsHandler(root: string, file: string): Promise<boolean> {
  try {
    const { metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: [file],
      outdir: "dist",
      bundle: false,
      write: false,
      metafile: true,
      format: "esm",
      target: "esnext",
      logLevel: "silent",
    });
    return Object.values(metafile.outputs).some((output) => output.exports.includes("handler"));
  } catch (failure) {
    throw new SetupError(sentencesOf(failure).join("\n"));
  }
}
