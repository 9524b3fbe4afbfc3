import { compileTemplates } from "../build/compile-templates.ts";
import { hasErrors } from "../check/finding.ts";
import { printFindings } from "./print-findings.ts";

/** `compile`: 1 when the templates have errors, and nothing is written. */
export async function compileCommand(): Promise<number> {
  const { findings, files } = await compileTemplates({ root: process.cwd() });
  printFindings(findings);
  if (hasErrors(findings)) return 1;
  const locales = files.filter((file) => file.startsWith("locale/")).length;
  console.log(`generated/ is written, with ${locales === 1 ? "one locale" : `${locales} locales`}.`);
  return 0;
}
