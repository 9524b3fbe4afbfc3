import type { LegacyUser } from "../directory/directory.ts";
import type { Attributes } from "../trigger/pool-event.ts";
import type { MigratedAttributes, VerifiedContact } from "../trigger/user-migration-event.ts";

/** Cognito's limit on the value of an attribute, in characters. */
const LONGEST_VALUE = 2_048;

/** Decided by us, never copied from a row. */
const OURS = new Set(["sub", "username", "email_verified", "phone_number_verified"]);

/** What a sign-in may write: an unverified contact comes along, but is never said to be verified. */
export function attributesForSignIn(user: LegacyUser): MigratedAttributes {
  const attributes = cleaned(user.attributes);
  return { ...attributes, ...verifiedEmail(user, attributes), ...verifiedPhone(user, attributes) };
}

/** What a recovery may write, or `undefined` when the person has no verified contact to send a code to. */
export function attributesForRecovery(user: LegacyUser): (MigratedAttributes & VerifiedContact) | undefined {
  const attributes = cleaned(user.attributes);
  const email = verifiedEmail(user, attributes);
  const phone = verifiedPhone(user, attributes);
  if (email) return { ...attributes, ...phone, ...email };
  if (phone) return { ...attributes, ...phone };
  return undefined;
}

function verifiedEmail({ emailVerified }: LegacyUser, { email }: Attributes) {
  return emailVerified === true && email !== undefined
    ? ({ email, email_verified: "true" } as const)
    : undefined;
}

function verifiedPhone({ phoneVerified }: LegacyUser, { phone_number }: Attributes) {
  return phoneVerified === true && phone_number !== undefined
    ? ({ phone_number, phone_number_verified: "true" } as const)
    : undefined;
}

/** The attributes that Cognito takes: text of 1 to 2,048 characters, and nothing that it owns itself. */
function cleaned(attributes: Attributes): MigratedAttributes & Attributes {
  const kept = Object.entries(attributes).filter(
    ([name, value]) =>
      !OURS.has(name) &&
      !name.startsWith("cognito:") &&
      typeof value === "string" &&
      value !== "" &&
      value.length <= LONGEST_VALUE,
  );
  // The one place where the compiler takes our word for the names.
  return Object.fromEntries(kept) as MigratedAttributes & Attributes;
}
