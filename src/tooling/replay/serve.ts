import { randomUUID } from "node:crypto";
import type { TriggerAnswer } from "../local-pool/trigger-answer.ts";
import { errorText } from "./error-text.ts";
import { recordReadErrors } from "./record-read-errors.ts";

/** A message from the parent process. */
export interface Request {
  readonly event: string;
  readonly limit: number;
  /** Marks the end of this invocation on stdout and stderr. */
  readonly end: string;
}
/** A message to the parent process. */
export type Reply =
  | { readonly is: "ready" }
  | { readonly is: "unloadable"; readonly why: string }
  | (Extract<TriggerAnswer, { readonly is: "answered" | "failed" }> & {
      readonly milliseconds: number;
      readonly errors: readonly string[];
    });

/** The function that handles each event. */
export type Serve = (event: unknown, context: unknown) => unknown;

/**
 * Makes this process a container: passes each event from the parent to the function that `load` returns, and
 * sends its answer back, together with the full texts of the errors that the trigger logs.
 */
export function serve(load: () => Serve): void {
  const reply = (message: Reply) => process.send?.(message);
  try {
    const handler = load();
    const takeErrors = recordReadErrors();
    process.on("message", async (request: Request) => {
      takeErrors();
      const answer = await answerOf(handler, request);
      process.stdout.write(`\n${request.end}\n`);
      process.stderr.write(`\n${request.end}\n`);
      reply({ ...answer, errors: takeErrors().map(errorText) });
    });
    process.on("disconnect", () => process.exit(0));
    reply({ is: "ready" });
  } catch (thrown) {
    reply({ is: "unloadable", why: thrown instanceof Error ? thrown.message : String(thrown) });
    process.disconnect?.();
  }
}

async function answerOf(handler: Serve, { event, limit }: Request) {
  const started = performance.now();
  const milliseconds = () => performance.now() - started;
  try {
    const returned = handler(JSON.parse(event), context(limit));
    // Lambda awaits a promise and discards any other value.
    const isPromise = typeof (returned as Promise<unknown> | undefined)?.then === "function";
    const text = JSON.stringify(isPromise ? await returned : null) ?? "null";
    return { is: "answered", text, milliseconds: milliseconds() } as const;
  } catch (thrown) {
    const isError = thrown instanceof Error;
    const errorType = isError ? thrown.name : typeof thrown;
    const errorMessage = isError ? thrown.message : String(thrown);
    return { is: "failed", errorType, errorMessage, milliseconds: milliseconds() } as const;
  }
}

function context(limit: number) {
  const started = performance.now();
  const name = process.env.AWS_LAMBDA_FUNCTION_NAME;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:${process.env.AWS_REGION}:123456789012:function:${name}`,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: "replay",
    getRemainingTimeInMillis: () => Math.max(0, Math.round(limit - (performance.now() - started))),
  };
}
