import type { Context } from "aws-lambda";
import { plainValue } from "../parameter/plain-value.ts";
import { tolerantLogger } from "../patch/tolerant-logger.ts";
import { faultRecord } from "./fault-record.ts";
import type { Invocation } from "./invocation.ts";
import { metricLines } from "./metric-lines.ts";

/** Writes one line for each invocation. */
export type InvocationLog = (invocation: Invocation, context: Context) => void;

/**
 * Writes the line through Powertools Logger, which adds request id, cold start and function from the context, and
 * the metrics: docs/operations.md lists the fields of both. Service name, level and sampling are Powertools' own
 * variables; metrics are written whatever the level.
 *
 * The level is `error` when something failed or a setting is wrong, and `warn` with warnings or dropped metadata.
 */
export function invocationLog(): InvocationLog {
  const logger = tolerantLogger({ serviceName: plainValue("POWERTOOLS_SERVICE_NAME") });
  const hasMetrics = plainValue("POWERTOOLS_METRICS_DISABLED") !== "true";
  return (invocation, context) => {
    logger.addContext(context);
    logger.refreshSampleRateCalculation();
    logger[levelOf(invocation)](invocation.outcome ?? "answered", fieldsOf(invocation));
    // Not through `console`, whose lines Lambda wraps.
    if (hasMetrics) process.stdout.write(metricLines(invocation).join(""));
  };
}

function levelOf({ fault, settings, warnings, dropped }: Invocation): "info" | "warn" | "error" {
  if (fault !== undefined || settings?.length) return "error";
  return warnings?.length || dropped?.length ? "warn" : "info";
}

function fieldsOf(invocation: Invocation): Record<string, unknown> {
  const { fault, warnings, dropped, stores = [], settings, ...rest } = invocation;
  return {
    ...rest,
    ...(stores.length === 1 && { store: stores[0]?.store, why: stores[0]?.why }),
    ...(stores.length > 1 && { stores }),
    ...(settings?.length && { settings }),
    ...(warnings?.length && { warnings }),
    ...(dropped?.length && { droppedMetadata: namesOf(dropped) }),
    ...(fault !== undefined && { fault: faultRecord(fault) }),
  };
}

/** Metadata keys come from the caller: only what looks like a key is written. */
function namesOf(keys: readonly string[]): string[] {
  return keys.map((key) => (/^[A-Za-z][A-Za-z0-9_-]{0,31}$/.test(key) ? key : "(not a name)"));
}
