import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import type { Attributes } from "../trigger/pool-event.ts";
import { contactsOf, verifiedContacts } from "./contacts.ts";
import { isEqualButForCase } from "./is-equal-but-for-case.ts";
import { isLikeAnAlias } from "./pool-user-name.ts";

/**
 * Whether what was typed is this person's name in the given form of sign-in.
 *
 * Databases compare more loosely than this: a collation may take `ä` for `a`, `ß` for `ss` or a full-width
 * letter for a plain one, and would then hand one person's account to another. So emails and user names
 * are equal but for case, phone numbers exactly. Beside aliases the form of a name decides what it can be: an
 * email address or a phone number is never a user name.
 */
export function isSamePerson(
  typed: string,
  { username, attributes }: Pick<LegacyUser, "username" | "attributes">,
  signIn: SignInForm,
): boolean {
  const named = (name: string | undefined) => name !== undefined && isEqualButForCase(name, typed);
  const contacts = contactsOf({ attributes });
  const email = named(contacts.email);
  const phone = contacts.phone === typed;
  const { preferred_username: preferred } = attributes;
  switch (signIn) {
    case "email":
      return email;
    case "phone":
      return phone;
    case "email-or-phone":
      return typed.includes("@") ? email : phone;
    case "username":
      return named(username);
    case "alias":
      return isLikeAnAlias(typed) ? email || phone : named(username) || named(preferred);
  }
}

/**
 * Whether what was typed is a name that a recovery may bring this person in by: a contact only if the store
 * has verified it, for the pool would give the name to whoever has the row's other contact.
 */
export function isProvenName(typed: string, user: LegacyUser, signIn: SignInForm): boolean {
  const { email, phone } = verifiedContacts(user);
  const isEmail = email !== undefined && isEqualButForCase(email, typed);
  const isPhone = phone === typed;
  switch (signIn) {
    case "email":
      return isEmail;
    case "phone":
      return isPhone;
    case "email-or-phone":
      return isEmail || isPhone;
    case "username":
      return true;
    case "alias":
      return isEmail || isPhone || !isLikeAnAlias(typed);
  }
}

/** Whether a contact that is verified in the pool is this person's, and verified in the row too. */
export function sharesVerifiedContact(user: LegacyUser, attributes: Attributes): boolean {
  const { email, email_verified, phone_number, phone_number_verified } = attributes;
  return (
    (email_verified === "true" && isProvenName(email ?? "", user, "email")) ||
    (phone_number_verified === "true" && isProvenName(phone_number ?? "", user, "phone"))
  );
}
