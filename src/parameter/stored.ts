import { SetupError } from "../log/fault.ts";
import { note } from "../log/note.ts";
import { within } from "../trigger/deadline.ts";
import { valueAt } from "./json-key.ts";
import { type Reference, storeWords } from "./reference.ts";
import { plainValue } from "./setting-value.ts";
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
 * the value of before. A store that then fails is given a respite, and the value of before is used, with a
 * warning in the log: somebody locked out is better served by an old setting than by none.
 */
export function storedValue(variable: string) {
  let last: { readonly of: string; readonly text: string } | undefined;
  let respiteUntil = 0;

  return async (reference: Reference, signal: AbortSignal, refused?: string): Promise<string> => {
    const of = JSON.stringify(reference);
    const before = last?.of === of ? last.text : undefined;
    const isRefused = before !== undefined && refused === before;
    const spare = isRefused ? undefined : before;
    if (spare !== undefined && (signal.aborted || Date.now() < respiteUntil)) return spare;
    const patience =
      spare === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      const text = await within(patience, fetched(variable, reference, isRefused));
      last = { of, text };
      return text;
    } catch (error) {
      if (spare === undefined) throw error;
      respiteUntil = Date.now() + RESPITE_MS;
      note({ signal }, { warnings: [`${variable} could not be read again: its value of before is used`] });
      return spare;
    }
  };
}

async function fetched(variable: string, reference: Reference, forceFetch: boolean): Promise<string> {
  const { noun } = storeWords[reference.store];
  const maxAge = plainValue("POWERTOOLS_PARAMETERS_MAX_AGE") as number;
  let text: string | undefined;
  try {
    text = await readFrom(reference, { maxAge, forceFetch });
  } catch (error) {
    throw unreadable(variable, reference.store, error);
  }
  const found = text && reference.key !== undefined ? valueAt(text, reference.key) : { text };
  if ("wrong" in found) {
    throw new SetupError(`The environment variable ${variable} names ${noun} that ${found.wrong}.`);
  }
  if (found.text) return found.text;
  throw new SetupError(`The environment variable ${variable} names ${noun} that is empty.`);
}
