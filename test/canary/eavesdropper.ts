import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { vi } from "vitest";
import { flowIn } from "../../src/tooling/replay/flow.ts";
import type { Invocation } from "../../src/tooling/replay/invocation.ts";
import { type LegacyStore, legacyStore, SAMPLE, storeFor } from "../../src/tooling/replay/legacy-store.ts";
import { playedFlow } from "../../src/tooling/replay/played-flow.ts";
import { replayedEvent } from "../../src/tooling/replay/replayed-event.ts";
import { type Stage, stageOf } from "../../src/tooling/replay/stage.ts";
import { canariesIn, textsIn, tokensIn } from "./personal.ts";

export type Environment = Readonly<Record<string, string>>;

/** Where events and flows are played. */
export interface Scene {
  /** The project with the files and the legacy users. */
  readonly root: string;
  /** Where triggers were built to, and which. */
  readonly dist: string;
  readonly triggers: ReadonlySet<string>;
  /** Set over whatever the flows and the store set. */
  readonly environment: Environment;
  /** Nobody reaches the legacy store, whatever a flow says of it. */
  readonly isDown?: boolean;
}

/** All that left the triggers while they ran, and all that must not have. */
export interface Overheard {
  /** Standard output, standard error, and the errors that Cognito and its callers were told. */
  readonly output: string;
  readonly canaries: readonly string[];
  readonly invocations: number;
}

/** Plays files on a scene, each finding the legacy store as it was seeded, and hears all that is said. */
export interface Eavesdropper {
  /** What became of the event, in the log's own word. */
  event(file: string): Promise<string>;
  /** How many steps the flow has, and what went otherwise than they expect. */
  flow(file: string): Promise<{ readonly steps: number; readonly failures: readonly string[] }>;
  overheard(): Promise<Overheard>;
  close(): void;
}

export function eavesdropper({ root, dist, triggers, environment, isDown = false }: Scene): Eavesdropper {
  const said = { stdout: "", stderr: "" };
  const errors: string[] = [];
  const canaries = tokensIn(environment);
  const invoked: Invocation[] = [];
  const down = storeFor(root, "down", []);
  const up = isDown ? down : legacyStore(root, SAMPLE);
  const stages = new Map<string, Stage>();

  // One for each environment, since starting containers is what takes the time.
  const stageFor = (store: LegacyStore, flows: Environment = {}): Stage => {
    const all = { ...store.environment, ...flows, ...environment };
    const key = JSON.stringify(all);
    const stage =
      stages.get(key) ??
      stageOf(dist, triggers, all, (text, stream) => {
        said[stream] += text;
      });
    stages.set(key, stage);
    return {
      close: stage.close,
      async invoke(event) {
        canaries.push(...canariesIn(event));
        const invocation = await stage.invoke(event);
        if (invocation) invoked.push(invocation);
        return invocation;
      },
    };
  };

  return {
    async event(file) {
      seededAnew(up);
      const report = await replayedEvent(root, file, stageFor(up));
      if (!("invocation" in report)) throw new Error(JSON.stringify(report));
      return report.invocation.log?.outcome ?? report.invocation.is;
    },

    async flow(file) {
      const read = flowIn(root, file);
      if ("problem" in read) throw new Error(read.problem);
      const { pool, legacy, environment: own, steps } = read.flow;
      seededAnew(up);
      canaries.push(...textsIn([pool.users, steps.map(({ expect: _, ...operation }) => operation)]));
      const store = legacy === "down" ? down : up;
      const played = await playedFlow(read.flow, stageFor(store, own));
      errors.push(...played.flatMap(({ error }) => (error ? [`${error.name}: ${error.message}`] : [])));
      return { steps: played.length, failures: played.flatMap(({ failures }) => failures) };
    },

    async overheard() {
      await vi.waitFor(() => allHeard(said, invoked));
      const output = [said.stdout, said.stderr, ...errors, ...invoked.map(errorOf)].join("\n");
      return { output, canaries, invocations: invoked.length };
    },

    close() {
      for (const stage of stages.values()) stage.close();
      up.close();
    },
  };
}

/** Marks nobody as migrated, which is all that a trigger ever changes. */
function seededAnew({ environment: { LEGACY_DATABASE: file = "" } }: LegacyStore): void {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  database.exec("update users set migrated_at = null");
  database.close();
}

/** The runtime writes a mark to both streams after each answer: behind the last of them nothing is missing. */
function allHeard(said: { stdout: string; stderr: string }, invoked: readonly Invocation[]): void {
  const ended = invoked.filter(({ is }) => is === "answered" || is === "failed").length;
  for (const text of Object.values(said)) {
    const marks = text.match(/^end [\da-f-]{36}$/gm)?.length ?? 0;
    if (marks < ended) throw new Error(`${marks} marks have come of ${ended}.`);
  }
}

/** What Cognito is told of an invocation that failed. */
function errorOf(invocation: Invocation): string {
  if (invocation.is === "failed") return `${invocation.errorType}: ${invocation.errorMessage}`;
  return invocation.is === "died" ? invocation.why : "";
}
