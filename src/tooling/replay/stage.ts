import { join } from "node:path";
import type { Manifest } from "../build/manifest.ts";
import { manifestIn } from "../build/manifest-in.ts";
import type { RawEvent } from "../local-pool/raw-event.ts";
import { type Container, container, type OnOutput } from "./container.ts";
import type { Invocation } from "./invocation.ts";
import type { LocalEnvironment } from "./local-environment.ts";

/** The built triggers of a pool, each in its own container, with one environment. */
export interface Stage {
  /** Invokes the event's trigger; `undefined` when it was not built. */
  invoke(event: RawEvent): Promise<Invocation | undefined>;
  close(): void;
}

/** Returns the name of the trigger, and of its file, for a source: `CustomMessage_SignUp` -> `custom-message`. */
export function triggerOf(source: string): string {
  return source
    .replace(/_.*/s, "")
    .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
    .toLowerCase();
}

/** Returns a stage for the bundles in `dist`. A container starts at its first invocation. */
export function stageOf(
  dist: string,
  built: ReadonlySet<string>,
  environment: LocalEnvironment,
  onOutput?: OnOutput,
): Stage {
  const containers = new Map<string, Container>();
  return {
    async invoke(event) {
      const trigger = triggerOf(event.triggerSource);
      if (!built.has(trigger)) return undefined;
      let running = containers.get(trigger);
      if (!running) {
        running = container({
          folder: join(dist, trigger),
          trigger,
          environment,
          ...(onOutput && { onOutput }),
        });
        containers.set(trigger, running);
      }
      return running.invoke(event);
    },
    close() {
      for (const running of containers.values()) running.close();
    },
  };
}

/** Returns the names of the triggers in the build in `dist`. */
export function builtTriggers(dist: string): ReadonlySet<string> {
  return new Set(Object.keys(builtManifest(dist)));
}

/**
 * Returns the manifest of the build in `dist`.
 *
 * @throws SetupError when there is no build, or the manifest is another program's
 */
export function builtManifest(dist: string): Manifest {
  return manifestIn(dist, "leave --no-build out once, or name the folder of a build with --out");
}
