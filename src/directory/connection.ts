import { SetupError } from "../error/setup-error.ts";
import type { Parameter } from "../parameter/setting.ts";

/**
 * Where a store is: a file or a URL, or a {@link Parameter} that reads it, which is asked for each new
 * connection. Absent, as a variable that is not set: no look-up can succeed.
 */
export type Connection = string | undefined | Parameter;

/**
 * The file or URL itself.
 *
 * @param adapter the function that was given the connection, named to whoever left it out
 * @param stale what the store has just rejected: another is read
 * @throws a {@link SetupError} when there is none; whatever the parameter throws
 */
export async function resolved(
  connection: Connection,
  adapter: string,
  signal: AbortSignal,
  stale?: string,
): Promise<string> {
  const where =
    typeof connection === "object"
      ? await (stale === undefined ? connection.get(signal) : connection.refresh(signal, stale))
      : connection;
  if (where) return where;
  throw new SetupError(
    `${adapter} was given no connection: set the environment variable that your trigger passes to it.`,
  );
}
