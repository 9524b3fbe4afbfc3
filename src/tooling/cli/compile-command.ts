import { compileTemplates } from "../build/compile-templates.ts";
import { hasErrors } from "../check/finding.ts";
import type { Io } from "./io.ts";
import { print } from "./print.ts";
import { printFindings } from "./print-findings.ts";

/** `compile`: 1 when the templates have errors, and nothing is written. */
export async function compileCommand(_options: object, io: Io): Promise<number> {
  const { findings, files } = await compileTemplates({ root: io.cwd });
  printFindings(findings, io);
  if (hasErrors(findings)) return 1;
  const locales = files.filter((file) => file.startsWith("locale/")).length;
  print(io, `Wrote generated/, with ${locales === 1 ? "one locale" : `${locales} locales`}.`);
  return 0;
}
