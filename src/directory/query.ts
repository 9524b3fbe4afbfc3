/** One row, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * The one thing asked of a SQL client: runs one statement with `$1`, `$2` … bound to `values`. Rejects when
 * it cannot, and as soon as the signal aborts.
 */
export type Query = (text: string, values: readonly string[], signal: AbortSignal) => Promise<readonly Row[]>;
