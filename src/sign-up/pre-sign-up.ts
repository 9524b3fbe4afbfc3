import type { PreSignUpEvent } from "../trigger/pre-sign-up-event.ts";
import type { Responder } from "../trigger/responder.ts";
import type { Policy } from "./policy.ts";

/**
 * Returns the responder of pre sign-up, whose answer is the first refusal of the policies that apply to the event's
 * source, in order. It never confirms or verifies anybody: `autoVerifyEmail` would take an alias from its owner.
 */
export function preSignUp(policies: readonly Policy[]): Responder<PreSignUpEvent> {
  return async (event, call) => {
    for (const policy of policies) {
      const { sources = ["PreSignUp_SignUp"] } = policy;
      if (!sources.includes(event.triggerSource)) continue;
      const refusal = await policy(event, call);
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  };
}
