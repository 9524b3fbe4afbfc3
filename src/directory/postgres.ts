import { createHash } from "node:crypto";
import { type Connection, resolved } from "./connection.ts";
import { type PostgresClient, postgresClient } from "./postgres-client.ts";
import { type PostgresOptions, postgresConfig } from "./postgres-config.ts";
import type { Query, Result } from "./query.ts";

export type { Connection } from "./connection.ts";
export type { PostgresOptions } from "./postgres-config.ts";

/** How long a connection that was used before may be silent before it counts as dead, in ms. */
const SILENCE_MS = 1_000;

/**
 * Runs statements on PostgreSQL through `pg`: one connection for a container, made on first use, TLS with
 * certificate and host verified, `statement_timeout` from the deadline, named prepared statements.
 *
 * A container is frozen between invocations, so a connection may be dead without anybody having said so.
 * When one that was used before breaks, or is silent, the statement runs once more on a fresh one: it may
 * have run twice, so it must be one that does no harm then. What the server itself refuses is not retried,
 * but for the credentials: when the connection is a parameter, it is asked once for another than was refused.
 *
 * The query rejects with a {@link SetupError} when there is no URL, or one that would weaken TLS.
 */
export function postgresQuery(connection: Connection, options: PostgresOptions = {}): Query {
  // Whoever takes it leaves none: a query beside it opens a connection of its own, and nobody waits in line.
  let idle: PostgresClient | undefined;

  const connected = (where: string, signal: AbortSignal) =>
    postgresClient(postgresConfig(where, options), signal);

  const fresh = async (signal: AbortSignal): Promise<PostgresClient> => {
    const where = await resolved(connection, "postgresQuery", signal);
    try {
      return await connected(where, signal);
    } catch (error) {
      if (typeof connection !== "function" || !refusesCredentials(error)) throw error;
      // Perhaps the password has rotated since it was read: the parameter knows whether there is another.
      const another = await resolved(connection, "postgresQuery", signal, where);
      if (another === where) throw error;
      return connected(another, signal);
    }
  };

  return async (text, values, signal) => {
    signal.throwIfAborted();
    const statement = { name: nameOf(text), text, values: [...values] };
    const used = idle?.alive() ? idle : undefined;
    idle = undefined;
    let client = used ?? (await fresh(signal));
    let result: Result;
    try {
      result = await client.result(
        statement,
        used ? AbortSignal.any([signal, AbortSignal.timeout(SILENCE_MS)]) : signal,
      );
    } catch (error) {
      if (!used || signal.aborted || fromServer(error)) throw error;
      client = await fresh(signal);
      result = await client.result(statement, signal);
    }
    if (idle) client.close();
    else idle = client;
    return result;
  };
}

/** Behind a pooler that shares connections a name must mean one statement only: it is made of its text. */
function nameOf(text: string): string {
  return `recovery_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
}

/** SQLSTATE of a wrong password, and of a role that may not come in (with this password, or not any more). */
function refusesCredentials(error: unknown): boolean {
  return ["28P01", "28000"].includes(String((error as { code?: unknown }).code));
}

/** SQLSTATE classes and codes by which a server says that the connection is gone, not the statement wrong. */
const GONE = /^(?:08|57P0|25P03)/;

/** Whether the server answered, with an error about the statement (PostgreSQL's errors have a severity). */
function fromServer(error: unknown): boolean {
  const { severity, code } = error as { severity?: unknown; code?: unknown };
  return severity !== undefined && !GONE.test(String(code));
}
