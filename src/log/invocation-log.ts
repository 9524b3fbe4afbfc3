import { Logger } from "@aws-lambda-powertools/logger";
import type { Context } from "aws-lambda";
import { faultRecord } from "./fault.ts";
import type { Note } from "./note.ts";

/** What one invocation was, as far as a log may know it. */
export interface Invocation extends Note {
  readonly triggerSource: string;
  readonly milliseconds: number;
}

/** Writes one line for each invocation. */
export type InvocationLog = (invocation: Invocation, context: Context) => void;

/**
 * The log line through Powertools Logger, which adds request id, cold start and function from the context.
 * Level and service name are Powertools' own variables (`POWERTOOLS_LOG_LEVEL`, `POWERTOOLS_SERVICE_NAME`).
 * `error` when something broke, `warn` when the message or the metadata was not what was meant.
 */
export function invocationLog(): InvocationLog {
  const logger = new Logger({
    serviceName: process.env.POWERTOOLS_SERVICE_NAME ?? "cognito-recovery",
  });
  return ({ fault, warnings, dropped, ...rest }, context) => {
    logger.addContext(context);
    const extra = {
      ...rest,
      ...(warnings?.length && { warnings }),
      ...(dropped?.length && { droppedMetadata: namesOf(dropped) }),
      ...(fault !== undefined && { fault: faultRecord(fault) }),
    };
    const level = fault !== undefined ? "error" : warnings?.length || dropped?.length ? "warn" : "info";
    logger[level](rest.outcome ?? "answered", extra);
  };
}

/** Metadata keys are the caller's words too: only what looks like a key is written. */
function namesOf(keys: readonly string[]): string[] {
  return keys.map((key) => (/^[A-Za-z][A-Za-z0-9_-]{0,31}$/.test(key) ? key : "(not a name)"));
}
