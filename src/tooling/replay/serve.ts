import { randomUUID } from "node:crypto";
import { errorText } from "./error-text.ts";
import { recordReadErrors } from "./record-read-errors.ts";

/** What the parent sends, and what it is sent. */
export interface Request {
  readonly event: string;
  readonly limit: number;
  /** Printed after the last log line of this invocation, on stdout and stderr. */
  readonly end: string;
}
export type Reply =
  | { readonly is: "ready" }
  | { readonly is: "unloadable"; readonly why: string }
  | {
      readonly is: "answered";
      readonly text: string;
      readonly milliseconds: number;
      readonly errors: string[];
    }
  | {
      readonly is: "failed";
      readonly errorType: string;
      readonly errorMessage: string;
      readonly milliseconds: number;
      readonly errors: string[];
    };

/** What a process does with each event. */
export type Serve = (event: unknown, context: unknown) => unknown;

/**
 * Makes this process a container: hands each event that the parent sends to what `load` gives, and sends the
 * answer back. The errors that a trigger records in its log go with it, in full: they are for the terminal of
 * whoever started this.
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
    // A promise is awaited; anything else that is returned is lost.
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
