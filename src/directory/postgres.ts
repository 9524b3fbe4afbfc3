import { setTimeout as pause } from "node:timers/promises";
import { type Connection, resolved } from "./connection.ts";
import { type PostgresClient, postgresClient } from "./postgres-client.ts";
import { type PostgresOptions, postgresConfig } from "./postgres-config.ts";
import type { Query, Result } from "./query.ts";

export type { Connection } from "./connection.ts";
export type { PostgresOptions } from "./postgres-config.ts";

/** How long a connection that was used before may be silent before another is opened beside it, in ms. */
const SILENCE_MS = 500;

/** How long to wait before a server that had no room is asked again: from this to twice as long, in ms. */
const PAUSE_MS = 50;

/**
 * Runs statements on PostgreSQL through `pg`: one connection for a container, made on first use, TLS with
 * certificate and host verified, a time-out from the deadline for each statement, at most 100 rows read.
 * It works through poolers (PgBouncer, RDS Proxy): it leaves nothing on the server, and names nothing there.
 *
 * A container is frozen between invocations, so a connection may be dead without anybody having said so. So
 * one that was used before has to answer before the statement is sent. When it is silent, another is opened
 * beside it, and the first to answer gets the statement: however slow, it is sent once. It is sent again
 * only after the server itself has ended it to shut down, and rolled back what it did.
 *
 * What the server rejects is not retried, but for two things: while it has no connection to spare, it is asked
 * again until the signal aborts; and when it rejects the credentials and the connection is a parameter, that
 * is asked once for another than was rejected.
 *
 * The query rejects with a {@link SetupError} when there is no URL, or one that would weaken TLS.
 */
export function postgresQuery(connection: Connection, options: PostgresOptions = {}): Query {
  // Whoever takes it leaves none: a query beside it opens a connection of its own, and nobody waits in line.
  let idle: PostgresClient | undefined;

  const connected = async (where: string, signal: AbortSignal): Promise<PostgresClient> => {
    try {
      return await postgresClient(postgresConfig(where, options), signal);
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
      // Perhaps the password has rotated since it was read: the parameter knows whether there is another.
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
    const used = idle?.alive() ? idle : undefined;
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

/** A connection that has answered, and what runs the statement on it. */
interface Ready {
  readonly client: PostgresClient;
  readonly run: () => Promise<Result>;
}

/** The one that was used before; or, once it is dead or silent, whichever of it and another answers first. */
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

/** SQLSTATE of a server that has no connection to spare, or is just starting. */
const NO_ROOM = new Set(["53300", "57P03"]);

/** SQLSTATE of a wrong password, and of a role that may not come in (with this password, or not any more). */
const REJECTED = new Set(["28P01", "28000"]);

/** SQLSTATE of a statement that the server has ended to shut down, or after a crash. */
const ENDED = new Set(["57P01", "57P02"]);
