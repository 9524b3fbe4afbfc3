import type { Project } from "../templates/project.ts";
import type { Violation } from "../templates/violation.ts";
import type { Severity } from "./finding.ts";

/** One way in which messages can go wrong: an entry of rules/<heading>.ts. */
export interface Rule {
  readonly name: string;
  /** The worst that it finds; a violation may be less. */
  readonly severity: Severity;
  /** What it protects people from, in a sentence or two that an author understands: docs/rules.md prints it. */
  readonly protects: string;
  /** What to do, where a violation does not say it more exactly. */
  readonly suggestion: string;
  /** A change to what is shipped that it catches. */
  readonly example: Example;
  readonly check: (project: Project) => readonly Violation[];
}

/** A change to a shipped file: `from` becomes `to`; the whole file (or a new one) where `from` is left out. */
export interface Example {
  readonly file: string;
  readonly from?: string;
  readonly to: string;
  /** Further keys of the client metadata, each with its JSON Schema. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}
