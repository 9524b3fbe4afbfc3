import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Invocation, logLineIn } from "./invocation.ts";
import type { DeskEnvironment } from "./local-environment.ts";
import type { Reply, Request } from "./serve.ts";

/** One Lambda container: a process that is started when first invoked and again after it died. */
export interface Container {
  invoke(event: unknown): Promise<Invocation>;
  close(): void;
}

export interface ContainerOptions {
  /** The folder that the zip would be unpacked to. */
  readonly folder: string;
  readonly trigger: string;
  /** The function's own variables. Nothing else of this process's environment is handed on. */
  readonly environment: DeskEnvironment;
  /** The program that serves the folder's `index.js`; `runtime.ts` when left out. */
  readonly program?: string;
  /** Cognito's limit for an answer, start-up included, in ms. */
  readonly limit?: number;
  /** Told all that the process writes, as it comes: the log's lines, and whatever else is printed. */
  readonly onOutput?: OnOutput;
}

export type OnOutput = (text: string, stream: "stdout" | "stderr") => void;

/** How long what a process wrote before it died may be on its way, in ms. */
const LAST_WORDS_MS = 200;

const runtime = fileURLToPath(
  new URL(import.meta.filename.endsWith(".ts") ? "./runtime.ts" : "./runtime.js", import.meta.url),
);

/** The folder that holds our packages, the SDK's clients among them. */
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
    // Lambda's log takes both: a console writes warnings and errors to stderr.
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream]?.setEncoding("utf8").on("data", (text) => {
        output += text;
        onOutput?.(text, stream);
      });
    }
    const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
    // Lambda, too, replaces a container that dies between two invocations.
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
      await arrived(output, request.end);
      const log = logLineIn(output().slice(before));
      return { ...reply, log, errors: log?.fault === undefined ? [] : newsIn(reply.errors, log.fault) };
    }
    const milliseconds = performance.now() - started;
    running = undefined;
    child.kill("SIGKILL");
    // That it has ended is known before the last that it wrote is here.
    await Promise.race([closed, after(LAST_WORDS_MS, undefined, { ref: false })]);
    const told = { log: logLineIn(output().slice(before)), milliseconds, errors: [] };
    if (reply.is === "hung" || reply.is === "ready") return { is: "hung", ...told };
    return { is: "died", why: reply.why, ...told };
  }

  function close() {
    running?.child.kill("SIGKILL");
  }

  return { invoke, close };
}

/** The texts that the log does not have: of an error of ours it has the message. */
function newsIn(errors: readonly string[], fault: string): string[] {
  return errors.filter((text) => !fault.includes(text));
}

type Heard = Reply | { readonly is: "exited"; readonly why: string };

/** The next message of a process, or how it ended. */
function nextReply(child: ChildProcess): Promise<Reply> {
  return new Promise((resolve) => {
    const done = (heard: Heard) => {
      child.off("message", onMessage).off("exit", onExit).off("error", onError);
      resolve(heard.is === "exited" ? { is: "unloadable", why: heard.why } : heard);
    };
    const onMessage = (message: unknown) => done(message as Reply);
    const onError = (error: Error) =>
      done({ is: "exited", why: `it could not be started: ${error.message}` });
    const onExit = (code: number | null, signal: string | null) =>
      done({
        is: "exited",
        why: `its process ended with ${signal ?? `exit code ${code}`} before it answered`,
      });
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

/** The answer and the log travel on pipes of their own: waits a moment for the end of both logs. */
async function arrived(output: () => string, end: string): Promise<void> {
  const isThere = () => output().split(end).length > 2;
  for (let waited = 0; waited < 100 && !isThere(); waited += 1) await after(2);
}

/** The variables that Lambda sets; and of this machine's what a process cannot start without. */
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
    // Where Lambda has the SDK's clients; here they are this package's own.
    NODE_PATH: packages,
    _HANDLER: "index.handler",
  };
}
