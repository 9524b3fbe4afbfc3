/** What is said of a template or its settings, with the place and the mending. Findings are data. */
export interface Finding {
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** Relative to the project's folder. */
  readonly file: string;
  /** From 1; 1 when the file as a whole is meant. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly message: string;
  readonly mending: string;
}

/** A finding as one line for a terminal: place first, so that editors can jump to it. */
export function findingLine({ file, line, column, severity, message, mending, rule }: Finding): string {
  return [`${file}:${line}:${column} ${severity}:`, message, mending, `(${rule})`].filter(Boolean).join(" ");
}

/** Whether a build may go on. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}
