import type { Annotations } from "../annotations/annotations.ts";
import type { Metadata } from "./client-metadata.ts";
import type { TriggerEvent } from "./event.ts";
import type { PreSignUpEvent } from "./pre-sign-up-event.ts";
import type { Refusal } from "./refusal.ts";

/** What a responder and every port receive besides their own argument. */
export interface Call {
  /** Aborts at the deadline, with time left to answer Cognito. */
  readonly signal: AbortSignal;
  /** The validated client metadata (or sign-in's validation data); `{}` when there is none. */
  readonly metadata: Metadata;
  /** The app client, when the event names one. */
  readonly clientId: string | undefined;
  /** Adds to the one log line of this invocation. Nothing personal: the line is kept, and read by many. */
  annotate(more: Annotations): void;
}

/** The response keys to set; `undefined`: the event goes back unchanged; pre sign-up alone may refuse. */
export type Answer<E extends TriggerEvent> =
  | Partial<E["response"]>
  | undefined
  | (E extends PreSignUpEvent ? Refusal : never);

/** Takes an event and returns a response; {@link triggerHandler} gives the event back whole. */
export type Responder<E extends TriggerEvent> = (event: E, call: Call) => Promise<Answer<E>>;

/**
 * The first answer among several responders, asked in order: a pool has one function for each trigger,
 * so this is how a team's own logic stands beside ours.
 *
 * @example
 * ```ts
 * triggerHandler(firstAnswer(userMigration(customers, options), userMigration(partners, options)));
 * ```
 */
export function firstAnswer<E extends TriggerEvent>(...responders: readonly Responder<E>[]): Responder<E> {
  return async (event, call) => {
    for (const responder of responders) {
      const answer = await responder(event, call);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
}
