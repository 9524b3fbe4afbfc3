import { Socket } from "node:net";
import { Client, type ClientConfig } from "pg";
import { within } from "../abort/within.ts";
import { DEADLINE_MS } from "../trigger/deadline.ts";
import { dataException } from "./data-exception.ts";
import type { Result } from "./query.ts";
import { TimedQuery } from "./timed-query.ts";

/** A connection, which is closed after an error. */
export interface PostgresClient {
  isAlive(): boolean;
  /**
   * Resolves as soon as the server has answered, or at once if it has just answered another statement, to a function
   * that runs the statement. Both reject with the signal's reason as soon as it aborts.
   */
  ready(text: string, values: readonly string[], signal: AbortSignal): Promise<() => Promise<Result>>;
  close(): void;
}

/** The time after an answer during which a connection counts as alive, in ms. */
const RECENT_MS = 1_000;

/**
 * The commands whose count is of changed rows; that of a `SELECT` is of returned rows. A statement that returns more
 * rows than are read reports no command, and counts as 0.
 */
const CHANGES = /^(?:INSERT|UPDATE|DELETE|MERGE)$/;

/**
 * SQLSTATE classes of a wrong statement (42, 3F) and of the server's files (58). Once a statement is running, only
 * a function of the database raises them, for the row that was found.
 */
const RAISED = /^(?:3F|42|58)/;

/**
 * Resolves to a connection, or rejects as soon as the signal aborts and leaves nothing open.
 *
 * @param now returns the time in ms; by the wall clock, since others stop while Lambda freezes a container
 */
export async function postgresClient(
  config: ClientConfig,
  signal: AbortSignal,
  now: () => number,
): Promise<PostgresClient> {
  // Our own socket, because `pg` closes politely and waits for a server that may never answer again.
  const socket = new Socket();
  // Without `host` here, `pg` before 8.23.1 accepts a certificate of `localhost` for any IP address.
  const ssl = typeof config.ssl === "object" ? { ...config.ssl, host: config.host } : config.ssl;
  const client = new Client({ ...config, ssl, stream: () => socket });
  let isAlive = true;
  const close = () => {
    isAlive = false;
    socket.destroy();
  };
  // An idle connection may break too, and an "error" event without a listener ends the process.
  client.on("error", close);
  client.on("end", close);
  socket.on("error", close);

  const closedIfFailed = async <T>(until: AbortSignal, work: Promise<T>): Promise<T> => {
    try {
      return await within(until, work);
    } catch (error) {
      close();
      throw error;
    }
  };
  await closedIfFailed(signal, client.connect());
  let answered = now();
  return {
    isAlive: () => isAlive,
    async ready(text, values, until) {
      // While it is idle, it must not keep a command alive.
      socket.ref();
      const query = new TimedQuery({ text, values: [...values] }, DEADLINE_MS);
      const isRecent = now() - answered < RECENT_MS;
      if (!isRecent) {
        client.query(query as never);
        await closedIfFailed(until, query.ready);
      }
      return async () => {
        const result = query.run();
        if (isRecent) client.query(query as never);
        const { rows, rowCount, command } = await closedIfFailed(until, result).catch((error) => {
          throw query.hasBegun && RAISED.test(error?.code) ? dataException(error) : error;
        });
        answered = now();
        socket.unref();
        return { rows, changed: CHANGES.test(command) ? (rowCount ?? 0) : 0 };
      };
    },
    close,
  };
}
