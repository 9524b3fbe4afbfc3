import type { LambdaClient } from "@aws-sdk/client-lambda";
import { SetupError } from "../../log/fault.ts";
import { referenceIn } from "../../parameter/reference.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { noStore } from "../replay/legacy-store.ts";
import type { RawEvent } from "../replay/raw-event.ts";
import { eventIn, replayFiles } from "../replay/replay-files.ts";
import { type Stage, stageOf, triggerOf } from "../replay/stage.ts";
import { type Difference, differences } from "./difference.ts";
import { invoked } from "./invoked.ts";
import { passedOn } from "./pass-through-event.ts";
import type { TriggerFunction } from "./trigger-function.ts";

/** A function that is to be tried. */
export interface Tried extends TriggerFunction {
  /** Whether a person named it; otherwise it is what a pool has. */
  readonly isNamed: boolean;
}

export interface SmokeOptions {
  readonly root: string;
  readonly dist: string;
  /** The SHA-256 of each built zip, in base 64, as Lambda has it. */
  readonly built: ReadonlyMap<string, string>;
  /** Where the events are; `events` when empty. */
  readonly paths: readonly string[];
}

/** What came of trying a function. */
export interface SmokeReport {
  readonly trigger: TriggerName;
  readonly arn: string;
  /** Whether its code is, byte for byte, what was built here. */
  readonly isBuilt: boolean;
  /** Its variables that name a store, without which the local answers were made. */
  readonly unread: readonly string[];
  /** Why it was not invoked. */
  readonly skipped?: string;
  readonly events: readonly Compared[];
}

export interface Compared {
  /** The file of the event, or its source. */
  readonly event: string;
  /** In what way there is no answer to compare. */
  readonly failed?: string;
  /** Where the deployed function's answer differs from the local one, which is `before`. */
  readonly differences: readonly Difference[];
}

interface Sample {
  readonly name: string;
  readonly event: RawEvent;
}

/**
 * Invokes a deployed function, and compares its answers with those of the bundle that was built here.
 *
 * Custom message is given every sample event: nothing is sent by that, for Cognito alone sends. The others are
 * given one event that they pass on, so that nothing is looked up and nothing written but their log and metrics.
 *
 * @throws SetupError when the trigger was not built, there is no event for it, or it may not be invoked
 */
export async function smoke(lambda: LambdaClient, tried: Tried, options: SmokeOptions): Promise<SmokeReport> {
  const { trigger, arn, environment } = tried;
  const { dist, built } = options;
  if (!built.has(trigger)) {
    throw new SetupError(`${trigger} is not among what was built here: there is nothing to compare with.`);
  }
  const isMessage = trigger === "custom-message";
  const stage = stageOf(dist, new Set(built.keys()), isMessage ? readable(environment) : noStore);
  try {
    const isBuilt = built.get(trigger) === tried.sha256;
    const unread = isMessage ? Object.keys(environment).filter((name) => isStored(environment[name])) : [];
    const report = { trigger, arn, isBuilt, unread };
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

/** Variables that are for Lambda's runtime, and what is layered on it, rather than for a trigger. */
const RUNTIMES_OWN = /^(?:NODE_|AWS_|LD_|_|PATH$)/;

/** What of a function's environment can be had here; never its legacy store. */
function readable(environment: TriggerFunction["environment"]): Record<string, string> {
  const own = Object.entries(environment).filter(
    ([name, value]) => !isStored(value) && !RUNTIMES_OWN.test(name),
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
  if (samples.length === 0) throw new SetupError("None of these events is one of custom message.");
  return samples;
}

async function harmlessSample(
  stage: Stage,
  trigger: Exclude<TriggerName, "custom-message">,
  isTrusted: boolean,
): Promise<{ readonly samples: readonly Sample[] } | { readonly skipped: string }> {
  if (!isTrusted) {
    const skipped = `its code is not what was built here, so what it does is not known; --${trigger} <function> invokes it all the same`;
    return { skipped };
  }
  const passed = await passedOn(stage, trigger);
  return "event" in passed
    ? { samples: [{ name: passed.event.triggerSource, event: passed.event }] }
    : { skipped: `what was built here does not pass ${passed.source} on` };
}

async function compared(lambda: LambdaClient, arn: string, stage: Stage, sample: Sample): Promise<Compared> {
  const { name, event } = sample;
  const [here, there] = await Promise.all([stage.invoke(event), invoked(lambda, arn, event)]);
  if ("failed" in there) return { event: name, failed: `it fails with ${there.failed}`, differences: [] };
  if (here?.is !== "answered")
    return { event: name, failed: "what was built here does not answer it", differences: [] };
  return { event: name, differences: differences(JSON.parse(here.text), there.answer) };
}
