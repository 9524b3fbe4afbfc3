import { resolve } from "node:path";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SetupError } from "../../error/setup-error.ts";
import { arnIn } from "../aws/arn.ts";
import { attachedAs } from "../aws/attached-as.ts";
import { namedUserPool } from "../aws/named-user-pool.ts";
import { poolTriggers, triggerNames } from "../aws/pool-triggers.ts";
import { userPool } from "../deploy/described-pool.ts";
import { type SmokeReport, smoke, type Tried } from "../deploy/smoke.ts";
import { isMismatch, smokeText } from "../deploy/smoke-text.ts";
import { triggerFunction } from "../deploy/trigger-function.ts";
import { builtManifest } from "../replay/stage.ts";
import { inkFor } from "../terminal/ink.ts";
import { buildAndPrint } from "./build-and-print.ts";
import { type FunctionOptions, functionsIn } from "./function-options.ts";
import type { Io } from "./io.ts";
import type { OutOption } from "./out-option.ts";
import { print, printError } from "./print.ts";

export interface SmokeOptions extends FunctionOptions, OutOption {
  readonly userPoolId?: string;
  readonly build: boolean;
  readonly json?: boolean;
}

/** `smoke`: returns 1 when a deployed function answers otherwise than the build, or was not invoked. */
export async function smokeCommand(paths: readonly string[], options: SmokeOptions, io: Io): Promise<number> {
  const root = io.cwd;
  const dist = resolve(root, options.out);
  const functions = await tried(options);
  if (options.build) {
    printError(io, "building the triggers …");
    if (!(await buildAndPrint(options.out, io))) return 2;
  }
  const built = new Map(
    Object.entries(builtManifest(dist)).map(([trigger, { sha256 }]) => [trigger, sha256]),
  );
  const reports = [];
  for (const each of functions) {
    printError(io, `invoking ${each.trigger} …`);
    reports.push(await reported(each, () => smoke(lambdaOf(each.arn), each, { root, dist, built, paths })));
  }
  const ink = inkFor(io.stdout, io.environment);
  print(
    io,
    options.json
      ? JSON.stringify({ functions: reports }, undefined, 2)
      : reports.map((report) => smokeText(report, ink)).join("\n\n"),
  );
  return reports.some(({ skipped, events }) => skipped !== undefined || events.some(isMismatch)) ? 1 : 0;
}

/** Returns a report of one function. A failure, such as a missing permission, does not stop the others. */
async function reported({ trigger, arn }: Tried, work: () => Promise<SmokeReport>): Promise<SmokeReport> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof SetupError)) throw thrown;
    return { trigger, arn, isBuilt: false, storedVariables: [], skipped: thrown.message, events: [] };
  }
}

/** Returns the functions to invoke: those that are named, and for the other triggers those of the pool. */
async function tried(options: SmokeOptions): Promise<readonly Tried[]> {
  const named = functionsIn(options);
  const pool = options.userPoolId === undefined ? undefined : await poolNamed(options.userPoolId);
  const region = pool && arnIn(pool.Arn).region;
  const chosen = triggerNames.flatMap((trigger) => {
    const name = named[trigger] ?? (pool && attachedAs(trigger, pool));
    return name === undefined ? [] : [{ trigger, name, isNamed: named[trigger] !== undefined }];
  });
  if (chosen.length === 0) {
    throw new SetupError(
      pool
        ? `The pool has none of our triggers (${Object.values(poolTriggers).join(", ")}): attach them first.`
        : "Which functions? Name a pool with --user-pool-id, or a function, as in --custom-message <function>.",
    );
  }
  return Promise.all(
    chosen.map(async ({ trigger, name, isNamed }) => ({
      ...(await triggerFunction(lambdaOf(name, region), trigger, name, region)),
      isNamed,
    })),
  );
}

async function poolNamed(text: string) {
  const { id, region } = namedUserPool(text);
  return userPool(new CognitoIdentityProviderClient({ region }), id);
}

/** Returns a client in the Region of a function: its ARN's, else the pool's, else that of the shell. */
function lambdaOf(name: string, ofPool?: string): LambdaClient {
  const region = arnIn(name).region || ofPool;
  return new LambdaClient(region === undefined ? {} : { region });
}
