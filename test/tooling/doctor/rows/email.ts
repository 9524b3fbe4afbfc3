import type { Facts, Pool } from "../../../../src/tooling/doctor/facts.ts";
import { factsOf, soundPool } from "../sample.ts";
import { cognitoSends, custom, lambda, only, pool, type Row, sender, variables } from "./change.ts";

/** A pool whose emails a custom sender sends. */
const withSender = (change: Partial<Pool>): Facts =>
  pool({ LambdaConfig: { ...soundPool.LambdaConfig, CustomEmailSender: sender }, ...change });

export const emailRows: readonly Row[] = [
  ["Cognito's sender, and ours not told", pool(cognitoSends), "error email-refused-by-pool"],
  ["no email setting at all", pool({ EmailConfiguration: undefined }), "error email-refused-by-pool"],
  [
    "Cognito's sender, and ours told",
    factsOf({ ...soundPool, ...cognitoSends }, (sound) => ({
      ...sound,
      ...variables({ EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" }),
    })),
    "note email-by-cognito",
  ],
  [
    "Cognito's sender, and ours of which nothing is known",
    { ...pool(cognitoSends), functions: new Map() },
    "warning email-may-be-refused",
  ],
  [
    "Cognito's sender, and ours told by a store",
    factsOf({ ...soundPool, ...cognitoSends }, (sound) => ({
      ...sound,
      ...variables({ EMAIL_SENDING_ACCOUNT: "ssm:/account" }),
    })),
    "warning email-may-be-refused",
  ],
  [
    "Cognito's sender, and no function of ours there",
    {
      ...pool(cognitoSends),
      functions: new Map(factsOf().functions).set(custom, { configuration: "missing" }),
    },
    "error function-missing",
  ],
  [
    "Cognito's sender, and no custom message",
    pool({ ...cognitoSends, LambdaConfig: { ...soundPool.LambdaConfig, CustomMessage: undefined } }),
    "warning no-custom-message",
  ],
  [
    "SES, and ours told otherwise",
    lambda(variables({ EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" })),
    "warning email-not-ours",
  ],
  [
    "SES, and ours told nonsense",
    lambda(variables({ EMAIL_SENDING_ACCOUNT: "SES" })),
    "warning email-not-ours",
    "warning setting-wrong",
  ],
  [
    "Cognito's word that email fails",
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
    "the same, where nobody recovers by email",
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
    "SES switched off",
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
      "warning sender-beside-message",
    ],
  ),
  [
    "a custom sender of SMS, and the SES sandbox",
    {
      ...pool({ LambdaConfig: { ...soundPool.LambdaConfig, CustomSMSSender: sender } }),
      sesAccount: { ProductionAccessEnabled: false, SendingEnabled: true },
    },
    "error ses-sandbox",
    "warning sender-beside-message",
  ],
  [
    "a custom sender of emails where Cognito would send, and ours not told",
    withSender(cognitoSends),
    "warning email-may-be-refused",
    "warning sender-beside-message",
  ],
  [
    "a custom sender of emails where Cognito would send, and ours told",
    factsOf({ ...withSender(cognitoSends).pool }, (sound) => ({
      ...sound,
      ...variables({ EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" }),
    })),
    "warning sender-beside-message",
  ],
  [
    "a custom sender of emails where SES would send, and ours told otherwise",
    factsOf({ ...withSender({}).pool }, (sound) => ({
      ...sound,
      ...variables({ EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" }),
    })),
    "warning sender-beside-message",
  ],
];
