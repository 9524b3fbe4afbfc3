import { factsOf } from "../sample.ts";
import { only, pool, type Row } from "./change.ts";

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
  [
    "no SMS, where nobody recovers by phone",
    pool({ SmsConfiguration: undefined, ...only("verified_email") }),
  ],
  [
    "SMS by End User Messaging",
    {
      ...pool({
        SmsConfiguration: {
          EumsSms: { RoleArn: "r", OriginationIdentity: "o", Region: "eu-west-1" } as never,
        },
      }),
      isInSmsSandbox: true,
    },
  ],
  [
    "Cognito's word that SMS fails",
    pool({ SmsConfigurationFailure: "denied", ...only("verified_phone_number") }),
    "error sms-configuration-failed",
  ],
  ["the SMS sandbox", { ...pool(only("verified_phone_number")), isInSmsSandbox: true }, "error sms-sandbox"],
  [
    "the SMS sandbox, where phone comes second",
    { ...factsOf(), isInSmsSandbox: true },
    "warning sms-sandbox",
  ],
  [
    "the SMS sandbox, where nobody recovers by phone",
    { ...pool(only("verified_email")), isInSmsSandbox: true },
  ],
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
