import {
  contactNames,
  contactsInView,
  hasRecoverySetting,
  isLeftToAdministrators,
} from "../recovery-contacts.ts";
import type { Rule } from "../rule.ts";

/** Whether people may recover by themselves, and whether they have a contact for it. */
export const accountRecoveryRules: readonly Rule[] = [
  {
    name: "recovery-by-admin-only",
    severity: "error",
    when: "`AccountRecoverySetting` is `admin_only`.",
    consequence: "ForgotPassword is refused for everybody.",
    mending: "Set AccountRecoverySetting to verified_email, to verified_phone_number, or to both.",
    check: ({ pool }) =>
      isLeftToAdministrators(pool)
        ? [{ what: "The pool leaves recovery to administrators (AccountRecoverySetting: admin_only)." }]
        : [],
  },
  {
    name: "recovery-contact-unverified",
    severity: "error",
    when: "`AutoVerifiedAttributes` has none of the contacts that a recovery may use; a warning where only administrators recover people, a note where only they make users.",
    consequence:
      "Without a verified contact ForgotPassword sends nothing. Whoever signs up gets none from this pool; those who are migrated, or verified by an administrator, have theirs.",
    mending: "Add the contact that recovery uses to AutoVerifiedAttributes.",
    check: ({ pool }) => {
      const contacts = contactsInView(pool);
      const verified = pool.AutoVerifiedAttributes ?? [];
      if (contacts.length === 0 || contacts.some((contact) => verified.includes(contact))) return [];
      const names = contacts.map((contact) => contactNames[contact]).join(" or ");
      const goes = isLeftToAdministrators(pool) ? "could go" : "goes";
      const what = `A recovery ${goes} by ${names}, and the pool verifies ${verified.length > 0 ? `only: ${verified.join(", ")}` : "neither"} (AutoVerifiedAttributes).`;
      if (pool.AdminCreateUserConfig?.AllowAdminCreateUserOnly) return [{ what, severity: "note" }];
      return [{ what, severity: isLeftToAdministrators(pool) ? "warning" : "error" }];
    },
  },
  {
    name: "recovery-order-unset",
    severity: "note",
    when: "`AccountRecoverySetting` is absent, and the pool sends SMS.",
    consequence: "Whoever has a verified phone number gets the code by SMS, and by email only without one.",
    mending: "Set AccountRecoverySetting, with verified_email first if that is meant.",
    check: ({ pool }) =>
      !hasRecoverySetting(pool) && pool.SmsConfiguration
        ? [
            {
              what: "The pool does not say how people recover (AccountRecoverySetting): phone goes before email.",
            },
          ]
        : [],
  },
];
