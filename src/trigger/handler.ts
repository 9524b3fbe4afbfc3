import type { Context } from "aws-lambda";
import { annotate, annotationsOf } from "../annotations/annotations.ts";
import { type Correlation, correlation } from "../log/correlation.ts";
import { type InvocationLog, invocationLog } from "../log/invocation-log.ts";
import { declaredFindings, parameter } from "../parameter/parameter.ts";
import { clientMetadataOf, type MetadataSchema, validated } from "./client-metadata.ts";
import { DEADLINE_MS, deadline } from "./deadline.ts";
import { type TriggerEvent, triggerSources } from "./event.ts";
import { Refusal } from "./refusal.ts";
import type { Answer, Call, Responder } from "./responder.ts";

export interface TriggerOptions {
  /** The schema of the client metadata; without one a responder sees none. */
  readonly metadata?: MetadataSchema;
  /** Where the line of each invocation goes; Powertools Logger when left out. */
  readonly log?: InvocationLog;
}

/** A Lambda function that Cognito invokes. Has a name, so that a project that emits declarations can name it. */
export type TriggerHandler<E extends TriggerEvent> = (event: E, context: Context) => Promise<E>;

/** All that a stranger ever learns of a fault. The word is stable; Cognito adds the full stop. */
export const TRY_AGAIN = "TRY_AGAIN: This did not work just now. Please try again later";

/** How long a responder may still answer for itself once its signal has aborted, in ms. */
const GRACE_MS = 100;

/**
 * The Lambda function of a trigger: gives the whole event back with the responder's answer in it.
 *
 * It keeps Cognito's time limit ({@link DEADLINE_MS}), validates the client metadata, and writes one log
 * line. An event of an unknown source is given back untouched, with a warning.
 *
 * @throws an error with the text of a pre sign-up {@link Refusal}, for the person; or, when something broke
 *   or took too long in user migration or in a public sign-up, one with {@link TRY_AGAIN}. All else that
 *   breaks gives the event back unchanged.
 */
export function triggerHandler<E extends TriggerEvent>(
  responder: Responder<E>,
  options: TriggerOptions = {},
): TriggerHandler<E> {
  const log = quietly(options.log ?? invocationLog());
  const correlate = correlation(parameter("CORRELATION_KEY"));
  let isFirst = true;
  return async (event, context) => {
    // Not `performance`, which Node loads at its first use, for some 2 ms.
    const started = process.uptime();
    const milliseconds = () => Math.round((process.uptime() - started) * 1_000);
    if (!triggerSources.has(event?.triggerSource)) {
      log(
        { triggerSource: "unknown", outcome: "passed", warnings: ["unknown source"], milliseconds: 0 },
        context,
      );
      return event;
    }
    const { triggerSource } = event;
    const { call, answer, userOf } = await answered(event, responder, options, context, correlate);
    const user = userOf();
    log(
      {
        ...defaultOutcome(triggerSource, answer),
        ...annotationsOf(call.signal),
        ...(answer instanceof Refusal && { outcome: "refused" }),
        ...(answer instanceof Fault && { fault: answer.cause }),
        ...(user !== undefined && { user }),
        ...(isFirst && { settings: declaredFindings().map(({ message }) => message) }),
        triggerSource,
        milliseconds: milliseconds(),
      },
      context,
    );
    isFirst = false;
    if (answer instanceof Refusal) throw new Error(answer.text);
    if (answer instanceof Fault && mustFail(event)) throw new Error(TRY_AGAIN);
    if (answer === undefined || answer instanceof Fault) return event;
    return { ...event, response: { ...event.response, ...answer } };
  };
}

/** A log that breaks is no reason to fail a recovery, and what it throws may name a secret. */
function quietly(log: InvocationLog): InvocationLog {
  return (invocation, context) => {
    try {
      log(invocation, context);
    } catch {
      // Nowhere is left to say it.
    }
  };
}

/** What broke, caught at the edge. */
class Fault {
  readonly cause: unknown;
  constructor(cause: unknown) {
    this.cause = cause;
  }
}

async function answered<E extends TriggerEvent>(
  event: E,
  responder: Responder<E>,
  options: TriggerOptions,
  context: Context,
  correlate: Correlation,
): Promise<{ call: Call; answer: Answer<E> | Fault; userOf: () => string | undefined }> {
  const abort = new AbortController();
  const clientId = event.callerContext?.clientId ?? undefined;
  const { signal } = abort;
  let call: Call = { signal, metadata: {}, clientId, annotate: (more) => annotate(signal, more) };
  const userOf = correlate(signal, event.userName);
  const limit = deadline(context?.getRemainingTimeInMillis?.() ?? DEADLINE_MS);
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const late = new DOMException("the deadline has passed", "TimeoutError");
      abort.abort(late);
      timer = setTimeout(reject, GRACE_MS, late);
    }, limit);
  });
  const work = async () => {
    const { metadata, dropped } = await validated(clientMetadataOf(event), options.metadata);
    call = { ...call, metadata };
    call.annotate({ dropped });
    return responder(event, call);
  };
  let answer: Answer<E> | Fault;
  try {
    answer = await Promise.race([work(), tooLate]);
  } catch (cause) {
    answer = new Fault(cause);
  } finally {
    clearTimeout(timer);
  }
  return { call, answer, userOf };
}

/** The outcome of an invocation whose responder annotated none. */
function defaultOutcome(triggerSource: string, answer: unknown): { outcome?: string } {
  if (answer instanceof Fault) return { outcome: "fault" };
  return triggerSource.startsWith("PreSignUp_") ? { outcome: "allowed" } : {};
}

/** Where going on as if nothing had happened would harm somebody. */
function mustFail({ triggerSource }: TriggerEvent): boolean {
  return triggerSource.startsWith("UserMigration_") || triggerSource === "PreSignUp_SignUp";
}
