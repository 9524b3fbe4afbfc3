import { contactNames } from "../contact.ts";
import { checkedContacts, hasRecoverySetting, isLeftToAdministrators } from "../recovery-contacts.ts";
import type { Rule } from "../rule.ts";

/** People can recover by themselves, and have a contact for it. */
export const accountRecoveryRules: readonly Rule[] = [
  {
    name: "recovery-by-admin-only",
    severity: "error",
    when: "`AccountRecoverySetting` is `admin_only`.",
    consequence: "Cognito rejects ForgotPassword for everybody.",
    suggestion: "Set AccountRecoverySetting to verified_email, to verified_phone_number, or to both.",
    check: ({ pool }) =>
      isLeftToAdministrators(pool)
        ? [{ message: "Only administrators can recover people (AccountRecoverySetting: admin_only)." }]
        : [],
  },
  {
    name: "recovery-contact-unverified",
    severity: "error",
    when: "`AutoVerifiedAttributes` contains none of the contacts that a recovery may use. A warning where only administrators recover people, a note where only they create users.",
    consequence:
      "Without a verified contact, ForgotPassword sends nothing. This pool verifies no such contact at sign-up; only migration or an administrator can.",
    suggestion: "Add the contact that recovery uses to AutoVerifiedAttributes.",
    check: ({ pool }) => {
      const contacts = checkedContacts(pool);
      const verified = pool.AutoVerifiedAttributes ?? [];
      if (contacts.length === 0 || contacts.some((contact) => verified.includes(contact))) return [];
      const names = contacts.map((contact) => contactNames[contact]).join(" or ");
      const uses = isLeftToAdministrators(pool) ? "could use" : "uses";
      const message = `A recovery ${uses} ${names}, but the pool verifies ${verified.length > 0 ? `only: ${verified.join(", ")}` : "neither"} (AutoVerifiedAttributes).`;
      if (pool.AdminCreateUserConfig?.AllowAdminCreateUserOnly) return [{ message, severity: "note" }];
      return [{ message, severity: isLeftToAdministrators(pool) ? "warning" : "error" }];
    },
  },
  {
    name: "recovery-order-unset",
    severity: "note",
    when: "`AccountRecoverySetting` is absent, and the pool sends SMS.",
    consequence: "People with a verified phone number get the code by SMS; only the others get it by email.",
    suggestion: "Set AccountRecoverySetting, with verified_email first if you prefer email.",
    check: ({ pool }) =>
      !hasRecoverySetting(pool) && pool.SmsConfiguration
        ? [{ message: "AccountRecoverySetting is not set, so that phone comes before email." }]
        : [],
  },
];
