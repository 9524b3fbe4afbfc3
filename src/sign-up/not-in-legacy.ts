import { within } from "../abort/within.ts";
import type { Directory, SignInForm } from "../directory/directory.ts";
import { handleUnavailable } from "../directory/directory-unavailable.ts";
import { sharesVerifiedContact } from "../migration/is-same-person.ts";
import { prefetch } from "../parameter/prefetch.ts";
import type { Setting } from "../parameter/setting.ts";
import type { Attributes } from "../trigger/pool-event.ts";
import type { PreSignUpEvent } from "../trigger/pre-sign-up-event.ts";
import { Refusal } from "../trigger/refusal.ts";
import type { Policy } from "./policy.ts";

export interface NotInLegacyOptions {
  /** The pool's form of sign-in, which its events do not contain. */
  readonly signIn: Setting<SignInForm>;
  /** The behaviour when the store cannot answer: refuse every sign-up ("try again later"), or allow it. */
  readonly whenUnavailable: Setting<"refuse" | "allow">;
  /** The store's name in the log; `legacy` when left out. */
  readonly store?: string;
}

/**
 * Returns a policy that refuses a sign-up under the name of a person in the legacy directory, whom migration could
 * then never migrate. It looks up whatever people sign in with. Its refusal is `LEGACY_ACCOUNT`, upon which an app
 * should point to account recovery. Everybody but the unknown counts as a legacy person, the barred included.
 *
 * A recovery's own migration may arrive as `PreSignUp_SignUp` too. It has a verified contact, which no sign-up of
 * a person has, so it passes when that contact is verified in the person's row as well. It is not known whether
 * strangers may send `email_verified` themselves through an app client without explicit `WriteAttributes`: give
 * yours an explicit list without `email_verified` and `phone_number_verified`.
 *
 * The policy throws when the store is unavailable and sign-ups are then refused, with its failure as `cause`.
 */
export function notInLegacy(directory: Directory, options: NotInLegacyOptions): Policy {
  const { store = "legacy" } = options;
  return async (event, call) => {
    const attributes = event.request.userAttributes ?? {};
    const whenUnavailable = prefetch(options.whenUnavailable, call.signal);
    const signIn = prefetch(options.signIn, call.signal);
    try {
      for (const name of namesOf(event, attributes, await within(call.signal, signIn))) {
        const outcome = await within(call.signal, directory.find(name, call));
        if (outcome.is === "unknown") continue;
        if (outcome.is === "unavailable") throw outcome.cause;
        if (outcome.is === "found" && sharesVerifiedContact(outcome.user, attributes)) continue;
        const { is, why } = { why: undefined, ...outcome };
        call.annotate({ stores: [{ store, outcome: is, why }] });
        return new Refusal("LEGACY_ACCOUNT", "There is an account already. Reset its password to sign in");
      }
    } catch (cause) {
      const isConcealed = whenUnavailable.then((word) => word === "allow");
      return handleUnavailable(cause, call, { store, isConcealed });
    }
    return undefined;
  };
}

/** Returns the names that the new person could sign in with. */
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
