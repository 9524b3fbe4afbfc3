import type { TriggerAnswer } from "../local-pool/trigger-answer.ts";

/** One invocation of a built trigger: its answer, and what its log line says. */
export type Invocation = TriggerAnswer & Observed;

/** What is known of an invocation besides its answer. */
export interface Observed {
  readonly log: LogLine | undefined;
  /** The full texts of the errors behind the log line's fault, for this terminal; no log ever has them. */
  readonly errors?: readonly string[];
  /** From the event handed in to the answer, in ms; in a new process without its start. */
  readonly milliseconds: number;
}

/** What the trigger's own line in the log says; only what has the expected type. */
export interface LogLine {
  readonly outcome: string;
  readonly locale?: {
    readonly asked?: string;
    readonly by: string;
    readonly served: string;
    /** What was asked for before it and is not offered, as `zh-TW (metadata)`. */
    readonly unmet?: readonly string[];
  };
  /** What is wrong with the settings among them. */
  readonly warnings: readonly string[];
  /** What broke, by name; with its message where that is ours to tell. */
  readonly fault?: string;
}

/**
 * The last line of the output that is a trigger's own: JSON with a message and a trigger source.
 * All else that was printed is somebody's console.log.
 */
export function logLineIn(output: string): LogLine | undefined {
  return output
    .split("\n")
    .map(logLine)
    .findLast((line) => line !== undefined);
}

function logLine(text: string): LogLine | undefined {
  const { message, triggerSource, locale, settings, warnings, fault } = objectIn(text);
  if (typeof message !== "string" || typeof triggerSource !== "string") return undefined;
  const served = localeIn(locale);
  return {
    outcome: message,
    ...(served && { locale: served }),
    warnings: [settings, warnings].flat().filter((each) => typeof each === "string"),
    ...(faultText(fault) && { fault: faultText(fault) as string }),
  };
}

function faultText(value: unknown): string | undefined {
  const { name, code, message, at, cause } = (value ?? {}) as Record<string, unknown>;
  if (typeof name !== "string") return undefined;
  const where = Array.isArray(at) && typeof at[0] === "string" ? ` at ${at[0]}` : "";
  const why = faultText(cause);
  const coded = typeof code === "string" ? `${name} ${code}` : name;
  return `${coded}${typeof message === "string" ? `: ${message}` : where}${why ? ` <- ${why}` : ""}`;
}

function localeIn(value: unknown): LogLine["locale"] {
  const { asked, by, served, unmet } = (value ?? {}) as Record<string, unknown>;
  if (typeof by !== "string" || typeof served !== "string") return undefined;
  const wishes = (Array.isArray(unmet) ? unmet : []).map((wish) => `${wish?.asked} (${wish?.by})`);
  return {
    ...(typeof asked === "string" && { asked }),
    by,
    served,
    ...(wishes.length > 0 && { unmet: wishes }),
  };
}

function objectIn(text: string): Record<string, unknown> {
  if (!text.startsWith("{")) return {};
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
