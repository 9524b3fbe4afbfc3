import { SetupError } from "../error/setup-error.ts";
import type { Parameter } from "../parameter/setting.ts";

/**
 * The file or URL of a store, or a {@link Parameter}, which is read for each new connection. `undefined` is a
 * variable that is not set: every look-up fails.
 */
export type Connection = string | undefined | Parameter;

/**
 * Resolves to the file or URL.
 *
 * @param adapter the function that takes the connection, for the error
 * @param stale the value that the store has just rejected, for which another is required
 * @throws a {@link SetupError} when there is none; any error of the parameter
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
    `The connection of ${adapter} is missing: set the environment variable that your trigger passes to it.`,
  );
}
