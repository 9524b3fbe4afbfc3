import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import type { Edit } from "./edit.ts";
import type { Severity } from "./rule.ts";

/** What is said of a template or its settings, with the place and the mending. Findings are data. */
export interface Finding {
  /** The name of the rule that it breaks. */
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the project's folder. */
  readonly file: string;
  /** From 1; 1 when the file as a whole is meant. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The locale and the message that it is about; absent when it is about what many of them share. */
  readonly locale?: string;
  readonly source?: CustomMessageSource;
  /** What is so, as a sentence. */
  readonly message: string;
  /** The line of the file; empty when there is none. */
  readonly excerpt: string;
  readonly mending: string;
  /** The one right answer, where there is one: what `--fix` puts in. */
  readonly fix?: Edit;
}

/** What is said, with its place, in one line. */
export function inOneLine({ file, line, message, mending }: Finding): string {
  return `${file}, line ${line}: ${message} ${mending}`;
}

/** Whether what is said stops a build. */
export function isError({ severity }: Pick<Finding, "severity">): boolean {
  return severity === "error";
}

/** Whether any of it stops a build. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(isError);
}
