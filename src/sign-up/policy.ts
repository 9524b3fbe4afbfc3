import type { PreSignUpEvent, PreSignUpSource } from "../trigger/pre-sign-up-event.ts";
import type { Refusal } from "../trigger/refusal.ts";
import type { Call } from "../trigger/responder.ts";

/** One reason why somebody may not sign up: returns a refusal, or `undefined` where it has nothing against them. */
export interface Policy {
  (event: PreSignUpEvent, call: Call): Promise<Refusal | undefined>;
  /**
   * The sources that it is asked about; `PreSignUp_SignUp`, a public sign-up, when left out. A policy that is
   * asked about `PreSignUp_AdminCreateUser` decides about migrations and invitations too.
   */
  readonly sources?: readonly PreSignUpSource[];
}
