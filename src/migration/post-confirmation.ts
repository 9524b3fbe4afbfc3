import { note } from "../log/note.ts";
import { within } from "../trigger/deadline.ts";
import type { Attributes } from "../trigger/pool-event.ts";
import type { PostConfirmationEvent } from "../trigger/post-confirmation-event.ts";
import type { Call, Responder } from "../trigger/responder.ts";

/** Who has finished a recovery, as the pool knows them. */
export interface Recovered {
  readonly userName: string;
  readonly attributes: Attributes;
}

/** Marks a person as moved in the store that they came from; `unknown` when they did not come from there. */
export type Mark = (person: Recovered, call: Call) => Promise<"moved" | "unknown">;

/**
 * The responder of post confirmation: marks whoever has set a new password with a code as moved, for this
 * is the first proof that the person owns the contact. It happens at each of their recoveries, so a mark
 * must be as good once as twice.
 *
 * The recovery has succeeded whatever becomes of the mark: one that fails or takes too long is the outcome
 * `not-marked` and a fault in the log. Never throws; the event goes back unchanged.
 */
export function postConfirmation(mark: Mark): Responder<PostConfirmationEvent> {
  return async (event, call) => {
    if (event.triggerSource !== "PostConfirmation_ConfirmForgotPassword") {
      note(call, { outcome: "passed" });
      return undefined;
    }
    const person = { userName: event.userName ?? "", attributes: event.request.userAttributes ?? {} };
    try {
      note(call, { outcome: await within(call.signal, mark(person, call)) });
    } catch (cause) {
      note(call, { outcome: "not-marked", fault: cause ?? new Error("The mark failed.") });
    }
    return undefined;
  };
}
