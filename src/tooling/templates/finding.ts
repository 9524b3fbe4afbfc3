/** What the checker says of a template. */
export interface Finding {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly mending: string;
}
