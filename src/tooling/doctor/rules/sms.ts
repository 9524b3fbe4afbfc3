import { arnIn } from "../../aws/arn.ts";
import type { Facts } from "../facts.ts";
import { harmOfLosing } from "../recovery-contacts.ts";
import type { Case, Rule } from "../rule.ts";
import { forContact } from "./for-contact.ts";

const LESS =
  "a warning where only those without an email address get SMS, or only administrators recover people";

/** Whether an SMS leaves, where a recovery may go by phone. */
export const smsRules: readonly Rule[] = [
  {
    name: "sms-not-set-up",
    severity: "error",
    when: `A recovery may go by phone, and \`SmsConfiguration\` names no role; ${LESS}.`,
    consequence: "Codes by SMS are not sent.",
    mending: "Give the pool a role that may publish to SNS, or take the phone out of AccountRecoverySetting.",
    check: (facts) =>
      forContact("phone_number", facts, () =>
        sendsSms(facts) ? undefined : { what: "A recovery may go by phone, and the pool cannot send SMS." },
      ),
  },
  {
    name: "sms-configuration-failed",
    severity: "error",
    when: `A recovery may go by phone, and \`SmsConfigurationFailure\` is set; ${LESS}.`,
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
    when: `A recovery may go by phone, and the account is in the SMS sandbox of SNS; ${LESS}.`,
    consequence: "Codes by SMS reach verified numbers only, which is to say your own.",
    mending: "Leave the sandbox: the SNS console, Text messaging, Exit SMS sandbox.",
    check: (facts) =>
      forSns(facts, facts.isInSmsSandbox, (isInSandbox) =>
        isInSandbox ? { what: `The account is in the SMS sandbox in ${smsRegion(facts)}.` } : undefined,
      ),
  },
  {
    name: "sms-no-us-number",
    severity: "warning",
    when: "A recovery may go by phone, and the account has no number registered in the US to send from.",
    consequence: "Codes by SMS do not reach US numbers. Others are not concerned.",
    mending: "If you have people there, register a number to send from (a toll-free number, say).",
    check: (facts) =>
      forSns(facts, facts.originationNumbers, (numbers) =>
        numbers.some(
          ({ Iso2CountryCode, NumberCapabilities }) =>
            Iso2CountryCode === "US" && (NumberCapabilities ?? ["SMS"]).includes("SMS"),
        )
          ? undefined
          : {
              what: `The account has no US number to send SMS from in ${smsRegion(facts)}.`,
              severity: "warning",
            },
      ),
  },
];

/** Where the pool's SMS leave from; `undefined` where they do not go through SNS, or there are none. */
export function smsRegion({ pool }: Pick<Facts, "pool">): string | undefined {
  const { SnsCallerArn, SnsRegion } = pool.SmsConfiguration ?? {};
  return SnsCallerArn ? (SnsRegion ?? arnIn(pool.Arn).region) : undefined;
}

function sendsSms({ pool: { SmsConfiguration } }: Facts): boolean {
  return SmsConfiguration?.SnsCallerArn !== undefined || SmsConfiguration?.EumsSms !== undefined;
}

function forSns<T>(facts: Facts, known: T | undefined, found: (known: T) => Case | undefined) {
  if (!smsRegion(facts) || !harmOfLosing("phone_number", facts)) return [];
  return known === undefined ? undefined : forContact("phone_number", facts, () => found(known));
}
