import { SetupError } from "../../error/setup-error.ts";
import { correlationOf } from "../../log/correlation.ts";
import { parameter } from "../../parameter/parameter.ts";
import type { Io } from "./io.ts";
import { print } from "./print.ts";

/** The time that a store may take to return the key, in ms: longer than in a trigger, since a person waits. */
const PATIENCE_MS = 15_000;

/** `correlate`: prints what each user name is replaced with in the log, one line each. */
export async function correlateCommand(
  userNames: readonly string[],
  _options: object,
  io: Io,
): Promise<number> {
  const key = await parameter("CORRELATION_KEY").get(AbortSignal.timeout(PATIENCE_MS));
  if (key === undefined) {
    throw new SetupError(
      "The environment variable CORRELATION_KEY is not set: set it to the value that the functions have: the key itself, or the store that has it.",
    );
  }
  for (const userName of userNames) print(io, `${correlationOf(userName, key)}  ${userName}`);
  return 0;
}
