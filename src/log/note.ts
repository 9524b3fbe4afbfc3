import type { Call } from "../trigger/responder.ts";

/** What the one line of an invocation tells besides what the handler itself knows. Nothing personal. */
export interface Note {
  /** What became of the call, in one word: `served`, `migrated`, `unknown`, `refused` … */
  outcome?: string;
  /** Which language was asked for, by whom (metadata, attribute, client, project), and what was served. */
  locale?: ServedLocaleNote;
  /** How far a message had to step down from the one that was meant; the furthest of its parts. */
  step?: Step;
  /** What each legacy store that was asked came to, in the order in which they were asked. */
  stores?: readonly StoreNote[];
  /** What is worth a look although the call was answered: each step down from the message meant, and why. */
  warnings?: readonly string[];
  /** Names of client metadata keys that the schema refused; never their values. */
  dropped?: readonly string[];
  /** What broke; only its name, code and our own stack frames are logged. */
  fault?: unknown;
}

/** A language asked for, and the locale that was given for it. */
export interface ServedLocaleNote {
  readonly asked: string;
  readonly by: string;
  readonly served: string;
  /** What was asked for before it and is not offered. */
  readonly unmet?: readonly { readonly by: string; readonly asked: string }[];
}

/** The steps down from the message that was meant, in their order. */
export const steps = [
  "as meant",
  "without personal values",
  "in the default locale",
  "left to Cognito",
] as const;
export type Step = (typeof steps)[number];

/** A legacy store by its name, and what it came to in one word: `migrated`, `unknown`, `moved` … */
export interface StoreNote {
  readonly store: string;
  readonly outcome: string;
}

const notes = new WeakMap<AbortSignal, Note>();

/**
 * Adds to the line of this invocation; to its lists, what is listed. A table beside the call rather than a
 * part of it: a fake call in a test stays a literal, and a port that has nothing to say need not know. It is
 * kept by the call's signal, which is all that the reader of a setting is handed.
 */
export function note({ signal }: Pick<Call, "signal">, more: Note): void {
  const { warnings = [], stores = [], ...before } = noted({ signal });
  notes.set(signal, {
    ...before,
    ...more,
    ...((warnings.length > 0 || more.warnings) && { warnings: [...warnings, ...(more.warnings ?? [])] }),
    ...((stores.length > 0 || more.stores) && { stores: [...stores, ...(more.stores ?? [])] }),
  });
}

/** What has been noted for this call. */
export function noted({ signal }: Pick<Call, "signal">): Note {
  return notes.get(signal) ?? {};
}
