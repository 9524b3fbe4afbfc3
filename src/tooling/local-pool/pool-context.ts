import type { PoolSettings } from "./pool-settings.ts";
import type { RawEvent } from "./raw-event.ts";
import type { TriggerAnswer } from "./trigger-answer.ts";
import type { Users } from "./users.ts";

/** The settings, state and ports that every operation of the pool uses. */
export interface PoolContext {
  readonly settings: PoolSettings;
  readonly users: Users;
  /** Runs the trigger of an event; `undefined` when the pool has none for it. */
  readonly invoke: (event: RawEvent) => Promise<TriggerAnswer | undefined>;
  readonly deliver: (message: DeliveredMessage) => void;
  /** Returns milliseconds since 1970. */
  readonly now: () => number;
  /** Returns the next code: six digits. */
  readonly code: () => string;
}

export interface DeliveredMessage {
  readonly medium: "EMAIL" | "SMS";
  readonly to: string;
  /** Emails only. */
  readonly subject?: string;
  readonly text: string;
}

/** The client metadata of one API call. */
export type ClientMetadata = Readonly<Record<string, string>>;
