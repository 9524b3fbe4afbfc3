import { note, noted } from "../log/note.ts";
import type { PreSignUpEvent } from "../trigger/pre-sign-up-event.ts";
import type { Responder } from "../trigger/responder.ts";
import type { Policy } from "./policy.ts";

/**
 * The responder of pre sign-up: the first refusal among the policies, asked in order. Nobody is ever
 * confirmed or verified by it: `autoVerifyEmail` would take an alias away from whoever owns it.
 */
export function preSignUp(policies: readonly Policy[]): Responder<PreSignUpEvent> {
  return async (event, call) => {
    for (const policy of policies) {
      const refusal = await policy(event, call);
      if (refusal === undefined) continue;
      note(call, { outcome: "refused" });
      return refusal;
    }
    note(call, { outcome: noted(call).outcome ?? "allowed" });
    return undefined;
  };
}
