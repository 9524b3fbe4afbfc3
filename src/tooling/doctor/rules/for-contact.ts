import type { Contact } from "../contact.ts";
import type { Facts } from "../facts.ts";
import { isSentByCognito, severityOfLosing } from "../recovery-contacts.ts";
import type { Violation } from "../rule.ts";

/**
 * Returns a violation that concerns a contact, with the severity of losing that contact; none where no code goes
 * to it, or a custom sender sends the code.
 */
export function forContact(
  contact: Contact,
  facts: Facts,
  found: () => Violation | undefined,
): readonly Violation[] {
  const severity = isSentByCognito(contact, facts.pool) ? severityOfLosing(contact, facts) : undefined;
  const each = severity && found();
  return each ? [{ severity, ...each }] : [];
}
