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

/** The environment in which events and flows are played. */
export interface Scene {
  /** The project with the files and the legacy users. */
  readonly root: string;
  /** The folder of the build, and the triggers in it. */
  readonly dist: string;
  readonly triggers: ReadonlySet<string>;
  /** Overrides the variables of the flows and the store. */
  readonly environment: Environment;
  /** The legacy store is down, whatever a flow sets. */
  readonly isDown?: boolean;
}

/** The whole output of the triggers, and the canaries that it must not have. */
export interface Overheard {
  /** Standard output, standard error, and the errors that Cognito and its callers received. */
  readonly output: string;
  readonly canaries: readonly string[];
  readonly invocations: number;
}

/** Plays files, each on a freshly seeded legacy store, and collects all output. */
export interface Eavesdropper {
  /** Plays an event, and returns its outcome in the log. */
  event(file: string): Promise<string>;
  /** Plays a flow, and returns the number of its steps, and what differed from their expectations. */
  flow(file: string): Promise<{ readonly steps: number; readonly failures: readonly string[] }>;
  overheard(): Promise<Overheard>;
  close(): void;
}

export function eavesdropper({ root, dist, triggers, environment, isDown = false }: Scene): Eavesdropper {
  const output = { stdout: "", stderr: "" };
  const errors: string[] = [];
  const canaries = tokensIn(environment);
  const invoked: Invocation[] = [];
  const down = storeFor(root, "down", []);
  const up = isDown ? down : legacyStore(root, SAMPLE);
  const stages = new Map<string, Stage>();

  // One for each environment: starting containers takes the time.
  const stageFor = (store: LegacyStore, flows: Environment = {}): Stage => {
    const all = { ...store.environment, ...flows, ...environment };
    const key = JSON.stringify(all);
    const stage =
      stages.get(key) ??
      stageOf(dist, triggers, all, (text, stream) => {
        output[stream] += text;
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
      await vi.waitFor(() => requireAll(output, invoked));
      const all = [output.stdout, output.stderr, ...errors, ...invoked.map(errorOf)];
      return { output: all.join("\n"), canaries, invocations: invoked.length };
    },

    close() {
      for (const stage of stages.values()) stage.close();
      up.close();
    },
  };
}

/** Removes the migration marks, the only change that triggers make. */
function seededAnew({ environment: { LEGACY_DATABASE: file = "" } }: LegacyStore): void {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  database.exec("update users set migrated_at = null");
  database.close();
}

/** Throws until all output is here: the runtime writes a mark to both streams after each answer. */
function requireAll(output: { stdout: string; stderr: string }, invoked: readonly Invocation[]): void {
  const ended = invoked.filter(({ is }) => is === "answered" || is === "failed").length;
  for (const text of Object.values(output)) {
    const marks = text.match(/^end [\da-f-]{36}$/gm)?.length ?? 0;
    if (marks < ended) throw new Error(`${marks} of the marks are here, of ${ended}.`);
  }
}

/** Returns the error that Cognito receives. */
function errorOf(invocation: Invocation): string {
  if (invocation.is === "failed") return `${invocation.errorType}: ${invocation.errorMessage}`;
  return invocation.is === "died" ? invocation.why : "";
}
