import { printable } from "../replay/printable.ts";
import { type Finding, findingLine } from "../templates/finding.ts";

/** Findings for people, one on a line. What a template quotes cannot write to the terminal. */
export function findingsText(findings: readonly Finding[]): string {
  return findings.map((finding) => printable(findingLine(finding))).join("\n");
}
