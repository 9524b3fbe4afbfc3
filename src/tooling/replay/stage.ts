import { join } from "node:path";
import type { Manifest } from "../build/manifest.ts";
import { manifestIn } from "../build/manifest-file.ts";
import type { RawEvent } from "../local-pool/raw-event.ts";
import { type Container, container, type OnOutput } from "./container.ts";
import type { Invocation } from "./invocation.ts";
import type { DeskEnvironment } from "./local-environment.ts";

/** The built triggers of a pool, each in a container of its own, under one environment. */
export interface Stage {
  /** `undefined` when no trigger was built for the event's source. */
  invoke(event: RawEvent): Promise<Invocation | undefined>;
  close(): void;
}

/** The trigger that a source belongs to, named as its file: `CustomMessage_SignUp` -> `custom-message`. */
export function triggerOf(source: string): string {
  return source
    .replace(/_.*/s, "")
    .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
    .toLowerCase();
}

/** A stage over what `build` wrote to `dist`; processes start when first wanted. */
export function stageOf(
  dist: string,
  built: ReadonlySet<string>,
  environment: DeskEnvironment,
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

/** The triggers that an earlier build left in `dist`. */
export function builtTriggers(dist: string): ReadonlySet<string> {
  return new Set(Object.keys(builtManifest(dist)));
}

/**
 * What an earlier build left in `dist`.
 *
 * @throws SetupError when there was none, or the manifest there is another program's
 */
export function builtManifest(dist: string): Manifest {
  return manifestIn(dist, "leave --no-build out once, or name the folder of a build with --out");
}
