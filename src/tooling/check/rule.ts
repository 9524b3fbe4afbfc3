import type { PartSource } from "../templates/sources.ts";
import type { Edit } from "./edit.ts";
import type { Project } from "./project.ts";

/** An error: Cognito would refuse the message, or a person could not use it. A warning: worth mending. */
export type Severity = "error" | "warning";

/** One way in which copy can go wrong: a file of rules/ and a row of the table. */
export interface Rule {
  readonly name: string;
  /** The worst that it finds. */
  readonly severity: Severity;
  /** What it protects, in a sentence or two that a template author understands: docs/authors.md prints it. */
  readonly protects: string;
  /** How to mend what it finds, where a case says nothing more exact. */
  readonly mending: string;
  /** Copy that it catches: a change to what is shipped. */
  readonly example: Example;
  /** Each time that it is so. */
  readonly check: (project: Project) => readonly Case[];
}

/** A change to the shipped copy: `from` becomes `to`; the whole file when `from` is left out. */
export interface Example {
  readonly file: string;
  readonly from?: string;
  readonly to: string;
  /** Further keys of the client metadata, each with its JSON Schema. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** One time that a rule is broken. */
export interface Case {
  readonly file: string;
  /** Where, as a UTF-16 index of the file's text; 0 for the file as a whole. */
  readonly index: number;
  /** The part that it is about, where it is about one. */
  readonly part?: Pick<PartSource, "locale" | "source" | "isOffered"> | undefined;
  /** What is so, as a sentence. */
  readonly message: string;
  readonly mending?: string | undefined;
  /** Where it is less bad than the rule can be. */
  readonly severity?: Severity;
  /** The one right answer, where there is one. */
  readonly fix?: Edit;
}
