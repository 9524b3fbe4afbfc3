import type { Facts, Pool } from "./facts.ts";
import type { Severity } from "./rule.ts";

/** What a code can be sent to, named as the attribute. */
export type Contact = "email" | "phone_number";

/** How people call it. */
export const contactNames = { email: "email", phone_number: "phone" } as const;

const mechanisms: ReadonlyMap<string | undefined, Contact> = new Map([
  ["verified_email", "email"],
  ["verified_phone_number", "phone_number"],
]);

/** The custom senders, which send in Cognito's stead, by what they send to. */
const customSenders = { email: "CustomEmailSender", phone_number: "CustomSMSSender" } as const;

/** Whether Cognito itself sends the codes to a contact, rather than a custom sender: only then do the pool's settings for it matter. */
export function isSentByCognito(contact: Contact, { LambdaConfig }: Pick<Pool, "LambdaConfig">): boolean {
  return !LambdaConfig?.[customSenders[contact]]?.LambdaArn;
}

/** Whether the pool says itself how people recover. */
export function hasRecoverySetting({ AccountRecoverySetting }: Pool): boolean {
  return (AccountRecoverySetting?.RecoveryMechanisms ?? []).length > 0;
}

/** The contacts that a recovery's code may go to, the preferred first; phone before email when the pool says nothing. */
export function recoveryContacts(pool: Pool): readonly Contact[] {
  if (!hasRecoverySetting(pool)) return ["phone_number", "email"];
  return (pool.AccountRecoverySetting?.RecoveryMechanisms ?? [])
    .toSorted((one, other) => (one.Priority ?? 0) - (other.Priority ?? 0))
    .flatMap(({ Name }) => mechanisms.get(Name) ?? []);
}

/** Whether the pool lets nobody recover but by an administrator. */
export function isLeftToAdministrators({ AccountRecoverySetting }: Pool): boolean {
  const all = AccountRecoverySetting?.RecoveryMechanisms ?? [];
  return all.length > 0 && all.every(({ Name }) => Name === "admin_only");
}

/**
 * The contacts to look at: where recovery is left to administrators, those that it may be given once that is
 * mended. Of the phone that is so where the pool sends SMS at all.
 */
export function contactsInView(pool: Pool): readonly Contact[] {
  if (!isLeftToAdministrators(pool)) return recoveryContacts(pool);
  return pool.SmsConfiguration ? ["email", "phone_number"] : ["email"];
}

/**
 * How bad it is that nothing reaches a contact: an error where codes go to it first, a warning where they go
 * to it only for lack of the other, or would if administrators were not all who recover people; `undefined`
 * where no code goes to it.
 */
export function harmOfLosing(contact: Contact, facts: Facts): Severity | undefined {
  if (isLeftToAdministrators(facts.pool)) {
    return contactsInView(facts.pool).includes(contact) ? "warning" : undefined;
  }
  const inUse = recoveryContacts(facts.pool).filter((each) => isInUse(each, facts));
  const rank = inUse.indexOf(contact);
  return rank < 0 ? undefined : rank === 0 ? "error" : "warning";
}

/** The contacts that a code can go to, as far as the pool's settings show: those that it recovers by, and has something to send to. */
export function usableContacts(facts: Facts): readonly Contact[] {
  return recoveryContacts(facts.pool).filter(
    (contact) => isInUse(contact, facts) && (contact === "email" || sendsSms(facts.pool)),
  );
}

function sendsSms(pool: Pool): boolean {
  const { SnsCallerArn, EumsSms } = pool.SmsConfiguration ?? {};
  return Boolean(SnsCallerArn || EumsSms?.CallerArn) || !isSentByCognito("phone_number", pool);
}

/** Without a setting a phone is used by those only who have a verified one. */
function isInUse(contact: Contact, { pool, returned }: Facts): boolean {
  return (
    contact === "email" ||
    hasRecoverySetting(pool) ||
    (pool.AutoVerifiedAttributes ?? []).includes("phone_number") ||
    (returned?.ever ?? []).includes("phone_number_verified")
  );
}
