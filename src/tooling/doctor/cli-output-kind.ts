import * as v from "valibot";
import { isObject, type Json } from "../json/json.ts";

// Each schema's message is the expected type, as a part of a sentence. Keys that no rule reads are ignored.
const text = v.string("a string");
const number = v.number("a number");
const truth = v.boolean("true or false");
const texts = v.record(v.string(), text, "an object");
const listOf = <S extends v.GenericSchema>(each: S) => v.array(each, "a list");

/** An object with optional keys. Valibot by itself would accept an array. */
function partialObject<S extends v.ObjectEntries>(entries: S) {
  return v.pipe(v.custom<object>(isObject, "an object"), v.partial(v.looseObject(entries)));
}

const lambdaConfig = partialObject({
  CustomMessage: text,
  UserMigration: text,
  PreSignUp: text,
  PostConfirmation: text,
  CustomEmailSender: partialObject({ LambdaArn: text }),
  CustomSMSSender: partialObject({ LambdaArn: text }),
});

const schemaAttribute = partialObject({
  Name: text,
  AttributeDataType: text,
  Required: truth,
  StringAttributeConstraints: partialObject({ MinLength: text, MaxLength: text }),
});

const pool = partialObject({
  // Any string: people mask both in public.
  Id: text,
  Arn: text,
  Name: text,
  MfaConfiguration: text,
  UsernameAttributes: listOf(text),
  AliasAttributes: listOf(text),
  AutoVerifiedAttributes: listOf(text),
  AccountRecoverySetting: partialObject({
    RecoveryMechanisms: listOf(partialObject({ Priority: number, Name: text })),
  }),
  AdminCreateUserConfig: partialObject({
    AllowAdminCreateUserOnly: truth,
    UnusedAccountValidityDays: number,
    InviteMessageTemplate: partialObject({ EmailMessage: text, SMSMessage: text }),
  }),
  Policies: partialObject({ PasswordPolicy: partialObject({ TemporaryPasswordValidityDays: number }) }),
  UsernameConfiguration: partialObject({ CaseSensitive: truth }),
  EmailConfiguration: partialObject({ EmailSendingAccount: text, SourceArn: text }),
  EmailConfigurationFailure: text,
  SmsConfiguration: partialObject({
    SnsCallerArn: text,
    SnsRegion: text,
    EumsSms: partialObject({
      CallerArn: text,
      OriginationIdentity: text,
      InEntityId: text,
      InTemplateId: text,
      Region: text,
    }),
  }),
  SmsConfigurationFailure: text,
  LambdaConfig: lambdaConfig,
  SchemaAttributes: listOf(schemaAttribute),
  VerificationMessageTemplate: partialObject({ EmailMessage: text, EmailSubject: text, SmsMessage: text }),
  EmailVerificationMessage: text,
  EmailVerificationSubject: text,
  SmsVerificationMessage: text,
});

const userAttributes = listOf(partialObject({ Name: text, Value: text }));

const client = partialObject({
  ClientId: text,
  ClientName: text,
  UserPoolId: text,
  ExplicitAuthFlows: listOf(text),
  AllowedOAuthFlows: listOf(text),
  PreventUserExistenceErrors: text,
  WriteAttributes: listOf(text),
});

export type CliOutputKind =
  | "pool"
  | "bare pool"
  | "client"
  | "client list"
  | "user list"
  | "user"
  | "mfa"
  | "function"
  | "policy"
  | "identity"
  | "ses account"
  | "sms sandbox"
  | "sms account"
  | "origination numbers";

/**
 * The values that rules read of each command's output, with their types: a file may have been edited.
 * Typed loosely: the inferred type would be 386 KB of declarations.
 */
const kinds: Readonly<Record<CliOutputKind, v.GenericSchema>> = {
  pool: partialObject({ UserPool: pool }),
  "bare pool": pool,
  client: partialObject({ UserPoolClient: client }),
  "client list": partialObject({ UserPoolClients: listOf(partialObject({ ClientId: text })) }),
  "user list": partialObject({
    Users: listOf(partialObject({ UserStatus: text, Attributes: userAttributes })),
  }),
  user: partialObject({ UserStatus: text, UserAttributes: userAttributes }),
  mfa: partialObject({
    MfaConfiguration: text,
    SmsMfaConfiguration: partialObject({}),
    EmailMfaConfiguration: partialObject({}),
    SoftwareTokenMfaConfiguration: partialObject({ Enabled: truth }),
  }),
  function: partialObject({
    FunctionArn: text,
    Runtime: text,
    Handler: text,
    Timeout: number,
    MemorySize: number,
    PackageType: text,
    State: text,
    StateReason: text,
    Environment: partialObject({ Variables: texts, Error: partialObject({}) }),
  }),
  policy: partialObject({ Policy: text }),
  identity: partialObject({ VerifiedForSendingStatus: truth }),
  "ses account": partialObject({ ProductionAccessEnabled: truth, SendingEnabled: truth }),
  "sms sandbox": partialObject({ IsInSandbox: truth }),
  "sms account": partialObject({ AccountAttributes: listOf(partialObject({ Name: text, Value: text })) }),
  "origination numbers": partialObject({
    PhoneNumbers: listOf(partialObject({ Iso2CountryCode: text, NumberCapabilities: listOf(text) })),
  }),
};

/** Returns the first value of a wrong type: `LambdaConfig.PreSignUp should be a string`. */
export function firstMismatch(json: Json, kind: CliOutputKind): string | undefined {
  const { issues } = v.safeParse(kinds[kind], json, { abortEarly: true });
  return issues && `${v.getDotPath(issues[0]) ?? "the output"} should be ${issues[0].message}`;
}
