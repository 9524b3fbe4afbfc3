import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { SetupError } from "../log/fault.ts";
import { type Connection, resolved } from "./connection.ts";
import type { Query, Row } from "./query.ts";

export type { Connection } from "./connection.ts";

/** How long a statement waits for another process that is writing, in ms: well within the deadline. */
const BUSY_MS = 500;

/**
 * Runs statements on an SQLite file through Node's own `node:sqlite`. `$1`, `$2` … are bound by name, so the
 * SQL that runs here runs on PostgreSQL. The file is opened on first use, kept for the container, and opened
 * anew after an error.
 *
 * The query rejects with a {@link SetupError} when there is no file: it is never created.
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
      const rows = open.prepare(text).all(named) as Row[];
      const after = counts(open);
      return { rows, changed: after.total === before.total ? 0 : after.last };
    } catch (error) {
      open.close();
      open = undefined;
      throw error;
    }
  };
}

/** Of the connection's rows changed: all, those by SQL triggers included, and the last statement's own that changed any. */
function counts(database: DatabaseSync): { total: number; last: number } {
  const counted = database.prepare("select total_changes() as total, changes() as last").get();
  return counted as { total: number; last: number };
}

function opened(file: string): DatabaseSync {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    // Not the path itself: somebody's may be the URL of another database, with its password.
    throw new SetupError("sqliteQuery was given a path at which there is no file: give it one that exists.");
  }
  return new DatabaseSync(file, { timeout: BUSY_MS });
}
