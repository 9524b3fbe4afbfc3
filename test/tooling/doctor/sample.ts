import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { triggerNames } from "../../../src/tooling/aws/pool-triggers.ts";
import type { AppClient } from "../../../src/tooling/doctor/app-client.ts";
import { attachedTo } from "../../../src/tooling/doctor/attached.ts";
import type { Facts, Pool } from "../../../src/tooling/doctor/facts.ts";
import { lambdaFunction } from "../../../src/tooling/doctor/lambda-function.ts";

export const account = "123456789012";
export const poolId = "eu-central-1_AbCdEf123";
export const poolArn = `arn:aws:cognito-idp:eu-central-1:${account}:userpool/${poolId}`;
export const functionArn = (name: string) => `arn:aws:lambda:eu-central-1:${account}:function:${name}`;

/** A pool on which every recovery succeeds, by email and by phone. */
export const soundPool: Pool = {
  Id: poolId,
  Arn: poolArn,
  Name: "shop",
  MfaConfiguration: "OFF",
  UsernameAttributes: ["email"],
  UsernameConfiguration: { CaseSensitive: false },
  AutoVerifiedAttributes: ["email", "phone_number"],
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Priority: 2, Name: "verified_phone_number" },
      { Priority: 1, Name: "verified_email" },
    ],
  },
  EmailConfiguration: {
    EmailSendingAccount: "DEVELOPER",
    SourceArn: `arn:aws:ses:eu-central-1:${account}:identity/example.com`,
  },
  SmsConfiguration: { SnsCallerArn: `arn:aws:iam::${account}:role/sms`, SnsRegion: "eu-central-1" },
  VerificationMessageTemplate: { DefaultEmailOption: "CONFIRM_WITH_CODE" },
  LambdaConfig: {
    CustomMessage: functionArn("custom-message"),
    UserMigration: functionArn("user-migration:live"),
    PreSignUp: functionArn("pre-sign-up"),
    PostConfirmation: functionArn("post-confirmation"),
  },
  SchemaAttributes: [
    { Name: "sub", AttributeDataType: "String", Required: true },
    {
      Name: "email",
      AttributeDataType: "String",
      Required: true,
      StringAttributeConstraints: { MinLength: "0", MaxLength: "2048" },
    },
    { Name: "email_verified", AttributeDataType: "Boolean" },
    { Name: "custom:tier", AttributeDataType: "String", StringAttributeConstraints: {} },
  ],
};

export const soundClient: AppClient = {
  ClientId: "1example23456789",
  ClientName: "web",
  ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  PreventUserExistenceErrors: "ENABLED",
  WriteAttributes: ["email", "given_name"],
};

export const soundFunction: FunctionConfiguration = {
  Runtime: "nodejs24.x",
  Handler: "index.handler",
  Timeout: 5,
  MemorySize: 512,
  PackageType: "Zip",
  State: "Active",
  Environment: { Variables: { LEGACY_DATABASE: "secret:legacy" } },
};

/** The policy that lets a pool invoke a function. */
export function policyOf(arn: string, condition: object = soundCondition, effect = "Allow"): string {
  const Statement = [
    {
      Sid: "cognito",
      Effect: effect,
      Principal: { Service: "cognito-idp.amazonaws.com" },
      Action: "lambda:InvokeFunction",
      Resource: arn,
      Condition: condition,
    },
  ];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

export const soundCondition = {
  ArnLike: { "AWS:SourceArn": poolArn },
  StringEquals: { "AWS:SourceAccount": account },
};

/** All facts of a pool. Its functions are alike, except for the change that `change` makes to each. */
export function factsOf(
  pool: Pool = soundPool,
  change: (configuration: FunctionConfiguration, arn: string) => FunctionConfiguration = (same) => same,
): Facts {
  return {
    pool,
    expectedTriggers: triggerNames,
    mfa: { MfaConfiguration: "OFF" },
    clientIds: [soundClient.ClientId],
    clients: [soundClient],
    functions: new Map(
      attachedTo(pool).map(({ arn, triggers }) => [
        arn,
        { configuration: lambdaFunction(change(soundFunction, arn), triggers), policy: policyOf(arn) },
      ]),
    ),
    identity: { VerifiedForSendingStatus: true },
    sesAccount: { ProductionAccessEnabled: true, SendingEnabled: true },
    isInSmsSandbox: false,
    originationNumbers: [{ Iso2CountryCode: "US", NumberCapabilities: ["SMS"] }],
    returnedAttributes: {
      ever: ["custom:tier", "email", "email_verified", "username"],
      always: ["email"],
      source: "--attribute",
    },
  };
}
