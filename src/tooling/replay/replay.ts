import { availableParallelism } from "node:os";
import { basename, join, resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { type Build, build } from "../build/build.ts";
import { flowIn, sourcesIn } from "./flow.ts";
import { storeFor, storeVariables } from "./legacy-store.ts";
import { localEnvironment } from "./local-environment.ts";
import { playedFlow } from "./played-flow.ts";
import { type Problem, replayFiles } from "./replay-files.ts";
import { type EventReport, type LeftOutFile, leftOutProblem, replayedEvent } from "./replayed-event.ts";
import { builtTriggers, stageOf, triggerOf } from "./stage.ts";
import type { StepReport } from "./step-report.ts";

export interface ReplayOptions {
  readonly root: string;
  /** Files and folders. Default, when empty: `events`. */
  readonly paths: readonly string[];
  /** Whether to build first, instead of replaying an earlier build. */
  readonly build: boolean;
  /** The folder of the bundles. Default: `<root>/dist`. */
  readonly dist?: string;
  /** Variables of all triggers. A `LEGACY_DATABASE` replaces the temporary store. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Receives a line of text for each stage of the work. */
  readonly progress?: (line: string) => void;
}

export interface Replay {
  /** The result of building; absent without a build. */
  readonly build?: Build;
  readonly flows: readonly FlowReport[];
  readonly events: readonly EventReport[];
  /** Files left out because this project does not have their trigger. */
  readonly leftOut: readonly LeftOutFile[];
  /** Files that could not be replayed. */
  readonly problems: readonly Problem[];
  /** The files that marked rows as migrated in a store that is not temporary. */
  readonly markedBy: readonly string[];
}

/** The settings shared by the replay of all files. */
interface ReplayContext {
  readonly root: string;
  readonly dist: string;
  readonly triggers: ReadonlySet<string>;
  readonly variables: Readonly<Record<string, string>>;
  /** The names of the variables that name a store. */
  readonly stores: readonly string[];
}

export interface FlowReport {
  readonly file: string;
  readonly title: string;
  readonly steps: readonly StepReport[];
}

/**
 * Builds, then plays the flows and invokes the built trigger of each event, as Lambda does.
 *
 * @throws SetupError when there is nothing to build or to replay
 */
export async function replay(options: ReplayOptions): Promise<Replay> {
  const { root, paths, dist = join(root, "dist"), variables = {}, progress = () => {} } = options;
  const files = replayFiles(root, paths.length > 0 ? paths : ["events"]);
  const nothing = { flows: [], events: [], leftOut: [], problems: [], markedBy: [] };
  if (options.build) progress("building the triggers");
  const built = options.build ? await build({ root, out: dist }) : undefined;
  if (built && !built.manifest) return { build: built, ...nothing };
  const triggers = built?.manifest ? new Set(Object.keys(built.manifest)) : builtTriggers(dist);
  const stores = await storeVariables(root, variables);
  const context = { root, dist, triggers, variables, stores };
  if (stores.length > 0) progress(realStoreText(context));
  // One at a time where all share a store, since each file may change it.
  const workers = stores.length > 0 ? 1 : availableParallelism();
  progress(`playing ${files.flows.length} flows`);
  const flows = await concurrently(files.flows, workers, (file) => reportedFlow(file, context));
  progress(`replaying ${files.events.length} events`);
  // Events of one trigger share a container and a store, one after the other.
  const byTrigger = Object.values(
    Object.groupBy(files.events, (file) => basename(file).replace(/\..*/s, "")),
  );
  const events = (
    await concurrently(byTrigger, workers, (group) => replayedEvents(group ?? [], context))
  ).flat();
  const played = { flows: flows.filter(isReport), events: events.filter(isReport) };
  const leftOut = [...flows, ...events].filter(isLeftOut);
  // A file left out is a problem where the user named it, or where nothing else was replayed.
  const named = new Set(paths.map((path) => resolve(root, path)));
  const isRequired = ({ file }: LeftOutFile) =>
    named.has(resolve(root, file)) || played.flows.length + played.events.length === 0;
  return {
    ...(built && { build: built }),
    ...played,
    leftOut: leftOut.filter((each) => !isRequired(each)),
    problems: [...[...flows, ...events].filter(isProblem), ...leftOut.filter(isRequired).map(leftOutProblem)],
    markedBy: stores.length > 0 ? markingFiles(played) : [],
  };
}

function realStoreText({ stores, triggers }: ReplayContext): string {
  const marks = triggers.has("post-confirmation") ? ", and marking rows as migrated" : "";
  return `using the store in ${stores.join(" and ")}${marks}`;
}

/** Returns the files in which a trigger marked a row as migrated. */
function markingFiles({ flows, events }: Pick<Replay, "flows" | "events">): string[] {
  const marks = ({ invocation }: { readonly invocation: EventReport["invocation"] }) =>
    invocation.log?.outcome === "completed";
  return [
    ...flows.filter(({ steps }) => steps.some(({ ran }) => ran.some(marks))),
    ...events.filter(marks),
  ].map(({ file }) => file);
}

type NotReplayed = LeftOutFile | Problem;

function isProblem(each: object): each is Problem {
  return "problem" in each;
}

function isLeftOut(each: object): each is LeftOutFile {
  return "sources" in each;
}

function isReport<T extends object>(each: T | NotReplayed): each is T {
  return !isProblem(each) && !isLeftOut(each);
}

async function reportedFlow(file: string, context: ReplayContext): Promise<FlowReport | NotReplayed> {
  const { root, dist, triggers, variables, stores } = context;
  const read = flowIn(root, file);
  if ("problem" in read) return read;
  const { flow } = read;
  const sources = sourcesIn(flow).filter((source) => !triggers.has(triggerOf(source)));
  if (sources.length > 0) return { file, sources };
  try {
    const store = storeFor(root, flow.legacy, stores);
    const environment = { ...localEnvironment(variables), ...store.environment, ...flow.environment };
    const stage = stageOf(dist, triggers, environment);
    try {
      return { file, title: flow.title, steps: await playedFlow(flow, stage) };
    } finally {
      stage.close();
      store.close();
    }
  } catch (thrown) {
    // The mistake is in this flow: the others continue.
    if (thrown instanceof SetupError) return { file, problem: `${file}: ${thrown.message}` };
    throw thrown;
  }
}

async function replayedEvents(
  files: readonly string[],
  { root, dist, triggers, variables, stores }: ReplayContext,
): Promise<(EventReport | NotReplayed)[]> {
  const store = storeFor(root, undefined, stores);
  const stage = stageOf(dist, triggers, { ...localEnvironment(variables), ...store.environment });
  const reports: (EventReport | NotReplayed)[] = [];
  try {
    for (const file of files) reports.push(await replayedEvent(root, file, stage));
  } finally {
    stage.close();
    store.close();
  }
  return reports;
}

/** Returns the results of the work in the order of the items, with so many workers at a time. */
async function concurrently<T, R>(
  items: readonly T[],
  workers: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}

/** Returns the events whose trigger answered only after it caught a fault. Flows may cause one on purpose. */
export function faulty({ events }: Pick<Replay, "events">): readonly EventReport[] {
  return events.filter(({ invocation }) => invocation.log?.fault !== undefined);
}

/**
 * Returns 1 when Cognito would reject an answer or a flow is not as expected, 2 when a file could not be
 * replayed, the build failed, or a trigger caught a fault.
 */
export function exitCodeOf(done: Replay): 0 | 1 | 2 {
  const { build: built, flows, events, problems } = done;
  if (events.some(({ verdict }) => verdict.is === "rejected")) return 1;
  if (flows.some(({ steps }) => steps.some(({ failures }) => failures.length > 0))) return 1;
  return problems.length > 0 || faulty(done).length > 0 || (built && !built.manifest) ? 2 : 0;
}
