import type { Facts } from "./facts.ts";
import type { Wanted } from "./missing-facts.ts";
import { contactsInView } from "./recovery-contacts.ts";
import { sesIdentity } from "./rules/email-delivery-rules.ts";
import { smsService } from "./rules/sms-rules.ts";
import { inRegion, shellCommand } from "./shell-command.ts";

/** What is wanted of what sends the pool's emails and SMS. */
export function wantedOfDelivery(facts: Facts): Wanted[] {
  return [...sesFacts(facts), ...smsFacts(facts)];
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

function smsFacts(facts: Facts): Wanted[] {
  const service = smsService(facts);
  if (!service || !contactsInView(facts.pool).includes("phone_number")) return [];
  const ask = (...words: string[]) => shellCommand("aws", ...words, ...inRegion(service.region));
  if (service.is === "EUMS") {
    return [
      {
        key: "eums sandbox",
        what: "whether the account is in the SMS sandbox of AWS End User Messaging",
        why: "Doctor does not ask AWS for it: look at ACCOUNT_TIER, or give what is printed with the pool's description, by --from.",
        command: ask("pinpoint-sms-voice-v2", "describe-account-attributes"),
        isKnown: facts.isInEumsSandbox !== undefined,
      },
    ];
  }
  return [
    {
      key: "sms sandbox",
      what: "whether the account is in the SMS sandbox",
      command: ask("sns", "get-sms-sandbox-account-status"),
      isKnown: facts.isInSmsSandbox !== undefined,
    },
    {
      key: "origination numbers",
      what: "the numbers that SMS are sent from",
      command: ask("sns", "list-origination-numbers"),
      isKnown: facts.originationNumbers !== undefined,
    },
  ];
}
