import { note } from "../log/note.ts";
import type { Call } from "../trigger/responder.ts";

/** The error of a look-up that broke, with what broke as its `cause`. */
export function unavailable(cause: unknown): Error {
  return new Error("The legacy directory is unavailable.", { cause });
}

/**
 * What a broken look-up comes to: the outcome `unavailable`, and either a fault in the log and no answer, or
 * when it is to be told, {@link unavailable} thrown.
 */
export function answerWithout(
  cause: unknown,
  call: Call,
  { isTold }: { readonly isTold: boolean },
): undefined {
  note(call, { outcome: "unavailable" });
  if (isTold) throw unavailable(cause);
  note(call, { fault: cause ?? unavailable(cause) });
}
