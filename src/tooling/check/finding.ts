/** An error means that Cognito would reject the message or a person could not use it; a warning, that it is worth correcting. */
export type Severity = "error" | "warning";

/** A problem in templates/, with its place and what to do. The keys are those of `check --format json`. */
export interface Finding {
  /** The name of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the project's folder. */
  readonly file: string;
  /** Starts at 1, which is also the line of a finding about the whole file. */
  readonly line: number;
  /** Starts at 1, in UTF-16 units. */
  readonly column: number;
  /** The id of the string concerned, such as `forgot-password.intro`. */
  readonly key?: string;
  /** The language concerned. */
  readonly locale?: string;
  /** A sentence about the problem. */
  readonly message: string;
  readonly suggestion: string;
}

/** Returns a finding with its place in one line. */
export function inOneLine({ file, line, message, suggestion }: Finding): string {
  return `${file}:${line}: ${message} ${suggestion}`;
}

export function isError({ severity }: Pick<Finding, "severity">): boolean {
  return severity === "error";
}

/** Whether any finding stops a build. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(isError);
}
