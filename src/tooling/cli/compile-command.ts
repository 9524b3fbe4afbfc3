import { compile } from "../templates/compile.ts";
import { findingsText } from "./findings-text.ts";

/** `compile`: 1 when the templates have errors. */
export async function compileCommand(): Promise<number> {
  const { findings } = await compile({ root: process.cwd() });
  if (findings.length > 0) console.error(findingsText(findings));
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
