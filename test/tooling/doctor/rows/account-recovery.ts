import { factsOf, soundPool } from "../sample.ts";
import { mfa, only, pool, type Row, sender } from "./change.ts";

export const accountRecoveryRows: readonly Row[] = [
  ["a sound pool", factsOf()],
  ["another, with MFA by an app", mfa("ON", { SoftwareTokenMfaConfiguration: { Enabled: true } })],

  ["recovery by administrators", pool(only("admin_only")), "error recovery-by-admin-only"],
  [
    "recovery by administrators, and all that would fail otherwise",
    pool({
      ...only("admin_only"),
      AutoVerifiedAttributes: [],
      EmailConfigurationFailure: "denied",
      SmsConfigurationFailure: "denied",
    }),
    "error recovery-by-admin-only",
    "warning recovery-contact-unverified",
    "warning email-configuration-failed",
    "warning sms-configuration-failed",
  ],
  [
    "recovery by administrators, from both sandboxes",
    {
      ...pool(only("admin_only")),
      sesAccount: { ProductionAccessEnabled: false, SendingEnabled: true },
      isInSmsSandbox: true,
    },
    "error recovery-by-admin-only",
    "warning ses-sandbox",
    "warning sms-sandbox",
  ],
  [
    "recovery by administrators, and no SMS",
    pool({ ...only("admin_only"), SmsConfiguration: undefined }),
    "error recovery-by-admin-only",
  ],
  ["an unknown way of recovery", pool(only("verified_fax" as "verified_email"))],
  ["no contact verified", pool({ AutoVerifiedAttributes: [] }), "error recovery-contact-unverified"],
  [
    "another contact verified",
    pool({ AutoVerifiedAttributes: ["phone_number"], ...only("verified_email") }),
    "error recovery-contact-unverified",
  ],
  ["one of two verified", pool({ AutoVerifiedAttributes: ["email"] })],
  [
    "no contact verified, and users created by administrators",
    pool({ AutoVerifiedAttributes: [], AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }),
    "warning invited-cannot-recover",
    "note recovery-contact-unverified",
  ],
  ["no setting of recovery", pool({ AccountRecoverySetting: undefined }), "note recovery-order-unset"],
  [
    "no setting of recovery, and no SMS",
    pool({
      AccountRecoverySetting: undefined,
      SmsConfiguration: undefined,
      AutoVerifiedAttributes: ["email"],
    }),
  ],
  ["MFA by the one contact", mfa("ON", { EmailMfaConfiguration: {} }), "error mfa-takes-the-contact"],
  [
    "optional MFA by the one contact",
    mfa("OPTIONAL", { EmailMfaConfiguration: {} }),
    "warning mfa-takes-the-contact",
  ],
  [
    "MFA by the one contact or an app",
    mfa("ON", { EmailMfaConfiguration: {}, SoftwareTokenMfaConfiguration: { Enabled: true } }),
    "warning mfa-takes-the-contact",
  ],
  [
    "MFA by the one phone",
    mfa("ON", { SmsMfaConfiguration: {} }, only("verified_phone_number")),
    "error mfa-takes-the-contact",
  ],
  ["MFA by one of two contacts", mfa("ON", { EmailMfaConfiguration: {} }, {})],
  [
    "MFA by email, where the pool sends no SMS",
    mfa("ON", { EmailMfaConfiguration: {} }, { SmsConfiguration: undefined }),
    "error mfa-takes-the-contact",
    "warning sms-not-set-up",
  ],
  [
    "MFA by email, without a setting of recovery and with no verified phones",
    mfa(
      "OPTIONAL",
      { EmailMfaConfiguration: {} },
      { AccountRecoverySetting: undefined, SmsConfiguration: undefined, AutoVerifiedAttributes: ["email"] },
    ),
    "warning mfa-takes-the-contact",
  ],
  [
    "MFA by email, where a custom sender sends SMS",
    mfa(
      "ON",
      { EmailMfaConfiguration: {} },
      {
        SmsConfiguration: undefined,
        LambdaConfig: { ...soundPool.LambdaConfig, CustomSMSSender: sender },
      },
    ),
    "warning custom-sender-with-message",
  ],
];
