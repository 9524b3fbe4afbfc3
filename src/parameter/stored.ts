import { within } from "../abort/within.ts";
import { annotate } from "../annotations/annotations.ts";
import { PlainError } from "../error/plain-error.ts";
import { SetupError } from "../error/setup-error.ts";
import { valueAt } from "./json-key.ts";
import { type Reference, storeWords } from "./reference.ts";
import { checked, plainValue } from "./setting-value.ts";
import { readFrom } from "./stores.ts";
import { unreadable } from "./unreadable.ts";

/** How long a store may take while the value of before is at hand, in ms. */
const PATIENCE_MS = 500;

/** How long the value of before is good for, once the store has failed to give another, in ms. */
const RESPITE_MS = 10_000;

/**
 * Reads what a variable names, and remembers the last that it read.
 *
 * It is asked for again once it is older than `POWERTOOLS_PARAMETERS_MAX_AGE`, and at once when `refused` is
 * the value of before. A store that then fails, or gives what cannot be used, is given a respite, and the
 * value of before is used, with a warning in the log: somebody locked out is better served by an old setting
 * than by none.
 */
export function storedValue(variable: string) {
  let last: { readonly of: string; readonly text: string } | undefined;
  let respiteUntil = 0;
  // What could not be used may be mended by the next time: nobody should wait for its age.
  let isWrong = false;

  return async (reference: Reference, signal: AbortSignal, refused?: string): Promise<string> => {
    const of = JSON.stringify(reference);
    const before = last?.of === of ? last.text : undefined;
    const isRefused = before !== undefined && refused === before;
    const spare = isRefused ? undefined : before;
    if (spare !== undefined && (signal.aborted || Date.now() < respiteUntil)) return spare;
    const patience =
      spare === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      const text = await within(patience, fetched(variable, reference, isRefused || isWrong));
      isWrong = false;
      last = { of, text };
      return text;
    } catch (error) {
      isWrong = error instanceof SetupError;
      if (spare === undefined) throw error;
      respiteUntil = Date.now() + RESPITE_MS;
      const why = error instanceof PlainError ? error.message : "The store did not answer in time.";
      annotate(signal, { warnings: [`The value of before is used for ${variable}. ${why}`] });
      return spare;
    }
  };
}

async function fetched(variable: string, reference: Reference, forceFetch: boolean): Promise<string> {
  const maxAge = plainValue("POWERTOOLS_PARAMETERS_MAX_AGE");
  let whole: string | undefined;
  try {
    whole = await readFrom(reference, { maxAge, forceFetch });
  } catch (error) {
    throw unreadable(variable, reference.store, error);
  }
  const found = usable(variable, whole, reference.key);
  if ("text" in found) return found.text;
  const { noun } = storeWords[reference.store];
  throw new SetupError(`The environment variable ${variable} names ${noun} ${found.wrong}.`);
}

/** What of a value can be used for a setting; or in which way it cannot: the end of a sentence. */
function usable(
  variable: string,
  whole: string | undefined,
  key: string | undefined,
): { readonly text: string } | { readonly wrong: string } {
  if (!whole) return { wrong: "that is empty" };
  const found = key === undefined ? { text: whole } : valueAt(whole, key);
  if ("wrong" in found) return { wrong: `that ${found.wrong}` };
  if (!found.text) return { wrong: "that is empty" };
  const result = checked(variable, found.text);
  return "wrong" in result ? { wrong: `whose value ${result.wrong}` } : { text: found.text };
}
