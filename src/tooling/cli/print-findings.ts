import type { Finding } from "../check/finding.ts";
import { countsText, findingsText } from "../check/report/findings-text.ts";
import { inkFor } from "../terminal/ink.ts";

/** Prints to stderr what is wrong with the templates; nothing when nothing is. */
export function printFindings(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const ink = inkFor(process.stderr, process.env);
  console.error(`${findingsText(findings, ink)}\n\n${countsText(findings, ink)}`);
}
