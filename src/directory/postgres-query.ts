import { setTimeout as pause } from "node:timers/promises";
import { type Connection, resolved } from "./connection.ts";
import { type PostgresClient, postgresClient } from "./postgres-client.ts";
import { type PostgresOptions, postgresConfig } from "./postgres-config.ts";
import type { Query, Result } from "./query.ts";

export type { Connection } from "./connection.ts";
export type { PostgresOptions } from "./postgres-config.ts";

/** The time that a used connection may be silent before another one is opened as well, in ms. */
const SILENCE_MS = 500;

/** The shortest pause before a server without a free connection is tried again, in ms; the longest is twice that. */
const PAUSE_MS = 50;

/**
 * Returns a query that runs statements on PostgreSQL through `pg`: one connection per container, opened on first
 * use, TLS with certificate and host name verified, a time-out of the deadline for each statement, at most 100 rows
 * read. It works through poolers (PgBouncer, RDS Proxy), since it leaves nothing on the server and names nothing.
 *
 * A container is frozen between invocations, so a connection may have died unnoticed. So one that has not answered
 * for a second has to answer before the statement is sent. While it is silent, another is opened, and the first that
 * answers gets the statement. A statement is sent once, however slow it is, and once more only after the server
 * itself has ended it to shut down, and rolled it back.
 *
 * An error of the server is not retried, with two exceptions: a server without a free connection is tried again
 * until the signal aborts, and after rejected credentials a connection that is a parameter is read once more.
 *
 * The query rejects with a {@link SetupError} when the URL is missing, or would weaken TLS.
 */
export function postgresQuery(connection: Connection, options: PostgresOptions = {}): Query {
  // Taken by one query at a time. A concurrent one opens a connection of its own, so that none waits.
  let idle: PostgresClient | undefined;

  const connected = async (where: string, signal: AbortSignal): Promise<PostgresClient> => {
    try {
      return await postgresClient(postgresConfig(where, options), signal, options.now ?? Date.now);
    } catch (error) {
      if (!NO_ROOM.has(codeOf(error))) throw error;
      await pause(PAUSE_MS * (1 + Math.random()), undefined, { signal }).catch(() => {
        throw error;
      });
      return connected(where, signal);
    }
  };

  const fresh = async (signal: AbortSignal): Promise<PostgresClient> => {
    const where = await resolved(connection, "postgresQuery", signal);
    try {
      return await connected(where, signal);
    } catch (error) {
      if (typeof connection !== "object" || !REJECTED.has(codeOf(error))) throw error;
      // The password may have been rotated since it was read.
      const another = await resolved(connection, "postgresQuery", signal, where);
      if (another === where) throw error;
      return connected(another, signal);
    }
  };

  return async (text, values, signal) => {
    signal.throwIfAborted();
    const ready = async (client: PostgresClient): Promise<Ready> => ({
      client,
      run: await client.ready(text, values, signal),
    });
    const another = async () => ready(await fresh(signal));
    const used = idle?.isAlive() ? idle : undefined;
    idle = undefined;
    let { client, run } = used ? await firstOf(ready(used), another) : await another();
    let result: Result;
    try {
      result = await run();
    } catch (error) {
      if (client !== used || signal.aborted || !ENDED.has(codeOf(error))) throw error;
      ({ client, run } = await another());
      result = await run();
    }
    if (idle) client.close();
    else idle = client;
    return result;
  };
}

/** A connection that is ready, and the function that runs the statement on it. */
interface Ready {
  readonly client: PostgresClient;
  readonly run: () => Promise<Result>;
}

/** Resolves to the used connection; once that is dead or silent, to the first of it and another that answers. */
async function firstOf(used: Promise<Ready>, another: () => Promise<Ready>): Promise<Ready> {
  const silence = pause(SILENCE_MS, undefined, { ref: false });
  const answered = await Promise.race([used.catch(() => undefined), silence]);
  if (answered) return answered;
  const both = [used, another()] as const;
  const first = await Promise.any(both).catch(() => both[1]);
  for (const each of both) {
    each.then(
      (late) => late !== first && late.client.close(),
      () => {},
    );
  }
  return first;
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code);

/** SQLSTATE of a server without a free connection, or that is starting. */
const NO_ROOM = new Set(["53300", "57P03"]);

/** SQLSTATE of a wrong password, and of a role that is not allowed to log in (any longer, or with this password). */
const REJECTED = new Set(["28P01", "28000"]);

/** SQLSTATE of a statement that the server ended to shut down, or after a crash. */
const ENDED = new Set(["57P01", "57P02"]);
