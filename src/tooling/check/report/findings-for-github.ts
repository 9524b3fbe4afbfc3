import { printable } from "../../terminal/printable.ts";
import type { Finding } from "../finding.ts";

/** Returns findings as workflow commands, which GitHub shows at the line in a pull request. */
export function findingsForGithub(findings: readonly Finding[]): string {
  return findings
    .map(({ severity, file, line, column, rule, message, suggestion }) => {
      const properties = { file, line: String(line), col: String(column), title: rule };
      const named = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(value)}`);
      return `::${severity} ${named.join(",")}::${escaped(`${message} ${suggestion}`)}`;
    })
    .join("\n");
}

/** Escapes text as GitHub's toolkit does (actions/toolkit, packages/core/src/command.ts). */
function escaped(text: string): string {
  return printable(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
