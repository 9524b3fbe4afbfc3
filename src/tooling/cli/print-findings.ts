import type { Finding } from "../check/finding.ts";
import { countsText, findingsText } from "../check/report/findings-text.ts";
import { inkFor } from "../terminal/ink.ts";
import type { Io } from "./io.ts";
import { printError } from "./print.ts";

/** Prints what is wrong with the templates to stderr. */
export function printFindings(findings: readonly Finding[], io: Io): void {
  if (findings.length === 0) return;
  const ink = inkFor(io.stderr, io.environment);
  printError(io, `${findingsText(findings, ink)}\n\n${countsText(findings, ink)}`);
}
