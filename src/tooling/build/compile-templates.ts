import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { check } from "../check/check.ts";
import { type Finding, hasErrors } from "../check/finding.ts";
import { markedFiles } from "../output/marked-files.ts";
import { writeOutput } from "../output/write-output.ts";
import { compiledModules } from "../templates/compiled-modules.ts";
import { isGenerated } from "../templates/index-module.ts";
import { readTemplateSources } from "../templates/template-sources.ts";

/**
 * Checks templates/ and compiles it to the modules of generated/. With an error nothing is written.
 *
 * @param root the project's folder
 * @returns the findings, and the files of generated/ (none with an error)
 */
export async function compileTemplates({
  root,
}: {
  root: string;
}): Promise<{ findings: readonly Finding[]; files: readonly string[] }> {
  const { project, findings } = check(await readTemplateSources(root));
  if (hasErrors(findings)) return { findings, files: [] };
  const modules = compiledModules(project);
  writeGenerated(join(root, "generated"), modules);
  return { findings, files: Object.keys(modules) };
}

const mark = {
  path: /^(?:templates\.(?:js|d\.ts)|catalog\.schema\.json|locale\/[^/]+\.cjs)$/,
  isIn: isGenerated,
};

/** Writes the modules into a folder where others may generate files too. */
function writeGenerated(folder: string, modules: Readonly<Record<string, string>>): void {
  const { [PACKAGE]: own = "", ...others } = modules;
  const isPackage = hasModules(folder);
  const files = new Map(Object.entries(isPackage ? others : { [PACKAGE]: own, ...others }));
  writeOutput(folder, { files, ours: () => markedFiles(folder, mark, "locale") });
}

const PACKAGE = "package.json";

/** Whether a package.json in the folder, ours or not, makes its files ES modules. */
function hasModules(folder: string): boolean {
  const file = join(folder, PACKAGE);
  if (!existsSync(file)) return false;
  try {
    if (JSON.parse(readFileSync(file, "utf8")).type === "module") return true;
  } catch {}
  throw new SetupError(
    'generated/package.json is not ours and does not make generated/templates.js an ES module: add "type": "module" to it, or move it.',
  );
}
