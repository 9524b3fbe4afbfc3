/** The fields that responders and ports add to an invocation's log line. None is personal. */
export interface Annotations {
  /** The result in one word: `served`, `migrated`, `unknown`, `refused` … */
  outcome?: string;
  /** The requested language, its source (metadata, attribute, client, project), and the locale served. */
  locale?: ServedLocale;
  /** The furthest of the steps to which the message's parts stepped down. */
  step?: Step;
  /** The outcome of each legacy store, in the order of the look-ups. */
  stores?: readonly StoreOutcome[];
  /** Problems in a call that was answered, such as each step down of a message with its reason. */
  warnings?: readonly string[];
  /** Names of client metadata keys that the schema rejected; never their values. */
  dropped?: readonly string[];
  /** The error of a failure; only its name, code and our own stack frames are logged. */
  fault?: unknown;
}

/** A requested language, and the locale served for it. */
export interface ServedLocale {
  readonly asked: string;
  readonly by: string;
  readonly served: string;
  /** Earlier requests for languages that are not offered. */
  readonly unmet?: readonly { readonly by: string; readonly asked: string }[];
}

/** The steps down from the intended message, in their order. */
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
  /** The reason for `barred` and `unsupported`. */
  readonly why?: string | undefined;
}

const annotated = new WeakMap<AbortSignal, Annotations>();

/**
 * Adds to the log line of the invocation with this signal: lists grow, other values are replaced. Responders and
 * ports call `Call.annotate`; a {@link Parameter} has the signal only.
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

/** Returns what has been annotated for the invocation with this signal. */
export function annotationsOf(signal: AbortSignal): Annotations {
  return annotated.get(signal) ?? {};
}
