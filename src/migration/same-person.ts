import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import { asciiLower } from "./ascii-lower.ts";

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
