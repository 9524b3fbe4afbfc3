import { SetupError } from "../log/fault.ts";

/**
 * Where a store is: a file or a URL, or a function that fetches it, which is asked again for each new
 * connection (a secret that has rotated). Absent, as a variable that is not set: no look-up can succeed.
 */
export type Connection = string | undefined | ((signal: AbortSignal) => Promise<string>);

/**
 * The file or URL itself.
 *
 * @param adapter the function that was given the connection, named to whoever left it out
 * @throws a {@link SetupError} when there is none; whatever the function throws
 */
export async function resolved(
  connection: Connection,
  adapter: string,
  signal: AbortSignal,
): Promise<string> {
  const where = typeof connection === "function" ? await connection(signal) : connection;
  if (where) return where;
  throw new SetupError(
    `${adapter} was given no connection: set the environment variable that your trigger passes to it.`,
  );
}
