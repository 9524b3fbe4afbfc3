import { join } from "node:path";
import { check } from "../check/check.ts";
import { type Finding, hasErrors } from "../check/finding.ts";
import { compiledModules } from "../templates/compile.ts";
import { readTemplateSources } from "../templates/template-sources.ts";
import { writeFolder } from "../templates/write-folder.ts";

/**
 * Checks templates/ and compiles it to the modules of generated/. With an error nothing is written: what was
 * there stays as it was.
 *
 * @param root the project's folder
 * @returns what was found, and the files of generated/ (none when there was an error)
 */
export async function compileTemplates({
  root,
}: {
  root: string;
}): Promise<{ findings: readonly Finding[]; files: readonly string[] }> {
  const { project, findings } = check(await readTemplateSources(root));
  if (hasErrors(findings)) return { findings, files: [] };
  const modules = compiledModules(project);
  writeFolder(join(root, "generated"), modules);
  return { findings, files: Object.keys(modules) };
}
