import type { Facts } from "./facts.ts";
import { checkedContacts } from "./recovery-contacts.ts";
import type { RequiredFact } from "./required-fact.ts";
import { sesIdentity } from "./ses-identity.ts";
import { regionOption, shellCommand } from "./shell-command.ts";
import { smsService } from "./sms-service.ts";

/** Returns the facts that rules require of the services that send the pool's emails and SMS. */
export function requiredDeliveryFacts(facts: Facts): RequiredFact[] {
  return [...sesFacts(facts), ...smsFacts(facts)];
}

function sesFacts({ pool, identity, sesAccount }: Facts): RequiredFact[] {
  const used = sesIdentity(pool);
  if (!used || !checkedContacts(pool).includes("email")) return [];
  const command = (...words: string[]) =>
    shellCommand("aws", "sesv2", ...words, ...regionOption(used.region));
  return [
    {
      key: "identity",
      fact: `the SES identity ${used.name}`,
      command: command("get-email-identity", "--email-identity", used.name),
      isKnown: identity !== undefined,
    },
    {
      key: "ses account",
      fact: "whether SES sends for the account",
      command: command("get-account"),
      isKnown: sesAccount !== undefined,
    },
  ];
}

function smsFacts(facts: Facts): RequiredFact[] {
  const service = smsService(facts.pool);
  if (!service || !checkedContacts(facts.pool).includes("phone_number")) return [];
  const command = (...words: string[]) => shellCommand("aws", ...words, ...regionOption(service.region));
  if (service.is === "EUMS") {
    return [
      {
        key: "eums sandbox",
        fact: "whether the account is in the SMS sandbox of AWS End User Messaging",
        reason:
          "Doctor does not ask AWS for it: look at ACCOUNT_TIER, or pass the output and the pool's description to --from.",
        command: command("pinpoint-sms-voice-v2", "describe-account-attributes"),
        isKnown: facts.isInEumsSandbox !== undefined,
      },
    ];
  }
  return [
    {
      key: "sms sandbox",
      fact: "whether the account is in the SMS sandbox",
      command: command("sns", "get-sms-sandbox-account-status"),
      isKnown: facts.isInSmsSandbox !== undefined,
    },
    {
      key: "origination numbers",
      fact: "the numbers from which SMS are sent",
      command: command("sns", "list-origination-numbers"),
      isKnown: facts.originationNumbers !== undefined,
    },
  ];
}
