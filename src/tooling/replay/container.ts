import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Invocation, logLineIn } from "./invocation.ts";
import type { LocalEnvironment } from "./local-environment.ts";
import type { Reply, Request } from "./serve.ts";

/** A Lambda container: a process that starts at the first invocation, and again after it ended. */
export interface Container {
  invoke(event: unknown): Promise<Invocation>;
  close(): void;
}

export interface ContainerOptions {
  /** The folder of the unpacked zip. */
  readonly folder: string;
  readonly trigger: string;
  /** The function's own variables. The container receives nothing else of this process's environment. */
  readonly environment: LocalEnvironment;
  /** The program that serves the folder's `index.js`. Default: `runtime.ts`. */
  readonly program?: string;
  /** The limit for an answer, start-up included. Default: Cognito's, 5000 ms. */
  readonly limit?: number;
  /** Receives everything that the process writes: log lines and any other output. */
  readonly onOutput?: OnOutput;
}

export type OnOutput = (text: string, stream: "stdout" | "stderr") => void;

/** The time to wait for the output of a process that died. */
const LAST_OUTPUT_MS = 200;

const runtime = fileURLToPath(
  new URL(import.meta.filename.endsWith(".ts") ? "./runtime.ts" : "./runtime.js", import.meta.url),
);

/** The folder of our packages, which include the SDK's clients. */
const packages = fileURLToPath(import.meta.resolve("@aws-sdk/client-ssm/package.json")).replace(
  /([\\/]node_modules)[\\/]@aws-sdk[\\/].*$/,
  "$1",
);

export function container(options: ContainerOptions): Container {
  const { folder, trigger, environment, program = runtime, limit = 5_000, onOutput } = options;
  let running: ReturnType<typeof start> | undefined;

  function start() {
    const child = spawn(process.execPath, [program, folder], {
      env: { ...lambdaEnvironment(trigger), ...environment },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    let output = "";
    // Lambda logs both: a console writes warnings and errors to stderr.
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream]?.setEncoding("utf8").on("data", (text) => {
        output += text;
        onOutput?.(text, stream);
      });
    }
    const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
    // Like Lambda, replace a container that dies between two invocations.
    child.once("exit", () => {
      if (running?.child === child) running = undefined;
    });
    return { child, output: () => output, closed, ready: nextReply(child) };
  }

  async function invoke(event: unknown): Promise<Invocation> {
    running ??= start();
    const { child, output, closed, ready } = running;
    const before = output().length;
    const started = performance.now();
    const loaded = await orHung(ready, limit);
    const request: Request = { event: JSON.stringify(event), limit, end: `end ${randomUUID()}` };
    let reply = loaded;
    if (loaded.is === "ready") {
      const answer = nextReply(child);
      child.send(request, () => {});
      reply = await orHung(answer, limit - (performance.now() - started));
    }
    if (reply.is === "answered" || reply.is === "failed") {
      await logsArrived(output, request.end);
      const log = logLineIn(output().slice(before));
      return { ...reply, log, errors: log?.fault === undefined ? [] : unlogged(reply.errors, log.fault) };
    }
    const milliseconds = performance.now() - started;
    running = undefined;
    child.kill("SIGKILL");
    // The exit may be reported before the last output arrives.
    await Promise.race([closed, after(LAST_OUTPUT_MS, undefined, { ref: false })]);
    const observed = { log: logLineIn(output().slice(before)), milliseconds, errors: [] };
    if (reply.is === "hung" || reply.is === "ready") return { is: "hung", ...observed };
    return { is: "died", why: reply.why, ...observed };
  }

  function close() {
    running?.child.kill("SIGKILL");
  }

  return { invoke, close };
}

/** Returns the error texts that the log does not contain. */
function unlogged(errors: readonly string[], fault: string): string[] {
  return errors.filter((text) => !fault.includes(text));
}

/** Returns the next reply of a process, or how the process ended. */
function nextReply(child: ChildProcess): Promise<Reply> {
  return new Promise((resolve) => {
    const done = (reply: Reply) => {
      child.off("message", onMessage).off("exit", onExit).off("error", onError);
      resolve(reply);
    };
    const failed = (why: string) => done({ is: "unloadable", why });
    const onMessage = (message: unknown) => done(message as Reply);
    const onError = (error: Error) => failed(`it could not be started: ${error.message}`);
    const onExit = (code: number | null, signal: string | null) =>
      failed(`its process ended with ${signal ?? `exit code ${code}`} before it answered`);
    child.on("message", onMessage).on("exit", onExit).on("error", onError);
  });
}

async function orHung(reply: Promise<Reply>, limit: number): Promise<Reply | { readonly is: "hung" }> {
  const abort = new AbortController();
  const late = after(Math.max(0, limit), { is: "hung" } as const, { signal: abort.signal });
  late.catch(() => {});
  try {
    return await Promise.race([reply, late]);
  } finally {
    abort.abort();
  }
}

/** Waits briefly for the end of stdout and stderr: answer and log arrive on separate pipes. */
async function logsArrived(output: () => string, end: string): Promise<void> {
  const isComplete = () => output().split(end).length > 2;
  for (let waited = 0; waited < 100 && !isComplete(); waited += 1) await after(2);
}

/** Returns the variables that Lambda sets, and those of this machine without which a process cannot start. */
function lambdaEnvironment(trigger: string): Record<string, string> {
  const { PATH = "", SystemRoot } = process.env;
  return {
    PATH,
    ...(SystemRoot && { SystemRoot }),
    TZ: ":UTC",
    LANG: "en_US.UTF-8",
    AWS_REGION: "eu-central-1",
    AWS_DEFAULT_REGION: "eu-central-1",
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    AWS_LAMBDA_FUNCTION_NAME: trigger,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "442",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${trigger}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "replay",
    LAMBDA_TASK_ROOT: "/var/task",
    // Lambda has the SDK's clients here; locally they are this package's own.
    NODE_PATH: packages,
    _HANDLER: "index.handler",
  };
}
