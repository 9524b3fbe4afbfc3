import type { Call } from "../trigger/responder.ts";

/** A directory whose people can be marked as moved to the pool. */
export interface Movable {
  /** Marks the person with this id as moved; once is as good as twice. Rejects when it cannot. */
  move(id: string, call: Call): Promise<void>;
}
