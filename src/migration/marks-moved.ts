import type { People, SignInForm } from "../directory/directory.ts";
import type { Movable } from "../directory/movable.ts";
import { DirectoryUnavailable } from "../directory/unavailable.ts";
import { note } from "../log/note.ts";
import type { Mark, Recovered } from "./post-confirmation.ts";
import { isSamePerson, sharesVerifiedContact } from "./same-person.ts";

export interface MarksMovedOptions {
  /** How people sign in to the pool: its events do not tell. */
  readonly signIn: SignInForm;
  /** What log and metrics call the store; `legacy` when left out. */
  readonly store?: string;
}

/**
 * Marks the row of the person in the legacy directory. They are found again by what the pool knows of them:
 * their email address, phone number or user name, by the form of sign-in. Only a row that shares a contact
 * with the pool's user, verified in both, is theirs: a name alone, or an address that nobody has verified,
 * would close the account of somebody else.
 *
 * The mark rejects when the store is unavailable, with what broke as `cause`.
 */
export function marksMoved(people: People & Movable, { signIn, store = "legacy" }: MarksMovedOptions): Mark {
  // Beside aliases the pool's user name is the row's: migration supplied it.
  const form = signIn === "alias" ? "username" : signIn;
  const mark: Mark = async (person, call) => {
    const name = nameOf(person, form);
    if (!name) return "unknown";
    const outcome = await people.find(name, call);
    if (outcome.is === "unavailable") throw new DirectoryUnavailable(outcome.cause);
    if (outcome.is !== "found") return "unknown";
    const { user } = outcome;
    if (!isSamePerson(name, user, form) || !sharesVerifiedContact(user, person.attributes)) return "unknown";
    await people.move(user.id, call);
    return "moved";
  };
  return async (person, call) => {
    const told = (outcome: string) => note(call, { stores: [{ store, outcome }] });
    try {
      const outcome = await mark(person, call);
      told(outcome);
      return outcome;
    } catch (error) {
      told("unavailable");
      throw error;
    }
  };
}

function nameOf({ userName, attributes }: Recovered, form: Exclude<SignInForm, "alias">): string | undefined {
  return { email: attributes.email, phone: attributes.phone_number, username: userName }[form];
}
