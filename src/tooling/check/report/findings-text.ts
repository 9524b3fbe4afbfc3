import type { Ink } from "../../terminal/ink.ts";
import { printable } from "../../terminal/printable.ts";
import { type Finding, isError } from "../finding.ts";

const inks = { error: "bad", warning: "strong" } as const;

/** Returns findings as text: by file, each with its place and what to do. */
export function findingsText(findings: readonly Finding[], ink: Ink): string {
  return [...Map.groupBy(findings, ({ file }) => file)]
    .map(([file, own]) =>
      [ink("strong", printable(file)), ...own.map((each) => findingText(each, ink))].join("\n"),
    )
    .join("\n\n");
}

function findingText({ line, column, severity, rule, message, suggestion }: Finding, ink: Ink): string {
  return `  ${line}:${column}  ${ink(inks[severity], severity)}  ${printable(message)} ${ink("quiet", `(${rule})`)}
      ${printable(suggestion)}`;
}

/** Returns the numbers of errors and warnings as a sentence. */
export function countsText(findings: readonly Finding[], ink: Ink): string {
  const errors = findings.filter(isError).length;
  const warnings = findings.length - errors;
  return ink(errors > 0 ? "bad" : "strong", `${countsOf(errors, warnings)}.`);
}

/** Returns `2 errors and 1 warning`, or an empty text for none. */
export function countsOf(errors: number, warnings: number): string {
  return [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ].join(" and ");
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
