import { Socket } from "node:net";
import { Client, type ClientConfig } from "pg";
import { within } from "../abort/within.ts";
import { DEADLINE_MS } from "../trigger/deadline.ts";
import type { Result } from "./query.ts";
import { TimedQuery } from "./timed-query.ts";

/** One connection. After an error it is closed: what it still holds is nobody's to know. */
export interface PostgresClient {
  alive(): boolean;
  /**
   * Resolves as soon as the server has answered, to what runs the statement: nothing of it was sent until
   * then. Both reject with the signal's reason as soon as it aborts.
   */
  ready(text: string, values: readonly string[], signal: AbortSignal): Promise<() => Promise<Result>>;
  close(): void;
}

/**
 * The commands whose count is of rows changed; that of a `SELECT` is of rows given. A statement that returns more
 * rows than are read reports no command, and counts as 0.
 */
const CHANGES = /^(?:INSERT|UPDATE|DELETE|MERGE)$/;

/** A connection that is ready, or a rejection as soon as the signal aborts; then nothing is left open. */
export async function postgresClient(config: ClientConfig, signal: AbortSignal): Promise<PostgresClient> {
  // Our own socket, for `pg` closes politely only, and waits for a server that may never answer again.
  const socket = new Socket();
  // Without `host` here, `pg` before 8.23.1 takes a certificate of `localhost` for that of any IP address.
  const ssl = typeof config.ssl === "object" ? { ...config.ssl, host: config.host } : config.ssl;
  const client = new Client({ ...config, ssl, stream: () => socket });
  let alive = true;
  const close = () => {
    alive = false;
    socket.destroy();
  };
  // A connection may break while nobody waits for it: an "error" without a listener ends the process.
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
  return {
    alive: () => alive,
    async ready(text, values, until) {
      // Idle, it must not keep a command alive; waited for, it must.
      socket.ref();
      const query = new TimedQuery({ text, values: [...values] }, DEADLINE_MS);
      client.query(query as never);
      await closedIfFailed(until, query.ready);
      return async () => {
        const { rows, rowCount, command } = await closedIfFailed(until, query.run());
        socket.unref();
        return { rows, changed: CHANGES.test(command) ? (rowCount ?? 0) : 0 };
      };
    },
    close,
  };
}
