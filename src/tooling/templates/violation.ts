/** A problem at one place of a file of templates/, found by its reader or by a rule of the checker. */
export interface Violation {
  /** The path from the project's folder. */
  readonly file: string;
  /** The UTF-16 index in the file's text; 0 for the whole file. */
  readonly index: number;
  /** The problem, as a sentence. */
  readonly message: string;
  /** A suggestion that is more exact than the rule's own. */
  readonly suggestion?: string | undefined;
  /** The id of the string with the problem, such as `forgot-password.intro`. */
  readonly key?: string | undefined;
  /** The language with the problem, if it is only one. */
  readonly locale?: string | undefined;
  /** Set if it is less severe than the rule. */
  readonly severity?: "warning" | undefined;
}
