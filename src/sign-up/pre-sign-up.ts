import type { PreSignUpEvent } from "../trigger/pre-sign-up-event.ts";
import type { Responder } from "../trigger/responder.ts";
import type { Policy } from "./policy.ts";

/**
 * The responder of pre sign-up: the first refusal among the policies that apply to the event's source, asked in
 * order. Nobody is ever
 * confirmed or verified by it: `autoVerifyEmail` would take an alias away from whoever owns it.
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
