import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import type { MigratedAttributes, VerifiedContact } from "../trigger/user-migration-event.ts";
import { attributeRejection } from "./attribute-rejection.ts";
import { contactsOf, verifiedContacts } from "./contacts.ts";
import { isEqualButForCase } from "./is-equal-but-for-case.ts";
import { isProvenName } from "./is-same-person.ts";
import { isNameBesideAliases } from "./pool-user-name.ts";

/** What a migration writes of a person, and what it leaves out of their row. */
export interface Migrated<A> {
  readonly attributes: A;
  /** What Cognito would have rejected, by attribute; no value is in it. */
  readonly warnings: readonly string[];
}

/** Decided by us, never copied from a row. */
const OURS = new Set(["sub", "username", "email_verified", "phone_number_verified"]);

/** Returns what a sign-in may write: an unverified contact comes along, and is not said to be verified. */
export function attributesForSignIn(
  user: LegacyUser,
  typed: string,
  signIn: SignInForm,
): Migrated<MigratedAttributes> {
  const { attributes, warnings } = accepted(user, typed, signIn);
  const { email, phone } = verified(user);
  return { attributes: { ...attributes, ...email, ...phone }, warnings };
}

/** Returns what a recovery may write; no attributes when there is no verified contact to send a code to. */
export function attributesForRecovery(
  user: LegacyUser,
  typed: string,
  signIn: SignInForm,
): Migrated<(MigratedAttributes & VerifiedContact) | undefined> {
  const { attributes, warnings } = accepted(user, typed, signIn);
  const { email, phone } = verified(user);
  if (email) return { attributes: { ...attributes, ...phone, ...email }, warnings };
  return { attributes: phone && { ...attributes, ...phone }, warnings };
}

/** The verified contacts as attributes, each with its flag. */
function verified(user: LegacyUser) {
  const { email, phone } = verifiedContacts(user);
  return {
    email: email === undefined ? undefined : ({ email, email_verified: "true" } as const),
    phone:
      phone === undefined ? undefined : ({ phone_number: phone, phone_number_verified: "true" } as const),
  };
}

/** The attributes that Cognito takes, contacts in its form; the others are left out, or it would reject the user. */
function accepted(user: LegacyUser, typed: string, signIn: SignInForm): Migrated<MigratedAttributes> {
  const { email, phone } = contactsOf(user);
  const attributes: Record<string, string> = {};
  const warnings: string[] = [];
  for (const [name, given] of Object.entries(user.attributes)) {
    if (OURS.has(name) || given === "" || isUserNameAgain(name, given, user, signIn)) continue;
    const value = { email, phone_number: phone }[name] ?? given;
    const rejection = attributeRejection(name, value) ?? aliasRejection(name, value, user, signIn, typed);
    if (rejection === undefined) attributes[name] = value;
    else warnings.push(`${name} ${rejection}: it is left out.`);
  }
  return { attributes: attributes as MigratedAttributes, warnings };
}

/**
 * Whether an attribute is the user name a second time. Beside aliases Cognito has been seen to reject a user
 * whose two names are the same (github.com/aws/aws-sdk-net/issues/761).
 */
function isUserNameAgain(name: string, value: string, { username = "" }: LegacyUser, signIn: SignInForm) {
  return signIn === "alias" && name === "preferred_username" && isEqualButForCase(value, username);
}

/** Why somebody would take a name from its owner, among all that a pool lets people sign in with. */
function aliasRejection(
  name: string,
  value: string,
  user: LegacyUser,
  signIn: SignInForm,
  typed: string,
): string | undefined {
  if (signIn === "alias" && name === "preferred_username" && !isNameBesideAliases(value)) {
    return "is not a user name that a pool takes beside aliases";
  }
  // Where contacts are the user names, Cognito does not ask whether they are verified.
  const isName = signIn === "email-or-phone" && (name === "email" || name === "phone_number");
  if (!isName || isProvenName(value, user, signIn) || isEqualButForCase(value, typed)) return undefined;
  return "is not verified, and people sign in with it";
}
