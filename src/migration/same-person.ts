import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import type { Attributes } from "../trigger/pool-event.ts";
import { asciiLower } from "./ascii-lower.ts";
import { isLikeAnAlias } from "./pool-user-name.ts";

/**
 * Whether what was typed is this person's name in the given form of sign-in.
 *
 * Databases compare more loosely than this: a collation may take `ä` for `a`, `ß` for `ss` or a full-width
 * letter for a plain one, and would then hand one person's account to another. So emails and user names
 * are equal but for the case of ASCII letters, phone numbers exactly.
 */
export function isSamePerson(
  typed: string,
  { username, attributes }: Pick<LegacyUser, "username" | "attributes">,
  signIn: SignInForm,
): boolean {
  const named = (name: string | undefined) => name !== undefined && asciiLower(name) === asciiLower(typed);
  const phone = attributes.phone_number === typed;
  switch (signIn) {
    case "email":
      return named(attributes.email);
    case "phone":
      return phone;
    case "username":
      return named(username);
    case "alias":
      return named(username) || named(attributes.preferred_username) || named(attributes.email) || phone;
  }
}

/**
 * Whether what was typed is a name that a recovery may bring this person in by: a contact only if the store
 * has verified it, for the pool would give the name to whoever has the row's other contact.
 */
export function isProvenName(typed: string, user: LegacyUser, signIn: SignInForm): boolean {
  const email = user.emailVerified && isSamePerson(typed, user, "email");
  const phone = user.phoneVerified && isSamePerson(typed, user, "phone");
  switch (signIn) {
    case "email":
      return email;
    case "phone":
      return phone;
    case "username":
      return true;
    case "alias":
      return email || phone || !isLikeAnAlias(typed);
  }
}

/** Whether a contact that is verified in the pool is this person's, and verified in the row too. */
export function sharesVerifiedContact(user: LegacyUser, attributes: Attributes): boolean {
  const { email, email_verified, phone_number, phone_number_verified } = attributes;
  return (
    (email_verified === "true" && user.emailVerified && isSamePerson(email ?? "", user, "email")) ||
    (phone_number_verified === "true" &&
      user.phoneVerified &&
      isSamePerson(phone_number ?? "", user, "phone"))
  );
}
