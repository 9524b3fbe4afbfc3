import type { Context } from "aws-lambda";
import { annotate, annotationsOf } from "../annotations/annotations.ts";
import { type Correlation, correlation } from "../log/correlation.ts";
import { type InvocationLog, invocationLog } from "../log/invocation-log.ts";
import { declaredFindings, parameter } from "../parameter/parameter.ts";
import { type Clock, processClock } from "./clock.ts";
import { DEADLINE_MS, deadline, startUpTime } from "./deadline.ts";
import { clientMetadataOf, type MetadataSchema, validated } from "./metadata.ts";
import { Refusal } from "./refusal.ts";
import type { Answer, Call, Responder } from "./responder.ts";
import { type TriggerEvent, triggerSources } from "./trigger-event.ts";

export interface TriggerOptions {
  /** The schema of the client metadata. Without one, responders receive no metadata. */
  readonly metadata?: MetadataSchema;
  /** Writes the one line of each invocation; through Powertools Logger when left out. */
  readonly log?: InvocationLog;
  /** The time; the process's own when left out. A test passes its own. */
  readonly clock?: Clock;
}

/** A Lambda function that Cognito invokes. It has a name so that a project can emit its declaration. */
export type TriggerHandler<E extends TriggerEvent> = (event: E, context: Context) => Promise<E>;

/** The only text that a caller gets about a fault. Its first word is stable; Cognito adds the full stop. */
export const TRY_AGAIN = "TRY_AGAIN: This did not work just now. Please try again later";

/** The time in which a responder may still answer after its signal has aborted, in ms. */
const GRACE_MS = 100;

/**
 * Returns the Lambda function of a trigger, which returns the whole event with the responder's answer in it.
 *
 * It keeps Cognito's time limit ({@link DEADLINE_MS}), validates the client metadata, and writes one log line.
 * An event of an unknown source is returned unchanged, with a warning.
 *
 * @throws an error with the text of a pre sign-up {@link Refusal}, which the person reads; or one with
 *   {@link TRY_AGAIN}, when something broke or took too long in user migration or in a public sign-up. In every
 *   other trigger a fault returns the event unchanged.
 */
export function triggerHandler<E extends TriggerEvent>(
  responder: Responder<E>,
  options: TriggerOptions = {},
): TriggerHandler<E> {
  const { clock = processClock } = options;
  const log = neverThrowing(options.log ?? invocationLog());
  let invocations = 0;
  const correlate = correlation(parameter("CORRELATION_KEY"));
  return async (event, context) => {
    const started = clock.now();
    if (!triggerSources.has(event?.triggerSource)) {
      log(
        { triggerSource: "unknown", outcome: "passed", warnings: ["unknown source"], milliseconds: 0 },
        context,
      );
      return event;
    }
    const { triggerSource } = event;
    const isFirst = invocations++ === 0;
    const startUp = isFirst ? startUpTime(started, process.env.AWS_LAMBDA_INITIALIZATION_TYPE) : 0;
    const limit = deadline(context?.getRemainingTimeInMillis?.() ?? DEADLINE_MS, startUp);
    const { call, answer, userOf } = await answered(event, responder, {
      ...options,
      clock,
      limit,
      correlate,
    });
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
        milliseconds: Math.round(clock.now() - started),
      },
      context,
    );
    if (answer instanceof Refusal) throw new Error(answer.text);
    if (answer instanceof Fault && mustFail(event)) throw new Error(TRY_AGAIN);
    if (answer === undefined || answer instanceof Fault) return event;
    return { ...event, response: { ...event.response, ...answer } };
  };
}

/** A log that fails must not fail a recovery, and its error may quote a secret. */
function neverThrowing(log: InvocationLog): InvocationLog {
  return (invocation, context) => {
    try {
      log(invocation, context);
    } catch {
      // There is nowhere left to report it.
    }
  };
}

/** Whatever a responder threw, or the deadline. */
class Fault {
  readonly cause: unknown;
  constructor(cause: unknown) {
    this.cause = cause;
  }
}

interface AnswerOptions extends Pick<TriggerOptions, "metadata"> {
  readonly clock: Clock;
  /** The time for the invocation, in ms. */
  readonly limit: number;
  readonly correlate: Correlation;
}

/** Returns the responder's answer, or a fault when it throws or the limit has passed. */
async function answered<E extends TriggerEvent>(
  event: E,
  responder: Responder<E>,
  { metadata: schema, clock, limit, correlate }: AnswerOptions,
): Promise<{ call: Call; answer: Answer<E> | Fault; userOf: () => string | undefined }> {
  const abort = new AbortController();
  const clientId = event.callerContext?.clientId ?? undefined;
  const { signal } = abort;
  let call: Call = { signal, metadata: {}, clientId, annotate: (more) => annotate(signal, more) };
  const userOf = correlate(signal, event.userName);
  let cancel = (): void => {};
  const tooLate = new Promise<never>((_, reject) => {
    cancel = clock.after(limit, () => {
      const late = new DOMException("the deadline has passed", "TimeoutError");
      abort.abort(late);
      cancel = clock.after(GRACE_MS, () => reject(late));
    });
  });
  const work = async () => {
    const { metadata, dropped } = await validated(clientMetadataOf(event), schema);
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
    cancel();
  }
  return { call, answer, userOf };
}

/** Returns the outcome of an invocation whose responder annotated none. */
function defaultOutcome(triggerSource: string, answer: unknown): { outcome?: string } {
  if (answer instanceof Fault) return { outcome: "fault" };
  return triggerSource.startsWith("PreSignUp_") ? { outcome: "allowed" } : {};
}

/** Whether continuing as if nothing had happened would do harm. */
function mustFail({ triggerSource }: TriggerEvent): boolean {
  return triggerSource.startsWith("UserMigration_") || triggerSource === "PreSignUp_SignUp";
}
