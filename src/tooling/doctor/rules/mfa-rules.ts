import { contactNames, usableContacts } from "../recovery-contacts.ts";
import type { Rule } from "../rule.ts";

/** A contact that MFA uses cannot also receive the reset code. */
export const mfaRules: readonly Rule[] = [
  {
    name: "mfa-takes-the-contact",
    severity: "error",
    when: "MFA is on for the only contact that recovery may use, be it that no other is in `AccountRecoverySetting`, or that the pool sends no SMS; a warning where MFA is optional, or there is another second factor.",
    consequence: "Whoever uses that contact for MFA cannot receive a reset code by it, and has no other way.",
    mending:
      "Let recovery use the other contact too (AccountRecoverySetting, and SMS for the phone), or use a factor for MFA that recovery does not need (an authenticator app).",
    check: (facts) => {
      const { pool, mfa } = facts;
      const [contact, ...others] = usableContacts(facts);
      if (contact === undefined || others.length > 0) return [];
      if (pool.MfaConfiguration === "OFF") return [];
      if (!mfa) return undefined;
      const factors = {
        email: mfa.EmailMfaConfiguration !== undefined,
        phone_number: mfa.SmsMfaConfiguration !== undefined,
        app: mfa.SoftwareTokenMfaConfiguration?.Enabled === true,
      };
      const mode = mfa.MfaConfiguration ?? pool.MfaConfiguration ?? "OFF";
      if (mode === "OFF" || !factors[contact]) return [];
      const isTheOnlyOne = Object.values(factors).filter(Boolean).length === 1;
      const what = `Recovery goes by ${contactNames[contact]} alone, which MFA uses too (MfaConfiguration: ${mode}).`;
      return [{ what, severity: mode === "ON" && isTheOnlyOne ? "error" : "warning" }];
    },
  },
];
