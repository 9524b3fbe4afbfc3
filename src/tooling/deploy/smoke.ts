import type { LambdaClient } from "@aws-sdk/client-lambda";
import { SetupError } from "../../error/setup-error.ts";
import { referenceIn } from "../../parameter/reference.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import type { RawEvent } from "../local-pool/raw-event.ts";
import { noStore } from "../replay/legacy-store.ts";
import { eventIn, replayFiles } from "../replay/replay-files.ts";
import { type Stage, stageOf, triggerOf } from "../replay/stage.ts";
import { type Difference, differences } from "./difference.ts";
import { invoked } from "./invoked.ts";
import { passThroughEvent } from "./pass-through-event.ts";
import type { TriggerFunction } from "./trigger-function.ts";

/** A function to invoke. */
export interface Tried extends TriggerFunction {
  /** Whether a person named it, rather than a pool. */
  readonly isNamed: boolean;
}

export interface SmokeOptions {
  readonly root: string;
  readonly dist: string;
  /** The SHA-256 of each built zip, in Base64 as Lambda returns it. */
  readonly built: ReadonlyMap<string, string>;
  /** The files and folders of the events; `events` when empty. */
  readonly paths: readonly string[];
}

/** The result of invoking a function with several events. */
export interface SmokeReport {
  readonly trigger: TriggerName;
  readonly arn: string;
  /** Whether its code is the local build, byte for byte. */
  readonly isBuilt: boolean;
  /** Its variables that name a store. The local answers do not use them. */
  readonly storedVariables: readonly string[];
  /** The reason why it was not invoked. */
  readonly skipped?: string;
  readonly events: readonly Compared[];
}

export interface Compared {
  /** The file of the event, or its source. */
  readonly event: string;
  /** The reason why there is no answer to compare, as a clause. */
  readonly failed?: string;
  /** The differences of the deployed function's answer from the local one (`before`). */
  readonly differences: readonly Difference[];
}

interface Sample {
  readonly name: string;
  readonly event: RawEvent;
}

/**
 * Invokes a deployed function, and compares its answers with those of the local build.
 *
 * Custom message gets every sample event. That sends nothing: only Cognito sends messages. The other triggers get
 * one event that they return unchanged, so that they query and write nothing but their log and metrics.
 *
 * @throws SetupError when the trigger was not built, it has no event, or the invocation is not permitted
 */
export async function smoke(lambda: LambdaClient, tried: Tried, options: SmokeOptions): Promise<SmokeReport> {
  const { trigger, arn, environment } = tried;
  const { dist, built } = options;
  if (!built.has(trigger)) {
    throw new SetupError(`The local build does not contain ${trigger}: there is nothing to compare with.`);
  }
  const isMessage = trigger === "custom-message";
  const stage = stageOf(dist, new Set(built.keys()), isMessage ? localEnvironment(environment) : noStore);
  try {
    const isBuilt = built.get(trigger) === tried.sha256;
    const storedVariables = isMessage
      ? Object.keys(environment).filter((name) => isStored(environment[name]))
      : [];
    const report = { trigger, arn, isBuilt, storedVariables };
    const chosen = isMessage
      ? { samples: messageSamples(options) }
      : await harmlessSample(stage, trigger, isBuilt || tried.isNamed);
    if ("skipped" in chosen) return { ...report, skipped: chosen.skipped, events: [] };
    const events: Compared[] = [];
    for (const sample of chosen.samples) events.push(await compared(lambda, arn, stage, sample));
    return { ...report, events };
  } finally {
    stage.close();
  }
}

/** Variables of Lambda's runtime and its layers, which triggers do not read. */
const RUNTIME_VARIABLE = /^(?:NODE_|AWS_|LD_|_|PATH$)/;

/** Returns the variables of a function that can be used here, without its legacy store. */
function localEnvironment(environment: TriggerFunction["environment"]): Record<string, string> {
  const own = Object.entries(environment).filter(
    ([name, value]) => !isStored(value) && !RUNTIME_VARIABLE.test(name),
  );
  return { ...Object.fromEntries(own), ...noStore };
}

function isStored(value: string | undefined): boolean {
  return referenceIn(value ?? "") !== undefined;
}

function messageSamples({ root, paths }: SmokeOptions): readonly Sample[] {
  const { events } = replayFiles(root, paths.length > 0 ? paths : ["events"]);
  const samples = events.flatMap((file) => {
    const read = eventIn(root, file);
    if ("problem" in read) throw new SetupError(read.problem);
    return triggerOf(read.event.triggerSource) === "custom-message"
      ? [{ name: file, event: read.event }]
      : [];
  });
  if (samples.length === 0) throw new SetupError("None of these events is for custom message.");
  return samples;
}

async function harmlessSample(
  stage: Stage,
  trigger: Exclude<TriggerName, "custom-message">,
  isTrusted: boolean,
): Promise<{ readonly samples: readonly Sample[] } | { readonly skipped: string }> {
  if (!isTrusted) {
    const skipped = `its code differs from the local build, so its effects are not known; --${trigger} <function> invokes it anyway`;
    return { skipped };
  }
  const passThrough = await passThroughEvent(stage, trigger);
  return "event" in passThrough
    ? { samples: [{ name: passThrough.event.triggerSource, event: passThrough.event }] }
    : { skipped: `the local build does not return ${passThrough.source} unchanged` };
}

async function compared(lambda: LambdaClient, arn: string, stage: Stage, sample: Sample): Promise<Compared> {
  const { name, event } = sample;
  const [local, deployed] = await Promise.all([stage.invoke(event), invoked(lambda, arn, event)]);
  if ("failed" in deployed)
    return { event: name, failed: `it fails with ${deployed.failed}`, differences: [] };
  if (local?.is !== "answered")
    return { event: name, failed: "the local build does not answer it", differences: [] };
  return { event: name, differences: differences(JSON.parse(local.text), deployed.answer) };
}
