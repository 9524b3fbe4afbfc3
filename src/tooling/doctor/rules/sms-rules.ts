import { isAttached } from "../attached.ts";
import type { Facts } from "../facts.ts";
import { severityOfLosing } from "../recovery-contacts.ts";
import type { Rule, Violation } from "../rule.ts";
import { regionPhrase } from "../shell-command.ts";
import { type SmsService, smsService } from "../sms-service.ts";
import { forContact } from "./for-contact.ts";

const BY_PHONE = "A recovery may use the phone, no `CustomSMSSender` sends";

const LESS =
  "A warning where only people without an email address get SMS, or only administrators recover people";

/** SMS are sent, where a recovery may use the phone. SNS and AWS End User Messaging each have a sandbox and numbers of their own. */
export const smsRules: readonly Rule[] = [
  {
    name: "sms-not-set-up",
    severity: "error",
    when: `${BY_PHONE}, and \`SmsConfiguration\` names no role. ${LESS}.`,
    consequence: "Codes by SMS are not sent.",
    suggestion:
      "Give the pool a role that may publish to SNS (SnsCallerArn) or send through AWS End User Messaging (EumsSms.CallerArn); setting one clears the other. Or remove the phone from AccountRecoverySetting.",
    check: (facts) =>
      forContact("phone_number", facts, () =>
        smsService(facts.pool)
          ? undefined
          : { message: "A recovery may use the phone, but the pool cannot send SMS." },
      ),
  },
  {
    name: "sms-configuration-failed",
    severity: "error",
    when: `${BY_PHONE}, and \`SmsConfigurationFailure\` is set. ${LESS}.`,
    consequence: "Codes by SMS do not arrive.",
    suggestion:
      "Check the role with which the pool sends: its permissions, its trust policy, and the external id.",
    check: (facts) =>
      forContact("phone_number", facts, () =>
        facts.pool.SmsConfigurationFailure
          ? { message: `Cognito reports that it cannot send SMS: ${facts.pool.SmsConfigurationFailure}` }
          : undefined,
      ),
  },
  {
    name: "sms-sandbox",
    severity: "error",
    when: `${BY_PHONE}, the pool sends through SNS, and the account is in the SMS sandbox of SNS. ${LESS}.`,
    consequence: "Codes by SMS reach only numbers that you have verified.",
    suggestion: "Leave the sandbox: the SNS console, Text messaging, Exit SMS sandbox.",
    check: (facts) =>
      forService("SNS", facts, facts.isInSmsSandbox, (isInSandbox, region) =>
        isInSandbox
          ? { message: `The account is in the SMS sandbox of SNS${regionPhrase(region)}.` }
          : undefined,
      ),
  },
  {
    name: "eums-sandbox",
    severity: "error",
    when: `${BY_PHONE}, the pool sends through AWS End User Messaging (\`EumsSms\`), and the account's \`ACCOUNT_TIER\` there is \`SANDBOX\`. ${LESS}.`,
    consequence: "Codes by SMS reach only numbers that you have verified.",
    suggestion:
      "Request production access in the console of AWS End User Messaging SMS. It has another sandbox than SNS.",
    check: (facts) =>
      forService("EUMS", facts, facts.isInEumsSandbox, (isInSandbox, region) =>
        isInSandbox
          ? { message: `The account is in the SMS sandbox of AWS End User Messaging${regionPhrase(region)}.` }
          : undefined,
      ),
  },
  {
    name: "sms-no-us-number",
    severity: "warning",
    when: `${BY_PHONE}, the pool sends through SNS, and the account has no number registered in the US to send from.`,
    consequence: "Codes by SMS do not reach US numbers. Other numbers are not affected.",
    suggestion: "If you have people there, register a number to send from, for example a toll-free number.",
    check: (facts) =>
      forService("SNS", facts, facts.originationNumbers, (numbers, region) =>
        numbers.some(
          ({ Iso2CountryCode, NumberCapabilities }) =>
            Iso2CountryCode === "US" && (NumberCapabilities ?? ["SMS"]).includes("SMS"),
        )
          ? undefined
          : {
              message: `The account has no US number to send SMS from${regionPhrase(region)}.`,
              severity: "warning",
            },
      ),
  },
  {
    name: "eums-no-origination",
    severity: "warning",
    when: `${BY_PHONE}, and \`EumsSms\` has no \`OriginationIdentity\`.`,
    consequence:
      "Codes by SMS might not reach countries that require a registered number or sender ID, the US among them.",
    suggestion: "Set EumsSms.OriginationIdentity to a number, a sender ID or a pool of them.",
    check: (facts) =>
      forService("EUMS", facts, facts.pool.SmsConfiguration?.EumsSms, ({ OriginationIdentity }) =>
        OriginationIdentity
          ? undefined
          : {
              message: "The pool has no number or sender ID for SMS (OriginationIdentity).",
              severity: "warning",
            },
      ),
  },
  {
    name: "eums-india-template",
    severity: "warning",
    when: `${BY_PHONE}, and \`EumsSms\` has only one of \`InEntityId\` and \`InTemplateId\`. A note where it has neither, or has both and a custom message trigger.`,
    consequence:
      "India requires each text to match a registered template (DLT): an SMS that matches none might not reach an Indian number. Other numbers are not affected.",
    suggestion:
      "If you have people there, register the texts as one template and set both InEntityId and InTemplateId. A pool has only one, so every SMS to India has to match it.",
    check: (facts) =>
      forService("EUMS", facts, facts.pool.SmsConfiguration?.EumsSms, ({ InEntityId, InTemplateId }) => {
        if (!InEntityId && !InTemplateId) {
          return {
            message: "The pool has no DLT template for India (InEntityId, InTemplateId).",
            severity: "note",
          };
        }
        if (!InEntityId || !InTemplateId) {
          const missing = InEntityId ? "InTemplateId" : "InEntityId";
          return { message: `The DLT template for India has no ${missing}.`, severity: "warning" };
        }
        return isAttached("custom-message", facts.pool)
          ? {
              message:
                "The pool has one DLT template for India, but custom-message writes a text for each message and language.",
              severity: "note",
            }
          : undefined;
      }),
  },
];

/** Returns the violation, where the pool sends through this service and codes go to the phone. */
function forService<T>(
  is: SmsService["is"],
  facts: Facts,
  known: T | undefined,
  found: (known: T, region: string) => Violation | undefined,
) {
  const service = smsService(facts.pool);
  if (service?.is !== is || !severityOfLosing("phone_number", facts)) return [];
  return known === undefined
    ? undefined
    : forContact("phone_number", facts, () => found(known, service.region));
}
