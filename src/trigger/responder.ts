import type { Annotations } from "../annotations/annotations.ts";
import type { Metadata } from "./metadata.ts";
import type { PreSignUpEvent } from "./pre-sign-up-event.ts";
import type { Refusal } from "./refusal.ts";
import type { TriggerEvent } from "./trigger-event.ts";

/** The context of an invocation, which a responder and every port receive besides their own argument. */
export interface Call {
  /** Aborts at the deadline, early enough to answer Cognito. */
  readonly signal: AbortSignal;
  /** The validated client metadata (at a sign-in, the validation data); `{}` when there is none. */
  readonly metadata: Metadata;
  /** The app client, if the event names one. */
  readonly clientId: string | undefined;
  /** Adds to the one log line of this invocation. Add nothing personal: many people read logs. */
  annotate(more: Annotations): void;
}

/** The response keys to set, or `undefined` to return the event unchanged. Pre sign-up may return a refusal. */
export type Answer<E extends TriggerEvent> =
  | Partial<E["response"]>
  | undefined
  | (E extends PreSignUpEvent ? Refusal : never);

/** Takes an event and returns its response; {@link triggerHandler} returns the whole event. */
export type Responder<E extends TriggerEvent> = (event: E, call: Call) => Promise<Answer<E>>;

/**
 * Returns a responder that calls several in order and returns the first answer. A pool has one function per
 * trigger, so this combines a team's own logic with ours.
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
