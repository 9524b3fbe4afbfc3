import type { PreSignUpEvent, PreSignUpSource } from "../trigger/pre-sign-up-event.ts";
import type { Refusal } from "../trigger/refusal.ts";
import type { Call } from "../trigger/responder.ts";

/** A rule for sign-ups: returns a refusal, or `undefined` to allow. */
export interface Policy {
  (event: PreSignUpEvent, call: Call): Promise<Refusal | undefined>;
  /**
   * The sources that the policy applies to; `PreSignUp_SignUp`, a public sign-up, when left out. One that applies
   * to `PreSignUp_AdminCreateUser` decides on migrations and invitations too.
   */
  readonly sources?: readonly PreSignUpSource[];
}
