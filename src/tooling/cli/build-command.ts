import { build } from "../build/build.ts";
import { sizeTable } from "../build/size-table.ts";
import { findingsText } from "./findings-text.ts";

/** `build`: 1 when the templates have errors, and nothing is written. */
export async function buildCommand(): Promise<number> {
  const { findings, manifest, warnings } = await build({ root: process.cwd() });
  if (findings.length > 0) console.error(findingsText(findings));
  for (const warning of warnings) console.error(warning);
  if (!manifest) return 1;
  console.log(sizeTable(manifest));
  return 0;
}
