import type { Facts, Pool } from "../../../../src/tooling/doctor/facts.ts";
import { factsOf, soundPool } from "../sample.ts";
import { cognitoSends, custom, lambda, only, pool, type Row, sender, variables } from "./change.ts";

/** A pool whose emails a custom sender sends. */
const withSender = (change: Partial<Pool>): Facts =>
  pool({ LambdaConfig: { ...soundPool.LambdaConfig, CustomEmailSender: sender }, ...change });

export const emailRows: readonly Row[] = [
  ["Cognito sends, but custom message has the default", pool(cognitoSends), "error email-rejected-by-pool"],
  ["no email setting", pool({ EmailConfiguration: undefined }), "error email-rejected-by-pool"],
  [
    "Cognito sends, and custom message writes no emails",
    factsOf({ ...soundPool, ...cognitoSends }, (sound) => ({
      ...sound,
      ...variables({ EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" }),
    })),
    "note email-by-cognito",
  ],
  [
    "Cognito sends, and the function is not known",
    { ...pool(cognitoSends), functions: new Map() },
    "warning email-may-be-rejected",
  ],
  [
    "Cognito sends, and a store contains the setting",
    factsOf({ ...soundPool, ...cognitoSends }, (sound) => ({
      ...sound,
      ...variables({ EMAIL_SENDING_ACCOUNT: "ssm:/account" }),
    })),
    "warning email-may-be-rejected",
  ],
  [
    "Cognito sends, and the function does not exist",
    {
      ...pool(cognitoSends),
      functions: new Map(factsOf().functions).set(custom, { configuration: "missing" }),
    },
    "error function-missing",
  ],
  [
    "Cognito sends, without a custom message",
    pool({ ...cognitoSends, LambdaConfig: { ...soundPool.LambdaConfig, CustomMessage: undefined } }),
    "warning no-custom-message",
  ],
  [
    "SES sends, but custom message writes no emails",
    lambda(variables({ EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" })),
    "warning email-not-ours",
  ],
  [
    "SES sends, and the setting is invalid",
    lambda(variables({ EMAIL_SENDING_ACCOUNT: "SES" })),
    "warning email-not-ours",
    "warning setting-invalid",
  ],
  [
    "Cognito reports that email fails",
    pool({ EmailConfigurationFailure: "denied" }),
    "error email-configuration-failed",
  ],
  [
    "the same, where email comes second",
    pool({
      EmailConfigurationFailure: "denied",
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Priority: 1, Name: "verified_phone_number" },
          { Priority: 2, Name: "verified_email" },
        ],
      },
    }),
    "warning email-configuration-failed",
  ],
  [
    "the same, if no one recovers by email",
    pool({ EmailConfigurationFailure: "denied", ...only("verified_phone_number") }),
  ],
  ["no SES identity", { ...factsOf(), identity: "missing" }, "error ses-identity-missing"],
  [
    "an unverified SES identity",
    { ...factsOf(), identity: { VerifiedForSendingStatus: false } },
    "error ses-identity-unverified",
  ],
  [
    "the SES sandbox",
    { ...factsOf(), sesAccount: { ProductionAccessEnabled: false, SendingEnabled: true } },
    "error ses-sandbox",
  ],
  [
    "SES disabled",
    { ...factsOf(), sesAccount: { ProductionAccessEnabled: true, SendingEnabled: false } },
    "error ses-sending-off",
  ],
  ...[
    { sesAccount: { ProductionAccessEnabled: false, SendingEnabled: false } },
    { identity: "missing" as const },
    { identity: { VerifiedForSendingStatus: false } },
  ].map(
    (known): Row => [
      `a custom sender of emails, and ${JSON.stringify(known)}`,
      { ...withSender({ EmailConfigurationFailure: "denied" }), ...known },
      "warning custom-sender-with-message",
    ],
  ),
  [
    "a custom sender of SMS, and the SES sandbox",
    {
      ...pool({ LambdaConfig: { ...soundPool.LambdaConfig, CustomSMSSender: sender } }),
      sesAccount: { ProductionAccessEnabled: false, SendingEnabled: true },
    },
    "error ses-sandbox",
    "warning custom-sender-with-message",
  ],
  [
    "a custom sender of emails instead of Cognito, and the default",
    withSender(cognitoSends),
    "warning email-may-be-rejected",
    "warning custom-sender-with-message",
  ],
  [
    "a custom sender of emails instead of Cognito, and no emails by custom message",
    factsOf({ ...withSender(cognitoSends).pool }, (sound) => ({
      ...sound,
      ...variables({ EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" }),
    })),
    "warning custom-sender-with-message",
  ],
  [
    "a custom sender of emails instead of SES, and no emails by custom message",
    factsOf({ ...withSender({}).pool }, (sound) => ({
      ...sound,
      ...variables({ EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" }),
    })),
    "warning custom-sender-with-message",
  ],
];
