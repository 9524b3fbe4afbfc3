import { contactNames } from "../contact.ts";
import { usableContacts } from "../recovery-contacts.ts";
import type { Rule } from "../rule.ts";

/** A contact that MFA uses cannot also receive the reset code. */
export const mfaRules: readonly Rule[] = [
  {
    name: "mfa-takes-the-contact",
    severity: "error",
    when: "MFA uses the only contact that a recovery can use, because `AccountRecoverySetting` names no other or the pool sends no SMS. A warning where MFA is optional, or there is another second factor.",
    consequence:
      "People who use that contact for MFA cannot receive a code there, and have no other contact.",
    suggestion:
      "Let recovery use the other contact too (AccountRecoverySetting, and SMS for the phone), or use another factor for MFA (an authenticator app).",
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
      const message = `Recovery uses only ${contactNames[contact]}, and MFA uses it too (MfaConfiguration: ${mode}).`;
      return [{ message, severity: mode === "ON" && isTheOnlyOne ? "error" : "warning" }];
    },
  },
];
