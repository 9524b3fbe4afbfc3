import { within } from "../abort/within.ts";
import { annotate } from "../annotations/annotations.ts";
import { PlainError } from "../error/plain-error.ts";
import { parameter, readAhead } from "../parameter/parameter.ts";
import { asciiLower } from "../text/ascii-lower.ts";

/** Half of the hash, in hexadecimal digits: 128 bits are enough to tell people apart. */
const DIGITS = 32;

/** How long an answer that is ready waits for the key of a line in the log, in ms. */
const PATIENCE_MS = 500;

/** How long nobody waits for it, once somebody has waited in vain, in ms. */
const RESPITE_MS = 10_000;

let respiteUntil = 0;

const key = parameter("CORRELATION_KEY");

/**
 * What stands for a user name in the log: HMAC-SHA-256 under a key that only the operator has, so that a
 * person's lines can be found by whoever knows the name and the key, and nobody reads a name out of them.
 * Case does not count among ASCII letters, as it does not in the user names of a pool.
 */
export function correlationOf(userName: string, secret: string): string {
  // Not imported: Node's crypto takes 3 ms to load, and a function without a key never needs it.
  const { createHmac } = process.getBuiltinModule("node:crypto");
  return createHmac("sha256", secret).update(asciiLower(userName), "utf8").digest("hex").slice(0, DIGITS);
}

/**
 * Begins to read `CORRELATION_KEY`, beside the responder's own work, and gives what stands for the user of a
 * call once the answer is there; `undefined` without a key. A key that cannot be had costs the line its
 * `user`, with a warning, and the person no more than what is left of their time.
 *
 * @returns what takes the time that is left, in ms
 */
export function correlation(
  signal: AbortSignal,
  userName: string | null | undefined,
): (left: number) => Promise<string | undefined> {
  if (!process.env.CORRELATION_KEY || !userName) return async () => undefined;
  const secret = readAhead(key, signal);
  return async (left) => {
    const patience = Date.now() < respiteUntil ? 0 : Math.min(PATIENCE_MS, left);
    try {
      const read = await within(AbortSignal.timeout(Math.max(1, Math.round(patience))), secret);
      return read && correlationOf(userName, read);
    } catch (error) {
      respiteUntil = Date.now() + RESPITE_MS;
      // What is wrong with the key itself has been noted when it was read.
      if (!(error instanceof PlainError)) {
        annotate(signal, { warnings: ["CORRELATION_KEY could not be read in time."] });
      }
      return undefined;
    }
  };
}
