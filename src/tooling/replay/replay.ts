import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { SetupError } from "../../log/fault.ts";
import { type Build, build } from "../build/build.ts";
import { playedFlow, type StepReport } from "./flow.ts";
import { flowIn } from "./flow-file.ts";
import { legacyStore, SAMPLE } from "./legacy-store.ts";
import { type Problem, replayFiles } from "./replay-files.ts";
import { type EventReport, replayedEvent } from "./replayed-event.ts";
import { builtTriggers, stageOf } from "./stage.ts";

export interface ReplayOptions {
  readonly root: string;
  /** Files and folders; `events` when empty. */
  readonly paths: readonly string[];
  /** Whether to build first; otherwise what an earlier build left is replayed. */
  readonly build: boolean;
  /** Where the bundles are; `<root>/dist` when left out. */
  readonly dist?: string;
  /** One line for each stage of the work, while it goes on. */
  readonly progress?: (line: string) => void;
}

export interface Replay {
  /** What building said; absent when there was none. */
  readonly build?: Build;
  readonly flows: readonly FlowReport[];
  readonly events: readonly EventReport[];
  /** Files that could not be replayed. */
  readonly problems: readonly Problem[];
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
  const { root, paths, dist = join(root, "dist"), progress = () => {} } = options;
  const files = replayFiles(root, paths.length > 0 ? paths : ["events"]);
  const nothing = { flows: [], events: [], problems: [] };
  if (options.build) progress("building the triggers");
  const built = options.build ? await build({ root, out: dist }) : undefined;
  if (built && !built.manifest) return { build: built, ...nothing };
  const triggers = built?.manifest ? new Set(Object.keys(built.manifest)) : builtTriggers(dist);
  progress(`playing ${files.flows.length} flows`);
  const flows = await atOnce(files.flows, (file) => reportedFlow(root, file, dist, triggers));
  progress(`replaying ${files.events.length} events`);
  // A trigger's events share its container and its store, one after the other; no other trigger's do.
  const byTrigger = Object.values(
    Object.groupBy(files.events, (file) => basename(file).replace(/\..*/s, "")),
  );
  const events = (
    await atOnce(byTrigger, (group) => replayedEvents(root, group ?? [], dist, triggers))
  ).flat();
  return {
    ...(built && { build: built }),
    flows: flows.filter(isReport),
    events: events.filter(isReport),
    problems: [...flows, ...events].filter(isProblem),
  };
}

function isProblem(each: object): each is Problem {
  return "problem" in each;
}

function isReport<T extends object>(each: T | Problem): each is T {
  return !isProblem(each);
}

async function reportedFlow(
  root: string,
  file: string,
  dist: string,
  triggers: ReadonlySet<string>,
): Promise<FlowReport | Problem> {
  const read = flowIn(root, file);
  if ("problem" in read) return read;
  const { flow } = read;
  try {
    const store = legacyStore(root, flow.legacy);
    const stage = stageOf(dist, triggers, { ...store.environment, ...flow.environment });
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
  root: string,
  files: readonly string[],
  dist: string,
  triggers: ReadonlySet<string>,
): Promise<(EventReport | Problem)[]> {
  const store = existsSync(join(root, SAMPLE)) ? legacyStore(root, SAMPLE) : undefined;
  const stage = stageOf(dist, triggers, { ...store?.environment });
  const reports: (EventReport | Problem)[] = [];
  try {
    for (const file of files) reports.push(await replayedEvent(root, file, stage));
  } finally {
    stage.close();
    store?.close();
  }
  return reports;
}

/** The work over all items, as many at once as there are cores, told in their order. */
async function atOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
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
