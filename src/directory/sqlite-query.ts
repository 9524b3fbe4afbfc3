import { statSync } from "node:fs";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import { SetupError } from "../error/setup-error.ts";
import { type Connection, resolved } from "./connection.ts";
import { dataException } from "./data-exception.ts";
import { MOST_ROWS } from "./most-rows.ts";
import type { Query, Row } from "./query.ts";

export type { Connection } from "./connection.ts";

/** The time that a statement waits while another process writes, in ms; well within the deadline. */
const BUSY_MS = 500;

/**
 * Returns a query that runs statements on an SQLite file through Node's own `node:sqlite`. `$1`, `$2` … are bound by
 * name, and `lower()` knows all letters, so that the same SQL runs on PostgreSQL. At most 100 rows are read. An
 * integer beyond 2^53 is a `bigint`. The file is opened on first use, once per container, and again after an error.
 *
 * The query rejects with a {@link SetupError} when the file does not exist; it is never created.
 */
export function sqliteQuery(file: Connection): Query {
  let open: DatabaseSync | undefined;
  return async (text, values, signal) => {
    signal.throwIfAborted();
    const path = open ? "" : await resolved(file, "sqliteQuery", signal);
    open ??= opened(path);
    try {
      const named = Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]));
      const before = counts(open);
      const rows = firstRows(open, text, named);
      const after = counts(open);
      return { rows, changed: after.total === before.total ? 0 : after.last };
    } catch (error) {
      open.close();
      open = undefined;
      throw error;
    }
  };
}

function firstRows(database: DatabaseSync, text: string, named: Record<string, string>): Row[] {
  const statement = database.prepare(text);
  // Otherwise a number that is too large for JavaScript fails the whole statement.
  statement.setReadBigInts(true);
  const rows: Row[] = [];
  try {
    for (const row of statement.iterate(named)) {
      rows.push(Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])));
      if (rows.length === MOST_ROWS) break;
    }
  } catch (cause) {
    throw isDataError(cause) ? dataException(cause) : cause;
  }
  return rows;
}

/**
 * Whether a value made a prepared statement fail: `SQLITE_ERROR`, `SQLITE_TOOBIG`, `SQLITE_MISMATCH`
 * (https://sqlite.org/rescode.html).
 */
function isDataError(error: unknown): boolean {
  return [1, 18, 20].includes((error as { errcode?: unknown }).errcode as number);
}

/** Returns a `bigint` as a number if it is small enough. */
function plain(value: SQLOutputValue): SQLOutputValue {
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** Returns the numbers of rows changed on the connection: by everything, SQL triggers included; by the last statement that changed any. */
function counts(database: DatabaseSync): { total: number; last: number } {
  const counted = database.prepare("select total_changes() as total, changes() as last").get();
  return counted as { total: number; last: number };
}

function opened(file: string): DatabaseSync {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    // Without the path, which may be the URL of another database, with its password.
    throw new SetupError("The file of sqliteQuery does not exist: set the path of one that does.");
  }
  const database = new DatabaseSync(file, { timeout: BUSY_MS });
  if (!usesLower(database)) {
    database.function("lower", { deterministic: true, useBigIntArguments: true }, lower);
  }
  return database;
}

/** Lowers all letters, as PostgreSQL does. SQLite's own lowers ASCII only, and would not find `JOSÉ` by `josé`. */
function lower(value: SQLOutputValue): string | null {
  if (value === null) return null;
  return (value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value)).toLowerCase();
}

/** Whether an index or a column uses SQLite's own `lower()`, whose entries another would not find. */
function usesLower(database: DatabaseSync): boolean {
  const found = database.prepare("select 1 from sqlite_schema where sql like '%lower%(%' limit 1").get();
  return found !== undefined;
}
