/** One row, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** What a statement answers. */
export interface Result {
  /** Selected or `returning`. */
  readonly rows: readonly Row[];
  /** How many rows the statement inserted, updated or deleted; a `select` 0, however many it gives. */
  readonly changed: number;
}

/**
 * The one thing asked of a SQL client: runs one statement with `$1`, `$2` … bound to `values`. Rejects when
 * it cannot, and as soon as the signal aborts.
 */
export type Query = (text: string, values: readonly string[], signal: AbortSignal) => Promise<Result>;
