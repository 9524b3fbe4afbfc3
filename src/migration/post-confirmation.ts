import { within } from "../abort/within.ts";
import type { Directory, SignInForm } from "../directory/directory.ts";
import { DirectoryUnavailable } from "../directory/directory-unavailable.ts";
import { SetupError } from "../error/setup-error.ts";
import { prefetch } from "../parameter/prefetch.ts";
import type { Setting } from "../parameter/setting.ts";
import type { PostConfirmationEvent } from "../trigger/post-confirmation-event.ts";
import type { Call, Responder } from "../trigger/responder.ts";
import { isProvenName, isSamePerson, sharesVerifiedContact } from "./is-same-person.ts";

export interface PostConfirmationOptions {
  /** How people sign in to the pool; the events do not contain it. */
  readonly signIn: Setting<SignInForm>;
  /** The store's name in log and metrics; `legacy` when left out. */
  readonly store?: string;
}

/** A directory that can mark people as migrated. */
type MarkingDirectory = Directory & Required<Pick<Directory, "markMigrated">>;

/**
 * Returns the responder of post confirmation. It marks a person as migrated in the directory when they have set a new
 * password with a code: the code is the first proof that they own the contact.
 *
 * It finds the row by a contact if people sign in with contacts, otherwise by the user name. The row is theirs only if
 * that contact (with user names, any contact) is verified both in the pool and in the row. A name alone, or an
 * unverified address, could mark the row of another person.
 *
 * The outcome is `completed`, `unchanged` (the statement changed no row), `unknown` (no such row), or
 * `not-marked` with a fault in the log (the store failed or was too slow, but the recovery has succeeded). The responder never throws and returns the event unchanged.
 *
 * @throws a {@link SetupError} for a directory without `markMigrated`
 */
export function postConfirmation(
  directory: Directory,
  { signIn, store = "legacy" }: PostConfirmationOptions,
): Responder<PostConfirmationEvent> {
  if (!directory.markMigrated) {
    throw new SetupError(
      "The directory of postConfirmation cannot mark people as migrated: give sqlDirectory a statement `markMigrated`, or your own directory that method.",
    );
  }
  const marking = directory as MarkingDirectory;
  return async (event, call) => {
    if (event.triggerSource !== "PostConfirmation_ConfirmForgotPassword") {
      call.annotate({ outcome: "passed" });
      return undefined;
    }
    try {
      const outcome = await within(call.signal, mark(marking, event, prefetch(signIn, call.signal), call));
      call.annotate({ outcome, stores: [{ store, outcome }] });
    } catch (cause) {
      const fault = cause ?? new Error("Marking the row failed.");
      call.annotate({ outcome: "not-marked", stores: [{ store, outcome: "unavailable" }], fault });
    }
    return undefined;
  };
}

/** Marks the first row that is the person's own. */
async function mark(
  directory: MarkingDirectory,
  { userName, request }: PostConfirmationEvent,
  signIn: Promise<SignInForm>,
  call: Call,
): Promise<"completed" | "unchanged" | "unknown"> {
  const attributes = request.userAttributes ?? {};
  const { email, email_verified, phone_number, phone_number_verified } = attributes;
  const contacts = {
    email: email_verified === "true" ? email : undefined,
    phone: phone_number_verified === "true" ? phone_number : undefined,
  };
  const form = await signIn;
  // In a pool with aliases, user migration has set the user name to the row's.
  const names = {
    email: [contacts.email],
    phone: [contacts.phone],
    "email-or-phone": [contacts.email, contacts.phone],
    username: [userName],
    alias: [userName],
  }[form];
  for (const name of names) {
    if (!name) continue;
    const outcome = await directory.find(name, call);
    if (outcome.is === "unavailable") throw new DirectoryUnavailable(outcome.cause);
    if (outcome.is !== "found") continue;
    const { user } = outcome;
    const isTheirs =
      form === "username" || form === "alias"
        ? isSamePerson(name, user, "username") && sharesVerifiedContact(user, attributes)
        : isProvenName(name, user, form);
    if (isTheirs) return (await directory.markMigrated(user.id, call)) ? "completed" : "unchanged";
  }
  return "unknown";
}
