import type { LegacyUser } from "../directory/directory.ts";
import { attributeRejection } from "./attribute-rejection.ts";

/** A person's contacts. */
export interface Contacts {
  readonly email: string | undefined;
  readonly phone: string | undefined;
}

/**
 * Returns the contacts of a row in Cognito's form: trimmed, and a phone number with a country code without its
 * punctuation. `(555) 123-4567`, which has no country code, and `+49 (0)151 …`, with a digit that
 * is not dialed from abroad, stay as they are.
 */
export function contactsOf({ attributes }: Pick<LegacyUser, "attributes">): Contacts {
  const { email, phone_number: phone } = attributes;
  return {
    email: typeof email === "string" ? email.trim() : undefined,
    phone: typeof phone === "string" ? internationalNumber(phone.trim()) : undefined,
  };
}

/** Returns the contacts that the store has verified and Cognito accepts. */
export function verifiedContacts(user: LegacyUser): Contacts {
  const { email, phone } = contactsOf(user);
  return {
    email: user.emailVerified === true && !attributeRejection("email", email) ? email : undefined,
    phone: user.phoneVerified === true && !attributeRejection("phone_number", phone) ? phone : undefined,
  };
}

function internationalNumber(text: string): string {
  return /^\+\d[\d ().\-\xa0\u2009\u2010\u2011\u2013\u202f]*$/.test(text) && !/\(\s*0/.test(text)
    ? `+${text.replace(/\D/g, "")}`
    : text;
}
