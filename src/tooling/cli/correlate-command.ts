import { SetupError } from "../../error/setup-error.ts";
import { correlationOf } from "../../log/correlation.ts";
import { parameter } from "../../parameter/parameter.ts";
import type { Io } from "./io.ts";
import { print } from "./print.ts";

/** The time that a store has to return the key, in ms. Longer than in a function, since Cognito does not wait here. */
const PATIENCE_MS = 15_000;

/** `correlate`: prints the hash that replaces each user name in the log, one line each. */
export async function correlateCommand(
  userNames: readonly string[],
  _options: object,
  io: Io,
): Promise<number> {
  const key = await parameter("CORRELATION_KEY").get(AbortSignal.timeout(PATIENCE_MS));
  if (key === undefined) {
    throw new SetupError(
      "The environment variable CORRELATION_KEY is not set: set it to the same value as in the functions: the key, or the parameter or secret that holds it.",
    );
  }
  for (const userName of userNames) print(io, `${correlationOf(userName, key)}  ${userName}`);
  return 0;
}
