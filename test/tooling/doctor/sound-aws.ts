import type { LoopbackAws } from "../../aws/loopback.ts";
import { policyOf, poolId, soundClient, soundFunction, soundPool } from "./sample.ts";

export const COGNITO = "CognitoIdentityProvider";

/** Answers all of doctor's calls as for a sound pool with two app clients. */
export function answerSoundly(on: LoopbackAws): void {
  const date = new Date("2026-03-01T12:00:00Z");
  on.answer(`${COGNITO}.DescribeUserPool`, () => ({ UserPool: { ...soundPool, CreationDate: date } }));
  on.answer(`${COGNITO}.GetUserPoolMfaConfig`, () => ({ MfaConfiguration: "OFF" }));
  on.answer(`${COGNITO}.ListUserPoolClients`, ({ NextToken }) =>
    NextToken === undefined
      ? { UserPoolClients: [{ ClientId: soundClient.ClientId, UserPoolId: poolId }], NextToken: "more" }
      : { UserPoolClients: [{ ClientId: "2example", UserPoolId: poolId }] },
  );
  on.answer(`${COGNITO}.DescribeUserPoolClient`, ({ ClientId }) => ({
    UserPoolClient: { ...soundClient, ClientId, ClientSecret: "neverToBeSeen" },
  }));
  on.answer("Lambda.GetFunctionConfiguration", ({ FunctionName }) => ({
    ...soundFunction,
    FunctionArn: FunctionName,
  }));
  on.answer("Lambda.GetPolicy", ({ FunctionName }) => ({
    Policy: policyOf(String(FunctionName)),
    RevisionId: "any",
  }));
  on.answer("SESv2.GetEmailIdentity", () => ({ IdentityType: "DOMAIN", VerifiedForSendingStatus: true }));
  on.answer("SESv2.GetAccount", () => ({ ProductionAccessEnabled: true, SendingEnabled: true }));
  on.answer("SNS.GetSMSSandboxAccountStatus", () => ({ IsInSandbox: false }));
  on.answer("SNS.ListOriginationNumbers", ({ NextToken }) =>
    NextToken === undefined
      ? { PhoneNumbers: [{ Iso2CountryCode: "DE" }], NextToken: "more" }
      : { PhoneNumbers: [{ Iso2CountryCode: "US", NumberCapabilities: ["SMS"] }] },
  );
}
