import type { EumsSmsConfigurationType } from "@aws-sdk/client-cognito-identity-provider";
import type { Facts } from "../../../../src/tooling/doctor/facts.ts";
import { factsOf, soundPool } from "../sample.ts";
import { only, pool, type Row, sender } from "./change.ts";

const complete = {
  CallerArn: "arn:aws:iam::123456789012:role/eums",
  OriginationIdentity: "+12065550100",
  InEntityId: "1001",
  InTemplateId: "1007",
};

/** A pool that sends through AWS End User Messaging, by which alone people recover. */
const byEums = (EumsSms: EumsSmsConfigurationType): Facts =>
  pool({ SmsConfiguration: { EumsSms }, ...only("verified_phone_number") });

export const smsRows: readonly Row[] = [
  ["no SMS, where phone comes second", pool({ SmsConfiguration: undefined }), "warning sms-not-set-up"],
  [
    "no SMS, where phone is all",
    pool({ SmsConfiguration: undefined, ...only("verified_phone_number") }),
    "error sms-not-set-up",
  ],
  [
    "no SMS, where phones are verified and no order is set",
    pool({ SmsConfiguration: undefined, AccountRecoverySetting: undefined }),
    "error sms-not-set-up",
  ],
  ["no SMS, if no one recovers by phone", pool({ SmsConfiguration: undefined, ...only("verified_email") })],
  [
    "SMS by End User Messaging, in the sandbox of SNS",
    { ...byEums(complete), isInSmsSandbox: true, originationNumbers: [], isInEumsSandbox: false },
    "note eums-india-template",
  ],
  [
    "SMS by End User Messaging, in its own sandbox",
    { ...byEums(complete), isInEumsSandbox: true },
    "error eums-sandbox",
    "note eums-india-template",
  ],
  [
    "the same, where phone comes second",
    { ...pool({ SmsConfiguration: { EumsSms: complete } }), isInEumsSandbox: true },
    "warning eums-sandbox",
    "note eums-india-template",
  ],
  [
    "SMS by End User Messaging, without a number",
    { ...byEums({ ...complete, OriginationIdentity: undefined }), isInEumsSandbox: false },
    "warning eums-no-origination",
    "note eums-india-template",
  ],
  [
    "SMS by End User Messaging, with half a template for India",
    { ...byEums({ ...complete, InTemplateId: undefined }), isInEumsSandbox: false },
    "warning eums-india-template",
  ],
  [
    "SMS by End User Messaging, with no template for India",
    {
      ...byEums({ ...complete, InEntityId: undefined, InTemplateId: undefined }),
      isInEumsSandbox: false,
    },
    "note eums-india-template",
  ],
  [
    "SMS by End User Messaging, with a template for India and Cognito's own text",
    {
      ...pool({
        ...only("verified_phone_number"),
        SmsConfiguration: { EumsSms: complete },
        LambdaConfig: { ...soundPool.LambdaConfig, CustomMessage: undefined },
      }),
      isInEumsSandbox: false,
    },
    "warning no-custom-message",
  ],
  [
    "SMS by End User Messaging, and no role",
    pool({
      SmsConfiguration: { EumsSms: { CallerArn: undefined } },
      ...only("verified_phone_number"),
    }),
    "error sms-not-set-up",
  ],
  [
    "a custom sender of SMS, and nothing for Cognito to send by",
    {
      ...pool({
        ...only("verified_phone_number"),
        SmsConfiguration: undefined,
        SmsConfigurationFailure: "denied",
        LambdaConfig: { ...soundPool.LambdaConfig, CustomSMSSender: sender },
      }),
      isInSmsSandbox: true,
      originationNumbers: [],
    },
    "warning custom-sender-with-message",
  ],
  [
    "a custom sender of SMS, and the sandbox of SNS",
    {
      ...pool({
        ...only("verified_phone_number"),
        LambdaConfig: { ...soundPool.LambdaConfig, CustomSMSSender: sender },
      }),
      isInSmsSandbox: true,
      originationNumbers: [],
    },
    "warning custom-sender-with-message",
  ],
  [
    "a custom sender of emails, and no SMS",
    {
      ...pool({
        ...only("verified_phone_number"),
        SmsConfiguration: undefined,
        LambdaConfig: { ...soundPool.LambdaConfig, CustomEmailSender: sender },
      }),
    },
    "error sms-not-set-up",
    "warning custom-sender-with-message",
  ],
  [
    "Cognito reports that SMS fails",
    pool({ SmsConfigurationFailure: "denied", ...only("verified_phone_number") }),
    "error sms-configuration-failed",
  ],
  ["the SMS sandbox", { ...pool(only("verified_phone_number")), isInSmsSandbox: true }, "error sms-sandbox"],
  [
    "the SMS sandbox, where phone comes second",
    { ...factsOf(), isInSmsSandbox: true },
    "warning sms-sandbox",
  ],
  ["the SMS sandbox, if no one recovers by phone", { ...pool(only("verified_email")), isInSmsSandbox: true }],
  [
    "no US number",
    {
      ...pool(only("verified_phone_number")),
      originationNumbers: [
        { Iso2CountryCode: "DE", NumberCapabilities: ["SMS"] },
        { Iso2CountryCode: "US", NumberCapabilities: ["VOICE"] },
      ],
    },
    "warning sms-no-us-number",
  ],
];
