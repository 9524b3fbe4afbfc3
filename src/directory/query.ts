/** A row, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** The result of a statement. */
export interface Result {
  /** The rows of a `select` or of `returning`. */
  readonly rows: readonly Row[];
  /** The number of rows that the statement inserted, updated or deleted; 0 for a `select`. */
  readonly changed: number;
}

/**
 * The part of a SQL client that we need: runs one statement with `$1`, `$2` … bound to `values`. Rejects when the
 * statement fails, and as soon as the signal aborts.
 */
export type Query = (text: string, values: readonly string[], signal: AbortSignal) => Promise<Result>;
