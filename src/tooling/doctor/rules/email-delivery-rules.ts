import type { Facts } from "../facts.ts";
import type { Rule, Violation } from "../rule.ts";
import { sesIdentity } from "../ses-identity.ts";
import { regionPhrase } from "../shell-command.ts";
import { forContact } from "./for-contact.ts";

const LESS =
  "A warning where only people without a phone get emails, or only administrators recover people; nothing where a `CustomEmailSender` sends";

/** Emails are sent. */
export const emailDeliveryRules: readonly Rule[] = [
  {
    name: "email-configuration-failed",
    severity: "error",
    when: `\`EmailConfigurationFailure\` is set. ${LESS}.`,
    consequence: "Codes by email do not arrive.",
    suggestion: "Check the pool's email settings and SES: the identity, its policy, the role.",
    check: (facts) =>
      forContact("email", facts, () =>
        facts.pool.EmailConfigurationFailure
          ? { message: `Cognito reports that it cannot send emails: ${facts.pool.EmailConfigurationFailure}` }
          : undefined,
      ),
  },
  {
    name: "ses-identity-missing",
    severity: "error",
    when: `The pool sends through an SES identity that does not exist. ${LESS}.`,
    consequence: "Codes by email are not sent.",
    suggestion: "Create the identity in SES and verify it, or set another in the pool's EmailConfiguration.",
    check: (facts) =>
      forSes(facts, facts.identity, (identity) =>
        identity === "missing"
          ? { message: `The SES identity ${sesIdentity(facts.pool)?.name} does not exist.` }
          : undefined,
      ),
  },
  {
    name: "ses-identity-unverified",
    severity: "error",
    when: `The pool sends through an SES identity that is not verified for sending. ${LESS}.`,
    consequence: "Codes by email are not sent.",
    suggestion:
      "Finish the verification: publish the DNS records of a domain, or follow the link that SES sent to an address.",
    check: (facts) =>
      forSes(facts, facts.identity, (identity) =>
        identity !== "missing" && identity.VerifiedForSendingStatus !== true
          ? { message: `SES does not send as ${sesIdentity(facts.pool)?.name}: it is not verified.` }
          : undefined,
      ),
  },
  {
    name: "ses-sandbox",
    severity: "error",
    when: `The account is in the SES sandbox. ${LESS}.`,
    consequence: "Codes by email reach only addresses that you have verified in SES.",
    suggestion: "Request production access in the SES console.",
    check: (facts) =>
      forSes(facts, facts.sesAccount, ({ ProductionAccessEnabled }) =>
        ProductionAccessEnabled === false
          ? { message: `The account is in the SES sandbox${regionPhrase(sesIdentity(facts.pool)?.region)}.` }
          : undefined,
      ),
  },
  {
    name: "ses-sending-off",
    severity: "error",
    when: `Sending is disabled for the account in SES. ${LESS}.`,
    consequence: "Codes by email are not sent.",
    suggestion:
      "Look for the reason in the SES console. After bounces or complaints, only AWS can enable it again.",
    check: (facts) =>
      forSes(facts, facts.sesAccount, ({ SendingEnabled }) =>
        SendingEnabled === false
          ? {
              message: `Sending is disabled for this account in SES${regionPhrase(sesIdentity(facts.pool)?.region)}.`,
            }
          : undefined,
      ),
  },
];

function forSes<T>(facts: Facts, known: T | undefined, found: (known: T) => Violation | undefined) {
  if (!sesIdentity(facts.pool)) return [];
  return known === undefined ? undefined : forContact("email", facts, () => found(known));
}
