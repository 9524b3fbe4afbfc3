import { type Finding, findingLine } from "../check/finding.ts";
import { printable } from "../replay/printable.ts";

/** Findings for people, one on a line. What a template quotes cannot write to the terminal. */
export function findingsText(findings: readonly Finding[]): string {
  return findings.map((finding) => printable(findingLine(finding))).join("\n");
}
