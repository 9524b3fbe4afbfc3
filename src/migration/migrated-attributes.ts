import type { LegacyUser, SignInForm } from "../directory/directory.ts";
import type { MigratedAttributes, VerifiedContact } from "../trigger/user-migration-event.ts";
import { attributeRejection } from "./attribute-rejection.ts";
import { contactsOf, verifiedContacts } from "./contacts.ts";
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
export function attributesForSignIn(user: LegacyUser, signIn: SignInForm): Migrated<MigratedAttributes> {
  const { attributes, warnings } = accepted(user, signIn);
  return { attributes: { ...attributes, ...verifiedEmail(user), ...verifiedPhone(user) }, warnings };
}

/** Returns what a recovery may write; no attributes when there is no verified contact to send a code to. */
export function attributesForRecovery(
  user: LegacyUser,
  signIn: SignInForm,
): Migrated<(MigratedAttributes & VerifiedContact) | undefined> {
  const { attributes, warnings } = accepted(user, signIn);
  const email = verifiedEmail(user);
  const phone = verifiedPhone(user);
  if (email) return { attributes: { ...attributes, ...phone, ...email }, warnings };
  return { attributes: phone && { ...attributes, ...phone }, warnings };
}

function verifiedEmail(user: LegacyUser) {
  const { email } = verifiedContacts(user);
  return email === undefined ? undefined : ({ email, email_verified: "true" } as const);
}

function verifiedPhone(user: LegacyUser) {
  const { phone } = verifiedContacts(user);
  return phone === undefined ? undefined : ({ phone_number: phone, phone_number_verified: "true" } as const);
}

/** The attributes that Cognito takes, contacts in its form; the others are left out, or it would reject the user. */
function accepted(user: LegacyUser, signIn: SignInForm): Migrated<MigratedAttributes> {
  const { email, phone } = contactsOf(user);
  const attributes: Record<string, string> = {};
  const warnings: string[] = [];
  for (const [name, given] of Object.entries(user.attributes)) {
    if (OURS.has(name) || given === "") continue;
    const value = { email, phone_number: phone }[name] ?? given;
    const rejection = attributeRejection(name, value) ?? aliasRejection(name, value, signIn);
    if (rejection === undefined) attributes[name] = value;
    else warnings.push(`${name} ${rejection}: it is left out.`);
  }
  return { attributes: attributes as MigratedAttributes, warnings };
}

/** Beside aliases, a preferred user name that looks like a contact would take that contact from its owner. */
function aliasRejection(name: string, value: string, signIn: SignInForm): string | undefined {
  return signIn === "alias" && name === "preferred_username" && !isNameBesideAliases(value)
    ? "is not a user name that a pool takes beside aliases"
    : undefined;
}
