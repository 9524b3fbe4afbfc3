import type { Logger } from "@aws-lambda-powertools/logger";
import type { Context } from "aws-lambda";
import { plainValue } from "../parameter/plain-value.ts";
import { lineLogger } from "../patch/line-logger.ts";
import { type Write, write } from "../patch/write.ts";
import { faultRecord } from "./fault-record.ts";
import type { Invocation } from "./invocation.ts";
import { metricLines } from "./metric-lines.ts";

/** Writes one line for each invocation. */
export type InvocationLog = (invocation: Invocation, context: Context) => void;

/**
 * The log line through Powertools Logger, which adds request id, cold start and function from the context,
 * and the metrics: docs/operations.md tells each field of both. Service name, level and sampling are
 * Powertools' own variables; metrics are written whatever the level.
 *
 * `error` when something broke or a setting is wrong, `warn` when the message or the metadata was not what
 * was meant.
 */
export function invocationLog(): InvocationLog {
  return invocationLogTo(write);
}

/** The same, its lines handed to `to`. */
export function invocationLogTo(to: Write): InvocationLog {
  const logger = loggerOf(plainValue("POWERTOOLS_SERVICE_NAME"), to);
  const hasMetrics = plainValue("POWERTOOLS_METRICS_DISABLED") !== "true";
  return (invocation, context) => {
    logger.addContext(context);
    logger.refreshSampleRateCalculation();
    logger[levelOf(invocation)](invocation.outcome ?? "answered", fieldsOf(invocation));
    // Through no console: Lambda wraps what its own console writes.
    if (hasMetrics) to(1, metricLines(invocation).join(""));
  };
}

/** Variables at whose mistakes Powertools throws: a function that does not start would help nobody. */
const STRICT = ["POWERTOOLS_LOGGER_SAMPLE_RATE", "POWERTOOLS_LOGGER_LOG_EVENT"];

/** The Logger; without those variables where they are wrong, which the first line tells. */
function loggerOf(serviceName: string, to: Write): Logger {
  try {
    return lineLogger({ serviceName }, to);
  } catch {
    const wrong = STRICT.map((name) => [name, process.env[name]] as const);
    for (const name of STRICT) delete process.env[name];
    const logger = lineLogger({ serviceName }, to);
    for (const [name, value] of wrong) if (value !== undefined) process.env[name] = value;
    return logger;
  }
}

function levelOf({ fault, settings, warnings, dropped }: Invocation): "info" | "warn" | "error" {
  if (fault !== undefined || settings?.length) return "error";
  return warnings?.length || dropped?.length ? "warn" : "info";
}

function fieldsOf(invocation: Invocation): Record<string, unknown> {
  const { fault, warnings, dropped, stores = [], settings, ...rest } = invocation;
  return {
    ...rest,
    ...(stores.length === 1 && { store: stores[0]?.store }),
    ...(stores.length > 1 && { stores }),
    ...(settings?.length && { settings }),
    ...(warnings?.length && { warnings }),
    ...(dropped?.length && { droppedMetadata: namesOf(dropped) }),
    ...(fault !== undefined && { fault: faultRecord(fault) }),
  };
}

/** Metadata keys are the caller's words too: only what looks like a key is written. */
function namesOf(keys: readonly string[]): string[] {
  return keys.map((key) => (/^[A-Za-z][A-Za-z0-9_-]{0,31}$/.test(key) ? key : "(not a name)"));
}
