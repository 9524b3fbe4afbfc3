/** What an invocation's one log line holds besides what the handler itself knows. Nothing personal. */
export interface Annotations {
  /** What became of the call, in one word: `served`, `migrated`, `unknown`, `refused` … */
  outcome?: string;
  /** Which language was asked for, by whom (metadata, attribute, client, project), and what was served. */
  locale?: ServedLocale;
  /** How far a message had to step down from the one that was meant; the furthest of its parts. */
  step?: Step;
  /** What each legacy store that was asked came to, in the order in which they were asked. */
  stores?: readonly StoreOutcome[];
  /** What is worth a look although the call was answered: each step down from the message meant, and why. */
  warnings?: readonly string[];
  /** Names of client metadata keys that the schema refused; never their values. */
  dropped?: readonly string[];
  /** What broke; only its name, code and our own stack frames are logged. */
  fault?: unknown;
}

/** A language asked for, and the locale that was given for it. */
export interface ServedLocale {
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

/** A legacy store by its name, and its outcome in one word: `migrated`, `unknown`, `completed` … */
export interface StoreOutcome {
  readonly store: string;
  readonly outcome: string;
}

const annotated = new WeakMap<AbortSignal, Annotations>();

/**
 * Adds to the line of the invocation that has this signal; a list is appended to, all else replaced. Responders
 * and ports use `Call.annotate`: this is for the reader of a setting, which receives the signal alone.
 */
export function annotate(signal: AbortSignal, more: Annotations): void {
  const { warnings = [], stores = [], ...previous } = annotationsOf(signal);
  annotated.set(signal, {
    ...previous,
    ...more,
    ...((warnings.length > 0 || more.warnings) && { warnings: [...warnings, ...(more.warnings ?? [])] }),
    ...((stores.length > 0 || more.stores) && { stores: [...stores, ...(more.stores ?? [])] }),
  });
}

/** Returns what has been annotated for the invocation that has this signal. */
export function annotationsOf(signal: AbortSignal): Annotations {
  return annotated.get(signal) ?? {};
}
