import { within } from "../abort/within.ts";
import { annotate } from "../annotations/annotations.ts";
import { PlainError } from "../error/plain-error.ts";
import { SetupError } from "../error/setup-error.ts";
import { checkedValue } from "./checked-value.ts";
import type { Clock } from "./clock.ts";
import { plainValue } from "./plain-value.ts";
import { readError } from "./read-error.ts";
import { type Reference, storeWords } from "./reference.ts";
import type { Stores } from "./stores.ts";
import { valueAtKey } from "./value-at-key.ts";

/** The time that a store may take while there is a previous value, in ms. */
const REFRESH_TIMEOUT_MS = 500;

/** The time after a failure of the store during which the previous value is used and the store is not called, in ms. */
const RETRY_AFTER_MS = 10_000;

/**
 * Reads what a variable names, and keeps the last value.
 *
 * It is read again once it is older than `POWERTOOLS_PARAMETERS_MAX_AGE`, and at once when it is `stale`. A
 * store that then fails, or returns what the setting does not accept, is left alone for a while, and the
 * previous value is used, with a warning in the log: for a person who is locked out, an old setting is better
 * than none.
 */
export function storedValue(variable: string, stores: Stores, clock: Clock) {
  let last: { readonly id: string; readonly text: string } | undefined;
  let retryAt = 0;
  // An unusable value may have been corrected by the next time: it is read again at once.
  let isUnusable = false;

  return async (reference: Reference, signal: AbortSignal, stale?: string): Promise<string> => {
    const id = JSON.stringify(reference);
    const previous = last?.id === id ? last.text : undefined;
    const isStale = previous !== undefined && stale === previous;
    const spare = isStale ? undefined : previous;
    if (spare !== undefined && (signal.aborted || clock.now() < retryAt)) return spare;
    const limit = spare === undefined ? signal : AbortSignal.any([signal, clock.timeout(REFRESH_TIMEOUT_MS)]);
    try {
      const text = await within(limit, fetched(variable, reference, stores, isStale || isUnusable));
      isUnusable = false;
      last = { id, text };
      return text;
    } catch (error) {
      isUnusable = error instanceof SetupError;
      if (spare === undefined) throw error;
      retryAt = clock.now() + RETRY_AFTER_MS;
      const why = error instanceof PlainError ? error.message : "The store did not answer in time.";
      annotate(signal, { warnings: [`The previous value of ${variable} is used. ${why}`] });
      return spare;
    }
  };
}

async function fetched(
  variable: string,
  reference: Reference,
  stores: Stores,
  forceFetch: boolean,
): Promise<string> {
  const maxAge = plainValue("POWERTOOLS_PARAMETERS_MAX_AGE");
  let whole: string | undefined;
  try {
    whole = await stores.read(reference, { maxAge, forceFetch });
  } catch (error) {
    throw readError(variable, reference.store, error);
  }
  const found = usableText(variable, whole, reference.key);
  if ("text" in found) return found.text;
  const { noun } = storeWords[reference.store];
  throw new SetupError(`The environment variable ${variable} names ${noun} ${found.wrong}.`);
}

/** The text that a setting accepts in what a store holds, or what is wrong with it: the end of a sentence. */
function usableText(
  variable: string,
  whole: string | undefined,
  key: string | undefined,
): { readonly text: string } | { readonly wrong: string } {
  if (!whole) return { wrong: "that is empty" };
  const found = key === undefined ? { text: whole } : valueAtKey(whole, key);
  if ("wrong" in found) return { wrong: `that ${found.wrong}` };
  if (!found.text) return { wrong: "that is empty" };
  const result = checkedValue(variable, found.text);
  return "wrong" in result ? { wrong: `whose value ${result.wrong}` } : { text: found.text };
}
