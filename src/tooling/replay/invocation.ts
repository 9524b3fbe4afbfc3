import type { TriggerAnswer } from "../local-pool/trigger-answer.ts";

/** An invocation of a built trigger: its answer and the fields of its log line. */
export type Invocation = TriggerAnswer & Observed;

/** Everything observed of an invocation except its answer. */
export interface Observed {
  readonly log: LogLine | undefined;
  /** The full texts of the errors behind the log line's fault. They are for this terminal: the log omits them. */
  readonly errors: readonly string[];
  /** The time from event to answer, without the start of a new process. */
  readonly milliseconds: number;
}

/** The trigger's own log line, as far as its fields have the expected types. */
export interface LogLine {
  readonly outcome: string;
  readonly locale?: {
    readonly asked?: string;
    readonly by: string;
    readonly served: string;
    /** The locales requested before it that are not offered, such as `zh-TW (metadata)`. */
    readonly unmet?: readonly string[];
  };
  /** Warnings, those about settings included. */
  readonly warnings: readonly string[];
  /** The error, by name; with its message where we wrote it. */
  readonly fault?: string;
}

/** Returns the last line of the output that is a trigger's own: JSON with a message and a trigger source. */
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
  const requests = (Array.isArray(unmet) ? unmet : []).map((request) => `${request?.asked} (${request?.by})`);
  return {
    ...(typeof asked === "string" && { asked }),
    by,
    served,
    ...(requests.length > 0 && { unmet: requests }),
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
