import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import type { MigratedAttributes, VerifiedContact } from "../trigger/user-migration-event.ts";
import { attributeRejection } from "./attribute-rejection.ts";
import { contactsOf, verifiedContacts } from "./contacts.ts";
import { isEqualButForCase } from "./is-equal-but-for-case.ts";
import { isProvenName } from "./is-same-person.ts";
import { isAcceptedWithAliases } from "./pool-user-name.ts";

/** The attributes that a migration writes, and a warning for each that Cognito would have rejected. */
export interface AcceptedAttributes<A> {
  readonly attributes: A;
  /** Sentences with the attributes' names, and without values. */
  readonly warnings: readonly string[];
}

/** Attributes that are never copied from a row. */
const OURS = new Set(["sub", "username", "email_verified", "phone_number_verified"]);

/** Returns the attributes of a sign-in. An unverified contact is among them, without its flag. */
export function attributesForSignIn(
  user: LegacyUser,
  typed: string,
  signIn: SignInForm,
): AcceptedAttributes<MigratedAttributes> {
  const { attributes, warnings } = accepted(user, typed, signIn);
  const { email, phone } = verified(user);
  return { attributes: { ...attributes, ...email, ...phone }, warnings };
}

/** Returns the attributes of a recovery; `undefined` without a verified contact, which a code could be sent to. */
export function attributesForRecovery(
  user: LegacyUser,
  typed: string,
  signIn: SignInForm,
): AcceptedAttributes<(MigratedAttributes & VerifiedContact) | undefined> {
  const { attributes, warnings } = accepted(user, typed, signIn);
  const { email, phone } = verified(user);
  if (email) return { attributes: { ...attributes, ...phone, ...email }, warnings };
  return { attributes: phone && { ...attributes, ...phone }, warnings };
}

/** Returns the verified contacts as attributes, each with its flag. */
function verified(user: LegacyUser) {
  const { email, phone } = verifiedContacts(user);
  return {
    email: email === undefined ? undefined : ({ email, email_verified: "true" } as const),
    phone:
      phone === undefined ? undefined : ({ phone_number: phone, phone_number_verified: "true" } as const),
  };
}

/** Returns the attributes that Cognito accepts, contacts in its form. Any other would make it reject the user. */
function accepted(
  user: LegacyUser,
  typed: string,
  signIn: SignInForm,
): AcceptedAttributes<MigratedAttributes> {
  const { email, phone } = contactsOf(user);
  const attributes: Record<string, string> = {};
  const warnings: string[] = [];
  for (const [name, stored] of Object.entries(user.attributes)) {
    if (OURS.has(name) || stored === "" || isUserNameAgain(name, stored, user, signIn)) continue;
    const value = { email, phone_number: phone }[name] ?? stored;
    const rejection = attributeRejection(name, value) ?? aliasRejection(name, value, user, signIn, typed);
    if (rejection === undefined) attributes[name] = value;
    else warnings.push(`${name} ${rejection}: it is left out.`);
  }
  return { attributes: attributes as MigratedAttributes, warnings };
}

/**
 * Whether an attribute repeats the user name. In a pool with aliases, Cognito has rejected a user whose two names are
 * the same (github.com/aws/aws-sdk-net/issues/761).
 */
function isUserNameAgain(name: string, value: string, { username = "" }: LegacyUser, signIn: SignInForm) {
  return signIn === "alias" && name === "preferred_username" && isEqualButForCase(value, username);
}

/** Returns why an attribute that people sign in with could take a name from its owner. */
function aliasRejection(
  name: string,
  value: string,
  user: LegacyUser,
  signIn: SignInForm,
  typed: string,
): string | undefined {
  if (signIn === "alias" && name === "preferred_username" && !isAcceptedWithAliases(value)) {
    return "is not a user name that a pool with aliases accepts";
  }
  // Where contacts are the user names, Cognito accepts unverified ones too.
  const isName = signIn === "email-or-phone" && (name === "email" || name === "phone_number");
  if (!isName || isProvenName(value, user, signIn) || isEqualButForCase(value, typed)) return undefined;
  return "is not verified, and people sign in with it";
}
