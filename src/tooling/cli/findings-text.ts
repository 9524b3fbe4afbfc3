import { printable } from "../replay/printable.ts";
import type { Finding } from "../templates/finding.ts";

/** Findings for people: where, what, and how to mend it; one of each on a line of its own. */
export function findingsText(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ file, line, column, severity, message, mending, rule }) =>
        `${file}:${line}:${column}: ${severity}: ${printable(message)} (${rule})\n    ${printable(mending)}`,
    )
    .join("\n");
}
