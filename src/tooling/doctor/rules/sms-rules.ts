import { arnIn } from "../../aws/arn.ts";
import { isAttached } from "../attached.ts";
import type { Facts } from "../facts.ts";
import { harmOfLosing, isSentByCognito } from "../recovery-contacts.ts";
import type { Case, Rule } from "../rule.ts";
import { inPlace } from "../shell-command.ts";
import { forContact } from "./for-contact.ts";

const BY_PHONE = "A recovery may go by phone, no `CustomSMSSender` sends";

const LESS =
  "a warning where only those without an email address get SMS, or only administrators recover people";

/** Whether an SMS leaves, where a recovery may go by phone. SNS and AWS End User Messaging each have a sandbox and numbers of their own. */
export const smsRules: readonly Rule[] = [
  {
    name: "sms-not-set-up",
    severity: "error",
    when: `${BY_PHONE}, and \`SmsConfiguration\` names no role; ${LESS}.`,
    consequence: "Codes by SMS are not sent.",
    mending:
      "Give the pool a role that may publish to SNS (SnsCallerArn) or send through AWS End User Messaging (EumsSms.CallerArn), of which each clears the other; or take the phone out of AccountRecoverySetting.",
    check: (facts) =>
      forContact("phone_number", facts, () =>
        smsService(facts) ? undefined : { what: "A recovery may go by phone, and the pool cannot send SMS." },
      ),
  },
  {
    name: "sms-configuration-failed",
    severity: "error",
    when: `${BY_PHONE}, and \`SmsConfigurationFailure\` is set; ${LESS}.`,
    consequence: "Codes by SMS do not arrive.",
    mending: "Look at the role that the pool sends by: what it may do, whom it trusts, and the external id.",
    check: (facts) =>
      forContact("phone_number", facts, () =>
        facts.pool.SmsConfigurationFailure
          ? { what: `Cognito says that it cannot send SMS: ${facts.pool.SmsConfigurationFailure}` }
          : undefined,
      ),
  },
  {
    name: "sms-sandbox",
    severity: "error",
    when: `${BY_PHONE}, the pool sends through SNS, and the account is in the SMS sandbox of SNS; ${LESS}.`,
    consequence: "Codes by SMS reach verified numbers only, which is to say your own.",
    mending: "Leave the sandbox: the SNS console, Text messaging, Exit SMS sandbox.",
    check: (facts) =>
      forService("SNS", facts, facts.isInSmsSandbox, (isInSandbox, region) =>
        isInSandbox ? { what: `The account is in the SMS sandbox of SNS${inPlace(region)}.` } : undefined,
      ),
  },
  {
    name: "eums-sandbox",
    severity: "error",
    when: `${BY_PHONE}, the pool sends through AWS End User Messaging (\`EumsSms\`), and the account's \`ACCOUNT_TIER\` there is \`SANDBOX\`; ${LESS}.`,
    consequence: "Codes by SMS reach verified numbers only, which is to say your own.",
    mending:
      "Ask for production access in the console of AWS End User Messaging SMS. To have left the sandbox of SNS does not count there.",
    check: (facts) =>
      forService("EUMS", facts, facts.isInEumsSandbox, (isInSandbox, region) =>
        isInSandbox
          ? { what: `The account is in the SMS sandbox of AWS End User Messaging${inPlace(region)}.` }
          : undefined,
      ),
  },
  {
    name: "sms-no-us-number",
    severity: "warning",
    when: `${BY_PHONE}, the pool sends through SNS, and the account has no number registered in the US to send from.`,
    consequence: "Codes by SMS do not reach US numbers. Others are not concerned.",
    mending: "If you have people there, register a number to send from (a toll-free number, say).",
    check: (facts) =>
      forService("SNS", facts, facts.originationNumbers, (numbers, region) =>
        numbers.some(
          ({ Iso2CountryCode, NumberCapabilities }) =>
            Iso2CountryCode === "US" && (NumberCapabilities ?? ["SMS"]).includes("SMS"),
        )
          ? undefined
          : {
              what: `The account has no US number to send SMS from${inPlace(region)}.`,
              severity: "warning",
            },
      ),
  },
  {
    name: "eums-no-origination",
    severity: "warning",
    when: `${BY_PHONE}, and \`EumsSms\` has no \`OriginationIdentity\`.`,
    consequence:
      "Codes by SMS may not reach countries that require a registered number or sender ID, the US among them.",
    mending: "Name a number, a sender ID or a pool of them in EumsSms.OriginationIdentity.",
    check: (facts) =>
      forService("EUMS", facts, facts.pool.SmsConfiguration?.EumsSms, ({ OriginationIdentity }) =>
        OriginationIdentity
          ? undefined
          : { what: "The pool names nothing to send SMS from (OriginationIdentity).", severity: "warning" },
      ),
  },
  {
    name: "eums-india-template",
    severity: "warning",
    when: `${BY_PHONE}, and \`EumsSms\` has one of \`InEntityId\` and \`InTemplateId\` without the other; a note where it has neither, or has both beside a custom message trigger.`,
    consequence:
      "India requires each text to match a registered template (DLT): a code whose SMS matches none may not reach an Indian number. Others are not concerned.",
    mending:
      "If you have people there, register the texts as one template and set both InEntityId and InTemplateId; the pool has room for one, so every SMS that goes there has to match it.",
    check: (facts) =>
      forService("EUMS", facts, facts.pool.SmsConfiguration?.EumsSms, ({ InEntityId, InTemplateId }) => {
        if (!InEntityId && !InTemplateId) {
          return {
            what: "The pool has no DLT template for India (InEntityId, InTemplateId).",
            severity: "note",
          };
        }
        if (!InEntityId || !InTemplateId) {
          const lacking = InEntityId ? "InTemplateId" : "InEntityId";
          return { what: `The DLT template for India lacks its ${lacking}.`, severity: "warning" };
        }
        return isAttached("custom-message", facts.pool)
          ? {
              what: "The pool has one DLT template for India, and custom-message writes a text for each message and language.",
              severity: "note",
            }
          : undefined;
      }),
  },
];

/** What the pool's SMS leave by, and where; `undefined` where they do not, or a custom sender sends them. */
export function smsService({
  pool,
}: Pick<Facts, "pool">): { readonly is: "SNS" | "EUMS"; readonly region: string } | undefined {
  const { SnsCallerArn, SnsRegion, EumsSms } = pool.SmsConfiguration ?? {};
  if (!isSentByCognito("phone_number", pool)) return undefined;
  const { region } = arnIn(pool.Arn);
  if (EumsSms?.CallerArn) return { is: "EUMS", region: EumsSms.Region ?? region };
  return SnsCallerArn ? { is: "SNS", region: SnsRegion ?? region } : undefined;
}

/** The case, where the pool sends through this service and codes go by phone. */
function forService<T>(
  is: "SNS" | "EUMS",
  facts: Facts,
  known: T | undefined,
  found: (known: T, region: string) => Case | undefined,
) {
  const service = smsService(facts);
  if (service?.is !== is || !harmOfLosing("phone_number", facts)) return [];
  return known === undefined
    ? undefined
    : forContact("phone_number", facts, () => found(known, service.region));
}
