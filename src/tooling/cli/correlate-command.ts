import { SetupError } from "../../error/setup-error.ts";
import { correlationOf } from "../../log/correlation.ts";
import { parameter } from "../../parameter/parameter.ts";

/** How long a store may take to give the key, in ms: somebody waits, but no Cognito. */
const PATIENCE_MS = 15_000;

/** `correlate`: what stands for each user name in the log, one line each. */
export async function correlateCommand(userNames: readonly string[]): Promise<number> {
  const key = await parameter("CORRELATION_KEY").get(AbortSignal.timeout(PATIENCE_MS));
  if (key === undefined) {
    throw new SetupError(
      "The environment variable CORRELATION_KEY is not set: give it the value that the functions have, be it the key itself or the store that holds it.",
    );
  }
  for (const userName of userNames) console.log(`${correlationOf(userName, key)}  ${userName}`);
  return 0;
}
