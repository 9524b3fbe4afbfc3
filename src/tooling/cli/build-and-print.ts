import { resolve } from "node:path";
import { build } from "../build/build.ts";
import type { Manifest } from "../build/manifest.ts";
import type { Io } from "./io.ts";
import { printError } from "./print.ts";
import { printFindings } from "./print-findings.ts";

/** Builds the triggers, and prints findings and warnings; `undefined` when the templates have errors, and nothing was written. */
export async function buildAndPrint(out: string, io: Io): Promise<Manifest | undefined> {
  const { findings, manifest, warnings } = await build({ root: io.cwd, out: resolve(io.cwd, out) });
  printFindings(findings, io);
  for (const warning of warnings) printError(io, warning);
  return manifest;
}
