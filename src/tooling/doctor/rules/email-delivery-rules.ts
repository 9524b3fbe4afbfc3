import { arnIn } from "../../aws/arn.ts";
import type { Facts } from "../facts.ts";
import { isSentByCognito } from "../recovery-contacts.ts";
import type { Case, Rule } from "../rule.ts";
import { inPlace } from "../shell-command.ts";
import { forContact } from "./for-contact.ts";

const LESS =
  "a warning where only those without a phone get emails, or only administrators recover people; nothing where a `CustomEmailSender` sends";

/** Whether an email that is handed over also leaves. */
export const emailDeliveryRules: readonly Rule[] = [
  {
    name: "email-configuration-failed",
    severity: "error",
    when: `\`EmailConfigurationFailure\` is set; ${LESS}.`,
    consequence: "Codes by email do not arrive.",
    mending: "Look at the pool's email settings and at SES: the identity, its policy, the role.",
    check: (facts) =>
      forContact("email", facts, () =>
        facts.pool.EmailConfigurationFailure
          ? { what: `Cognito says that it cannot send emails: ${facts.pool.EmailConfigurationFailure}` }
          : undefined,
      ),
  },
  {
    name: "ses-identity-missing",
    severity: "error",
    when: `The pool sends through an SES identity that is not there; ${LESS}.`,
    consequence: "Codes by email are not sent.",
    mending: "Make the identity in SES and verify it, or name another in the pool's EmailConfiguration.",
    check: (facts) =>
      forSes(facts, facts.identity, (identity) =>
        identity === "missing" ? { what: `SES has no identity ${sesIdentity(facts)?.name}.` } : undefined,
      ),
  },
  {
    name: "ses-identity-unverified",
    severity: "error",
    when: `The pool sends through an SES identity that is not verified for sending; ${LESS}.`,
    consequence: "Codes by email are not sent.",
    mending: "Finish the verification: the DNS records of a domain, the link that SES mailed to an address.",
    check: (facts) =>
      forSes(facts, facts.identity, (identity) =>
        identity !== "missing" && identity.VerifiedForSendingStatus !== true
          ? { what: `SES may not yet send as ${sesIdentity(facts)?.name}: it is not verified.` }
          : undefined,
      ),
  },
  {
    name: "ses-sandbox",
    severity: "error",
    when: `The account is in the SES sandbox; ${LESS}.`,
    consequence: "Codes by email reach verified addresses only, which is to say your own.",
    mending: "Ask for production access, in the SES console.",
    check: (facts) =>
      forSes(facts, facts.sesAccount, ({ ProductionAccessEnabled }) =>
        ProductionAccessEnabled === false
          ? { what: `The account is in the SES sandbox${inPlace(sesIdentity(facts)?.region)}.` }
          : undefined,
      ),
  },
  {
    name: "ses-sending-off",
    severity: "error",
    when: `Sending is switched off for the account in SES; ${LESS}.`,
    consequence: "Codes by email are not sent.",
    mending: "See in the SES console why: after bounces or complaints AWS has to lift it.",
    check: (facts) =>
      forSes(facts, facts.sesAccount, ({ SendingEnabled }) =>
        SendingEnabled === false
          ? { what: `SES does not send for this account${inPlace(sesIdentity(facts)?.region)}.` }
          : undefined,
      ),
  },
];

/** The SES identity that the pool sends as; `undefined` where Cognito sends by itself, or a custom sender does. */
export function sesIdentity({ pool }: Pick<Facts, "pool">) {
  const { EmailSendingAccount, SourceArn } = pool.EmailConfiguration ?? {};
  if (EmailSendingAccount !== "DEVELOPER" || !SourceArn || !isSentByCognito("email", pool)) return undefined;
  const { region, account, resource } = arnIn(SourceArn);
  return {
    region,
    name: resource.replace(/^identity\//, ""),
    isElsewhere: account !== arnIn(pool.Arn).account,
  };
}

function forSes<T>(facts: Facts, known: T | undefined, found: (known: T) => Case | undefined) {
  if (!sesIdentity(facts)) return [];
  return known === undefined ? undefined : forContact("email", facts, () => found(known));
}
