import { resolve } from "node:path";
import { build } from "../build/build.ts";
import type { Manifest } from "../build/manifest.ts";
import { printFindings } from "./print-findings.ts";

/** Builds, and tells what there is to say; `undefined` when the templates have errors, and nothing was written. */
export async function buildTold(root: string, out: string): Promise<Manifest | undefined> {
  const { findings, manifest, warnings } = await build({ root, out: resolve(root, out) });
  printFindings(findings);
  for (const warning of warnings) console.error(warning);
  return manifest;
}
