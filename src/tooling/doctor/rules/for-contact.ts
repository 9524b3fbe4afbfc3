import type { Facts } from "../facts.ts";
import { type Contact, harmOfLosing, isSentByCognito } from "../recovery-contacts.ts";
import type { Case } from "../rule.ts";

/**
 * What is found amiss with the way to a contact, as bad as it is to lose that; nothing where no code goes there,
 * or a custom sender sends it.
 */
export function forContact(contact: Contact, facts: Facts, found: () => Case | undefined): readonly Case[] {
  const severity = isSentByCognito(contact, facts.pool) ? harmOfLosing(contact, facts) : undefined;
  const each = severity && found();
  return each ? [{ severity, ...each }] : [];
}
