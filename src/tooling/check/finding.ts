/** An error: Cognito would reject the message, or a person could not use it. A warning: worth correcting. */
export type Severity = "error" | "warning";

/** Something wrong in templates/, with its place and what to do. The keys are those of `check --format json`. */
export interface Finding {
  /** The name of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the project's folder. */
  readonly file: string;
  /** From 1; 1 where the file as a whole is meant. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The string that it is about, as `forgot-password.intro`. */
  readonly key?: string;
  /** The language that it is about. */
  readonly locale?: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  readonly suggestion: string;
}

/** Returns a finding with its place, in one line. */
export function inOneLine({ file, line, message, suggestion }: Finding): string {
  return `${file}:${line}: ${message} ${suggestion}`;
}

export function isError({ severity }: Pick<Finding, "severity">): boolean {
  return severity === "error";
}

/** Whether any of them stops a build. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(isError);
}
