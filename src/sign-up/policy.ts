import type { PreSignUpEvent } from "../trigger/pre-sign-up-event.ts";
import type { Refusal } from "../trigger/refusal.ts";
import type { Call } from "../trigger/responder.ts";

/** One reason why somebody may not sign up; `undefined`: as far as this one goes, they may. */
export type Policy = (event: PreSignUpEvent, call: Call) => Promise<Refusal | undefined>;
