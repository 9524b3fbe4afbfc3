import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import * as esbuild from "esbuild";
import { SetupError } from "../../error/setup-error.ts";
import { sentencesOf } from "./sentences-of.ts";

/** A file that may be a trigger, and its name; declarations, tests and hidden files are not. */
const SCRIPT = /^([^.].*?)(?<!\.(?:d|test|spec))\.[cm]?[jt]sx?$/i;

/** Files of these names are triggers: one without a handler is a mistake. */
const EXPECTED = /^(?:custom-message|user-migration|pre-sign-up|post-confirmation)$/;

const NO_HANDLER = "export one, as in `export const handler = triggerHandler(…)`.";

/** Returns the name of the trigger that a file in `triggers/` may be, `undefined` when it is not a script. */
export function triggerNameOf(file: string): string | undefined {
  return SCRIPT.exec(file)?.[1];
}

/**
 * Returns the files in `<root>/triggers` that export a `handler`: name of the trigger -> path of the file, sorted.
 * Triggers share files without one.
 *
 * @throws SetupError when the folder or any trigger is missing, or a file cannot be read as a trigger
 */
export async function triggerFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, "triggers");
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new SetupError(
      `There is no folder triggers/ in ${root}: put one file for each Lambda trigger there.`,
    );
  }
  const entries = readdirSync(folder).sort();
  const scripts = entries.flatMap((file) => {
    const name = triggerNameOf(file);
    const isFolder = statSync(join(folder, file), { throwIfNoEntry: false })?.isDirectory();
    return name === undefined || isFolder ? [] : [{ name, file }];
  });
  const exporting = await Promise.all(scripts.map(({ file }) => exportsHandler(root, `triggers/${file}`)));
  const triggers = new Map<string, string>();
  for (const { name, file } of scripts.filter((_, index) => exporting[index])) {
    const other = triggers.get(name);
    if (other !== undefined) {
      throw new SetupError(
        `triggers/${basename(other)} and triggers/${file} are one trigger: remove one of them.`,
      );
    }
    triggers.set(name, join(folder, file));
  }
  const isMissing = (name: string) => EXPECTED.test(name) && !triggers.has(name);
  const silent = scripts.find(({ name }) => isMissing(name));
  if (silent) throw new SetupError(`triggers/${silent.file} exports no \`handler\`: ${NO_HANDLER}`);
  const inFolder = entries.find(isMissing);
  if (inFolder !== undefined) {
    throw new SetupError(`triggers/${inFolder} must be a file: move its handler to triggers/${inFolder}.ts.`);
  }
  if (triggers.size === 0) {
    throw new SetupError(`No file in triggers/ exports a \`handler\`: ${NO_HANDLER}`);
  }
  return triggers;
}

/**
 * Whether a file exports a handler. It is read as one module by itself: its imports need not exist yet.
 *
 * @throws SetupError with a sentence for each mistake in it, and for CommonJS, whose exports esbuild does not list
 */
async function exportsHandler(root: string, file: string): Promise<boolean> {
  const { metafile } = await probed(root, file);
  if (Object.values(metafile.inputs).some(({ format }) => format === "cjs")) {
    throw new SetupError(
      `${file} is CommonJS: write a handler as \`export const handler = …\` in an ES module, or move the file out of triggers/ if it is not a trigger.`,
    );
  }
  return Object.values(metafile.outputs).some(({ exports }) => exports.includes("handler"));
}

async function probed(root: string, file: string) {
  try {
    return await esbuild.build({
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
  } catch (failure) {
    throw new SetupError(sentencesOf(failure).join("\n"));
  }
}
