import { availableParallelism } from "node:os";
import { basename, join, resolve } from "node:path";
import { SetupError } from "../../log/fault.ts";
import { type Build, build } from "../build/build.ts";
import { flowIn, sourcesIn } from "./flow.ts";
import { storeFor, storeVariables } from "./legacy-store.ts";
import { deskEnvironment } from "./local-environment.ts";
import { playedFlow, type StepReport } from "./played-flow.ts";
import { type Problem, replayFiles } from "./replay-files.ts";
import { type EventReport, type LeftOut, leftOutProblem, replayedEvent } from "./replayed-event.ts";
import { builtTriggers, stageOf, triggerOf } from "./stage.ts";

export interface ReplayOptions {
  readonly root: string;
  /** Files and folders; `events` when empty. */
  readonly paths: readonly string[];
  /** Whether to build first; otherwise what an earlier build left is replayed. */
  readonly build: boolean;
  /** Where the bundles are; `<root>/dist` when left out. */
  readonly dist?: string;
  /** Variables of all triggers. With `LEGACY_DATABASE` among them, that store takes the place of a temporary one. */
  readonly variables?: Readonly<Record<string, string>>;
  /** One line for each stage of the work, while it goes on. */
  readonly progress?: (line: string) => void;
}

export interface Replay {
  /** What building said; absent when there was none. */
  readonly build?: Build;
  readonly flows: readonly FlowReport[];
  readonly events: readonly EventReport[];
  /** Files that need a trigger which this project does not have. */
  readonly leftOut: readonly LeftOut[];
  /** Files that could not be replayed. */
  readonly problems: readonly Problem[];
  /** The files by which rows were marked as migrated in a store that is not a temporary one. */
  readonly markedBy: readonly string[];
}

/** What every file is replayed with. */
interface Scene {
  readonly root: string;
  readonly dist: string;
  readonly triggers: ReadonlySet<string>;
  readonly variables: Readonly<Record<string, string>>;
  /** Those of the variables that name a store. */
  readonly stores: readonly string[];
}

export interface FlowReport {
  readonly file: string;
  readonly title: string;
  readonly steps: readonly StepReport[];
}

/**
 * Builds, then plays the flows and hands each event to its built trigger, as Lambda does.
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
  const scene = { root, dist, triggers, variables, stores };
  if (stores.length > 0) progress(realStoreText(scene));
  // What one file changes in a store that all share, the next one finds.
  const workers = stores.length > 0 ? 1 : availableParallelism();
  progress(`playing ${files.flows.length} flows`);
  const flows = await atOnce(files.flows, workers, (file) => reportedFlow(file, scene));
  progress(`replaying ${files.events.length} events`);
  // A trigger's events share its container and its store, one after the other; no other trigger's do.
  const byTrigger = Object.values(
    Object.groupBy(files.events, (file) => basename(file).replace(/\..*/s, "")),
  );
  const events = (await atOnce(byTrigger, workers, (group) => replayedEvents(group ?? [], scene))).flat();
  const played = { flows: flows.filter(isReport), events: events.filter(isReport) };
  const missed = [...flows, ...events].filter(isLeftOut);
  // Whoever names a file means it; and where nothing was played, nothing was tried.
  const named = new Set(paths.map((path) => resolve(root, path)));
  const isMeant = ({ file }: LeftOut) =>
    named.has(resolve(root, file)) || played.flows.length + played.events.length === 0;
  return {
    ...(built && { build: built }),
    ...played,
    leftOut: missed.filter((each) => !isMeant(each)),
    problems: [...[...flows, ...events].filter(isProblem), ...missed.filter(isMeant).map(leftOutProblem)],
    markedBy: stores.length > 0 ? markingFiles(played) : [],
  };
}

function realStoreText({ stores, triggers }: Scene): string {
  const marks = triggers.has("post-confirmation") ? ", and marking rows of it as migrated" : "";
  return `using the store that ${stores.join(" and ")} names${marks}`;
}

/** The files in which a trigger marked a row as migrated. */
function markingFiles({ flows, events }: Pick<Replay, "flows" | "events">): string[] {
  const marks = ({ invocation }: { readonly invocation: EventReport["invocation"] }) =>
    invocation.log?.outcome === "completed";
  return [
    ...flows.filter(({ steps }) => steps.some(({ ran }) => ran.some(marks))),
    ...events.filter(marks),
  ].map(({ file }) => file);
}

type Missed = LeftOut | Problem;

function isProblem(each: object): each is Problem {
  return "problem" in each;
}

function isLeftOut(each: object): each is LeftOut {
  return "sources" in each;
}

function isReport<T extends object>(each: T | Missed): each is T {
  return !isProblem(each) && !isLeftOut(each);
}

async function reportedFlow(file: string, scene: Scene): Promise<FlowReport | Missed> {
  const { root, dist, triggers, variables, stores } = scene;
  const read = flowIn(root, file);
  if ("problem" in read) return read;
  const { flow } = read;
  const sources = sourcesIn(flow).filter((source) => !triggers.has(triggerOf(source)));
  if (sources.length > 0) return { file, sources };
  try {
    const store = storeFor(root, flow.legacy, stores);
    const environment = { ...deskEnvironment(variables), ...store.environment, ...flow.environment };
    const stage = stageOf(dist, triggers, environment);
    try {
      return { file, title: flow.title, steps: await playedFlow(flow, stage) };
    } finally {
      stage.close();
      store.close();
    }
  } catch (thrown) {
    // One flow's mistake is told beside the stories of the others.
    if (thrown instanceof SetupError) return { file, problem: `${file}: ${thrown.message}` };
    throw thrown;
  }
}

async function replayedEvents(
  files: readonly string[],
  { root, dist, triggers, variables, stores }: Scene,
): Promise<(EventReport | Missed)[]> {
  const store = storeFor(root, undefined, stores);
  const stage = stageOf(dist, triggers, { ...deskEnvironment(variables), ...store.environment });
  const reports: (EventReport | Missed)[] = [];
  try {
    for (const file of files) reports.push(await replayedEvent(root, file, stage));
  } finally {
    stage.close();
    store.close();
  }
  return reports;
}

/** Returns what the work gives for each item, in their order; so many at once. */
async function atOnce<T, R>(
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

/** The events that are answered only because a fault was caught: a flow may mean one, an event by itself does not. */
export function faulty({ events }: Pick<Replay, "events">): readonly EventReport[] {
  return events.filter(({ invocation }) => invocation.log?.fault !== undefined);
}

/**
 * 1 when Cognito would refuse an answer or a flow went otherwise than expected, 2 when something did not run,
 * or broke in a trigger.
 */
export function exitCodeOf(done: Replay): 0 | 1 | 2 {
  const { build: built, flows, events, problems } = done;
  if (events.some(({ verdict }) => verdict.is === "refused")) return 1;
  if (flows.some(({ steps }) => steps.some(({ failures }) => failures.length > 0))) return 1;
  return problems.length > 0 || faulty(done).length > 0 || (built && !built.manifest) ? 2 : 0;
}
