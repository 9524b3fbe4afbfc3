/**
 * A container, as seen from inside: what Lambda's Node runtime does with a function, as far as an event and
 * its answer show it. It is run as a process of its own: `node runtime.ts <folder of the bundle>`.
 */
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";

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
  | { readonly is: "answered"; readonly text: string; readonly milliseconds: number }
  | {
      readonly is: "failed";
      readonly errorType: string;
      readonly errorMessage: string;
      readonly milliseconds: number;
    };

const reply = (message: Reply) => process.send?.(message);

function load(folder: string): (event: unknown, context: unknown) => unknown {
  const { handler } = createRequire(join(folder, "index.js"))("./index.js");
  if (typeof handler !== "function") throw new TypeError("it exports no function `handler`");
  // Node 24 has no callback handlers: its runtime refuses a third parameter.
  if (handler.length > 2) throw new TypeError("its handler takes a callback, which nodejs24.x refuses");
  return handler;
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

async function invoke(handler: ReturnType<typeof load>, { event, limit, end }: Request): Promise<void> {
  const started = performance.now();
  const milliseconds = () => performance.now() - started;
  let told: Reply;
  try {
    const returned = handler(JSON.parse(event), context(limit));
    // A promise is awaited; anything else that is returned is lost.
    const isPromise = typeof (returned as Promise<unknown> | undefined)?.then === "function";
    const text = JSON.stringify(isPromise ? await returned : null) ?? "null";
    told = { is: "answered", text, milliseconds: milliseconds() };
  } catch (thrown) {
    const isError = thrown instanceof Error;
    const errorType = isError ? thrown.name : typeof thrown;
    const errorMessage = isError ? thrown.message : String(thrown);
    told = { is: "failed", errorType, errorMessage, milliseconds: milliseconds() };
  }
  process.stdout.write(`\n${end}\n`);
  process.stderr.write(`\n${end}\n`);
  reply(told);
}

try {
  const handler = load(process.argv[2] ?? ".");
  process.on("message", (request: Request) => void invoke(handler, request));
  process.on("disconnect", () => process.exit(0));
  reply({ is: "ready" });
} catch (thrown) {
  reply({ is: "unloadable", why: thrown instanceof Error ? thrown.message : String(thrown) });
  process.disconnect?.();
}
