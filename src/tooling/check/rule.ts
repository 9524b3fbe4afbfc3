import type { Project } from "../templates/project.ts";
import type { Violation } from "../templates/violation.ts";
import type { Severity } from "./finding.ts";

/** A kind of problem in messages: an entry of rules/<heading>-rules.ts. */
export interface Rule {
  readonly name: string;
  /** The highest severity of its violations. */
  readonly severity: Severity;
  /** The reason for the rule, in one or two sentences for authors: docs/rules.md prints it. */
  readonly protects: string;
  /** The suggestion of a violation that has none of its own. */
  readonly suggestion: string;
  /** A change to the shipped templates that violates the rule. */
  readonly example: Example;
  readonly check: (project: Project) => readonly Violation[];
}

/** A change to a shipped file: `from` becomes `to`. Without `from`, `to` is the whole file, or a new one. */
export interface Example {
  readonly file: string;
  readonly from?: string;
  readonly to: string;
}
