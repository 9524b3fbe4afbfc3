import type { Facts } from "./facts.ts";
import { contactsInView } from "./recovery-contacts.ts";
import { sesIdentity } from "./rules/email-delivery.ts";
import { smsRegion } from "./rules/sms.ts";
import { inRegion, shellCommand } from "./shell-command.ts";
import type { Wanted } from "./wanted.ts";

/** What is wanted of what sends the pool's emails and SMS. */
export function wantedOfDelivery(facts: Facts): Wanted[] {
  return [...sesFacts(facts), ...snsFacts(facts)];
}

function sesFacts(facts: Facts): Wanted[] {
  const identity = sesIdentity(facts);
  if (!identity || !contactsInView(facts.pool).includes("email")) return [];
  const ask = (...words: string[]) => shellCommand("aws", "sesv2", ...words, ...inRegion(identity.region));
  return [
    {
      key: "identity",
      what: `the SES identity ${identity.name}`,
      command: ask("get-email-identity", "--email-identity", identity.name),
      isKnown: facts.identity !== undefined,
    },
    {
      key: "ses account",
      what: "whether SES sends for the account",
      command: ask("get-account"),
      isKnown: facts.sesAccount !== undefined,
    },
  ];
}

function snsFacts(facts: Facts): Wanted[] {
  const region = smsRegion(facts);
  if (!region || !contactsInView(facts.pool).includes("phone_number")) return [];
  const ask = (operation: string) => shellCommand("aws", "sns", operation, "--region", region);
  return [
    {
      key: "sms sandbox",
      what: "whether the account is in the SMS sandbox",
      command: ask("get-sms-sandbox-account-status"),
      isKnown: facts.isInSmsSandbox !== undefined,
    },
    {
      key: "origination numbers",
      what: "the numbers that SMS are sent from",
      command: ask("list-origination-numbers"),
      isKnown: facts.originationNumbers !== undefined,
    },
  ];
}
