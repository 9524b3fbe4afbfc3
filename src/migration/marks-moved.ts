import type { Directory, SignInForm } from "../directory/directory.ts";
import type { Movable } from "../directory/movable.ts";
import type { Mark, Recovered } from "./post-confirmation.ts";
import { isSamePerson } from "./same-person.ts";

/**
 * Marks the row of the person in the legacy directory. They are found again by what the pool knows of them:
 * their email address, phone number or user name, by the form of sign-in. A contact that the pool has not
 * verified finds nobody: with a stranger's address in it, somebody's own recovery would close the stranger's
 * legacy account.
 *
 * The mark rejects when the store is unavailable, with what broke as `cause`.
 */
export function marksMoved(
  directory: Directory & Movable,
  { signIn }: { readonly signIn: SignInForm },
): Mark {
  // Beside aliases the pool's user name is the row's: migration supplied it.
  const form = signIn === "alias" ? "username" : signIn;
  return async (person, call) => {
    const name = nameOf(person, form);
    if (!name) return "unknown";
    const outcome = await directory.find(name, call);
    if (outcome.is === "unavailable") {
      throw new Error("The legacy directory is unavailable.", { cause: outcome.cause });
    }
    if (outcome.is !== "found" || !isSamePerson(name, outcome.user, form)) return "unknown";
    await directory.move(outcome.user.id, call);
    return "moved";
  };
}

function nameOf({ userName, attributes }: Recovered, form: Exclude<SignInForm, "alias">): string | undefined {
  switch (form) {
    case "email":
      return attributes.email_verified === "true" ? attributes.email : undefined;
    case "phone":
      return attributes.phone_number_verified === "true" ? attributes.phone_number : undefined;
    case "username":
      return userName;
  }
}
