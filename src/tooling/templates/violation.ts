/** Something wrong at one place of a file of templates/, found by whoever reads it or by a rule of the checker. */
export interface Violation {
  /** Relative to the project's folder. */
  readonly file: string;
  /** Where, as a UTF-16 index of the file's text; 0 for the file as a whole. */
  readonly index: number;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What to do, where that is more exact than the rule's own suggestion. */
  readonly suggestion?: string | undefined;
  /** The string that it is about, as `forgot-password.intro`. */
  readonly key?: string | undefined;
  /** The language that it is about, where it is about one. */
  readonly locale?: string | undefined;
  /** Less severe than the rule can be. */
  readonly severity?: "warning" | undefined;
}
