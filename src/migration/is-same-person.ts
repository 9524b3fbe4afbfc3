import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import type { Attributes } from "../trigger/pool-event.ts";
import { contactsOf, verifiedContacts } from "./contacts.ts";
import { isEqualButForCase } from "./is-equal-but-for-case.ts";
import { looksLikeAlias } from "./pool-user-name.ts";

/**
 * Whether `typed` is a name of this person in a form of sign-in; of their contacts, only those given count.
 *
 * Databases compare more loosely: a collation may take `ä` for `a`, `ß` for `ss` or a full-width letter for a plain
 * one, and would give one person's account to another. So emails and user names are equal but for case, phone numbers
 * exactly. In a pool with aliases, an email address or a phone number is never a user name.
 */
export function isSamePerson(
  typed: string,
  { username, attributes }: Pick<LegacyUser, "username" | "attributes">,
  signIn: SignInForm,
  contacts = contactsOf({ attributes }),
): boolean {
  const isNamed = (name: string | undefined) => name !== undefined && isEqualButForCase(name, typed);
  const isEmail = isNamed(contacts.email);
  const isPhone = contacts.phone === typed;
  switch (signIn) {
    case "email":
      return isEmail;
    case "phone":
      return isPhone;
    case "email-or-phone":
      return typed.includes("@") ? isEmail : isPhone;
    case "username":
      return isNamed(username);
    case "alias":
      return looksLikeAlias(typed)
        ? isEmail || isPhone
        : isNamed(username) || isNamed(attributes.preferred_username);
  }
}

/**
 * Whether a recovery may migrate this person by `typed`. A contact has to be verified in the store: otherwise the
 * pool would give it to the owner of the row's other contact.
 */
export function isProvenName(typed: string, user: LegacyUser, signIn: SignInForm): boolean {
  return isSamePerson(typed, user, signIn, verifiedContacts(user));
}

/** Whether the pool and the row have verified the same contact. */
export function sharesVerifiedContact(user: LegacyUser, attributes: Attributes): boolean {
  const { email = "", email_verified, phone_number = "", phone_number_verified } = attributes;
  return (
    (email_verified === "true" && isProvenName(email, user, "email")) ||
    (phone_number_verified === "true" && isProvenName(phone_number, user, "phone"))
  );
}
