import { within } from "../abort/within.ts";
import type { Directory, SignInForm } from "../directory/directory.ts";
import { answerWithout } from "../directory/unavailable.ts";
import { sharesVerifiedContact } from "../migration/same-person.ts";
import { prefetch } from "../parameter/prefetch.ts";
import type { Setting } from "../parameter/setting.ts";
import type { Attributes } from "../trigger/pool-event.ts";
import type { PreSignUpEvent } from "../trigger/pre-sign-up-event.ts";
import { Refusal } from "../trigger/refusal.ts";
import type { Call } from "../trigger/responder.ts";
import type { Policy } from "./policy.ts";

export interface NotInLegacyOptions {
  /** How people sign in to the pool: its events do not say. */
  readonly signIn: Setting<SignInForm>;
  /** When the store cannot answer: nobody signs up ("try again later"), or anybody does. */
  readonly whenUnavailable: Setting<"refuse" | "allow">;
  /** What the log calls the store; `legacy` when left out. */
  readonly store?: string;
}

/**
 * Keeps a stranger from signing up under the name of a person in the legacy directory, whom migration would
 * then never bring in. Looks at whatever people sign in with, and refuses with `LEGACY_ACCOUNT`: point to account recovery there. A person of whom the directory says anything but
 * `unknown` counts, so a barred one too.
 *
 * A recovery's own migration may arrive as `PreSignUp_SignUp` as well. It carries a contact that is verified
 * already, which no sign-up of a person does, so it is let through when that contact is verified in the
 * person's row too. Whether a stranger may send `email_verified` themselves is not known for an app client
 * without explicit `WriteAttributes`: leave `email_verified` and `phone_number_verified` out of your
 * client's, explicitly.
 *
 * @throws when the store is unavailable and nobody shall sign up then, with what broke as `cause`
 */
export function notInLegacy(directory: Directory, options: NotInLegacyOptions): Policy {
  const { store = "legacy" } = options;
  const annotate = (outcome: string, call: Call) => call.annotate({ stores: [{ store, outcome }] });
  return async (event, call) => {
    const attributes = event.request.userAttributes ?? {};
    const policy = prefetch(options.whenUnavailable, call.signal);
    const signIn = prefetch(options.signIn, call.signal);
    try {
      for (const name of namesOf(event, attributes, await within(call.signal, signIn))) {
        const outcome = await within(call.signal, directory.find(name, call));
        if (outcome.is === "unknown") continue;
        if (outcome.is === "unavailable") throw outcome.cause;
        if (outcome.is === "found" && sharesVerifiedContact(outcome.user, attributes)) continue;
        annotate(outcome.is, call);
        return new Refusal("LEGACY_ACCOUNT", "There is an account already. Reset its password to sign in");
      }
    } catch (cause) {
      annotate("unavailable", call);
      return answerWithout(cause, call, { whenUnavailable: policy, untold: "allow" });
    }
    return undefined;
  };
}

/** What the new person could type to sign in. */
function namesOf(event: PreSignUpEvent, attributes: Attributes, signIn: SignInForm): readonly string[] {
  const { email, phone_number: phone, preferred_username: preferred } = attributes;
  const userName = event.userName ?? undefined;
  const names = {
    email: [email],
    phone: [phone],
    "email-or-phone": [email, phone],
    username: [userName],
    alias: [userName, preferred, email, phone],
  }[signIn];
  return [...new Set(names.filter((name) => name !== undefined && name !== ""))] as readonly string[];
}
