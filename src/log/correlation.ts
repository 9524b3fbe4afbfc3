import { annotate, annotationsOf } from "../annotations/annotations.ts";
import { PlainError } from "../error/plain-error.ts";
import type { Parameter } from "../parameter/setting.ts";
import { asciiLower } from "../text/ascii-lower.ts";

/** Half of the hash, in hexadecimal digits: 128 bits are enough to keep people apart. */
const DIGITS = 32;

/**
 * Returns the `user` of a log line: HMAC-SHA-256 of a user name under a key that only the operator has, so that
 * the name and the key find a person's lines, and no name is in them. The case of
 * ASCII letters does not count, as in the user names of a pool.
 */
export function correlationOf(userName: string, key: string): string {
  // Not imported: Node's crypto takes 3 ms to load, and a function without a key never needs it.
  const { createHmac } = process.getBuiltinModule("node:crypto");
  return createHmac("sha256", key).update(asciiLower(userName), "utf8").digest("hex").slice(0, DIGITS);
}

/**
 * Begins to read the key for one invocation. The function that it returns is called when the line is written:
 * it returns the line's `user` and waits for nothing.
 */
export type Correlation = (
  signal: AbortSignal,
  userName: string | null | undefined,
) => () => string | undefined;

/**
 * Correlates the lines of a container by a key, `CORRELATION_KEY`, that is read while responders work. A line
 * that is written before the first reading has ended has no `user`. A reading that failed or was late is a
 * warning in the next line.
 */
export function correlation(key: Parameter<string | undefined>): Correlation {
  let known: string | undefined;
  let warnings: readonly string[] = [];

  const read = async (): Promise<void> => {
    // A signal of its own: the reading may outlast the invocation, and the next line then has its warnings.
    const { signal } = new AbortController();
    try {
      known = await key.get(signal);
      warnings = annotationsOf(signal).warnings ?? [];
    } catch (error) {
      known = undefined;
      warnings = [error instanceof PlainError ? error.message : "CORRELATION_KEY could not be read."];
    }
  };

  return (signal, userName) => {
    if (!userName) return () => undefined;
    read();
    return () => {
      if (warnings.length > 0) annotate(signal, { warnings });
      return known && correlationOf(userName, known);
    };
  };
}
