import type { Call } from "../trigger/responder.ts";

/** What the one line of an invocation tells besides what the handler itself knows. Nothing personal. */
export interface Note {
  /** What became of the call, in one word: `served`, `migrated`, `unknown`, `refused` … */
  outcome?: string;
  /** Which language was asked for, by whom (metadata, attribute, client, project), and what was served. */
  locale?: ServedLocaleNote;
  /** Each step down from the message that was meant, and why. */
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

const notes = new WeakMap<Call, Note>();

/**
 * Adds to the line of this invocation. A table beside the call rather than a part of it: a fake call in a
 * test stays a literal, and a port that has nothing to say need not know.
 */
export function note(call: Call, more: Note): void {
  notes.set(call, { ...notes.get(call), ...more });
}

/** What has been noted for this call. */
export function noted(call: Call): Note {
  return notes.get(call) ?? {};
}
