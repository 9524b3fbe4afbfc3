import type { Contact } from "./contact.ts";
import type { Facts, Pool } from "./facts.ts";
import type { Severity } from "./severity.ts";

const mechanisms: ReadonlyMap<string | undefined, Contact> = new Map([
  ["verified_email", "email"],
  ["verified_phone_number", "phone_number"],
]);

/** The custom senders, which send instead of Cognito, by contact. */
const customSenders = { email: "CustomEmailSender", phone_number: "CustomSMSSender" } as const;

/** Whether Cognito sends the codes to a contact, and not a custom sender. Only then do the pool's settings for it matter. */
export function isSentByCognito(contact: Contact, { LambdaConfig }: Pick<Pool, "LambdaConfig">): boolean {
  return !LambdaConfig?.[customSenders[contact]]?.LambdaArn;
}

/** Whether `AccountRecoverySetting` names a way to recover. */
export function hasRecoverySetting({ AccountRecoverySetting }: Pool): boolean {
  return (AccountRecoverySetting?.RecoveryMechanisms ?? []).length > 0;
}

/** Returns the contacts that receive a recovery's code, the preferred first; phone before email without a setting. */
export function recoveryContacts(pool: Pool): readonly Contact[] {
  if (!hasRecoverySetting(pool)) return ["phone_number", "email"];
  return (pool.AccountRecoverySetting?.RecoveryMechanisms ?? [])
    .toSorted((one, other) => (one.Priority ?? 0) - (other.Priority ?? 0))
    .flatMap(({ Name }) => mechanisms.get(Name) ?? []);
}

/** Whether people can recover through an administrator only. */
export function isLeftToAdministrators({ AccountRecoverySetting }: Pool): boolean {
  const all = AccountRecoverySetting?.RecoveryMechanisms ?? [];
  return all.length > 0 && all.every(({ Name }) => Name === "admin_only");
}

/**
 * Returns the contacts to check. Where only administrators recover people, these are the contacts that could
 * receive a code once that is changed: email, and phone where the pool sends SMS.
 */
export function checkedContacts(pool: Pool): readonly Contact[] {
  if (!isLeftToAdministrators(pool)) return recoveryContacts(pool);
  return pool.SmsConfiguration ? ["email", "phone_number"] : ["email"];
}

/**
 * Returns how severe it is that nothing reaches a contact: an error where codes go to it first; a warning where
 * they go to it only if the other is missing, or while only administrators recover people; `undefined` where no
 * code goes to it.
 */
export function severityOfLosing(contact: Contact, facts: Facts): Severity | undefined {
  if (isLeftToAdministrators(facts.pool)) {
    return checkedContacts(facts.pool).includes(contact) ? "warning" : undefined;
  }
  const inUse = recoveryContacts(facts.pool).filter((each) => isInUse(each, facts));
  const rank = inUse.indexOf(contact);
  return rank < 0 ? undefined : rank === 0 ? "error" : "warning";
}

/** Returns the contacts that a code can reach by the pool's settings: people recover by them, and the pool can send to them. */
export function usableContacts(facts: Facts): readonly Contact[] {
  return recoveryContacts(facts.pool).filter(
    (contact) => isInUse(contact, facts) && (contact === "email" || sendsSms(facts.pool)),
  );
}

function sendsSms(pool: Pool): boolean {
  const { SnsCallerArn, EumsSms } = pool.SmsConfiguration ?? {};
  return Boolean(SnsCallerArn || EumsSms?.CallerArn) || !isSentByCognito("phone_number", pool);
}

/** Whether people use a contact. Without a setting, only those with a verified phone use the phone. */
function isInUse(contact: Contact, { pool, returnedAttributes }: Facts): boolean {
  return (
    contact === "email" ||
    hasRecoverySetting(pool) ||
    (pool.AutoVerifiedAttributes ?? []).includes("phone_number") ||
    (returnedAttributes?.ever ?? []).includes("phone_number_verified")
  );
}
