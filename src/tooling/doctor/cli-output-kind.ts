import * as v from "valibot";
import { isObject, type Json } from "../replay/raw-event.ts";

// Each schema's message is what a value should be, in the words of a sentence. Keys that no rule reads pass.
const text = v.string("a text");
const number = v.number("a number");
const truth = v.boolean("true or false");
const texts = v.record(v.string(), text, "an object");
const listOf = <S extends v.GenericSchema>(each: S) => v.array(each, "a list");

/** An object some of whose keys are read; none has to be there. A list is none, though Valibot takes it for one. */
function having<S extends v.ObjectEntries>(entries: S) {
  return v.pipe(v.custom<object>(isObject, "an object"), v.partial(v.looseObject(entries)));
}

const lambdaConfig = having({
  CustomMessage: text,
  UserMigration: text,
  PreSignUp: text,
  PostConfirmation: text,
  CustomEmailSender: having({ LambdaArn: text }),
  CustomSMSSender: having({ LambdaArn: text }),
});

const schemaAttribute = having({
  Name: text,
  AttributeDataType: text,
  Required: truth,
  StringAttributeConstraints: having({ MinLength: text, MaxLength: text }),
});

const pool = having({
  // Any text: in what is pasted in public both are masked.
  Id: text,
  Arn: text,
  Name: text,
  MfaConfiguration: text,
  UsernameAttributes: listOf(text),
  AliasAttributes: listOf(text),
  AutoVerifiedAttributes: listOf(text),
  AccountRecoverySetting: having({ RecoveryMechanisms: listOf(having({ Priority: number, Name: text })) }),
  AdminCreateUserConfig: having({
    AllowAdminCreateUserOnly: truth,
    UnusedAccountValidityDays: number,
    InviteMessageTemplate: having({ EmailMessage: text, SMSMessage: text }),
  }),
  Policies: having({ PasswordPolicy: having({ TemporaryPasswordValidityDays: number }) }),
  UsernameConfiguration: having({ CaseSensitive: truth }),
  EmailConfiguration: having({ EmailSendingAccount: text, SourceArn: text }),
  EmailConfigurationFailure: text,
  SmsConfiguration: having({
    SnsCallerArn: text,
    SnsRegion: text,
    EumsSms: having({
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
  VerificationMessageTemplate: having({ EmailMessage: text, EmailSubject: text, SmsMessage: text }),
  EmailVerificationMessage: text,
  EmailVerificationSubject: text,
  SmsVerificationMessage: text,
});

const userAttributes = listOf(having({ Name: text, Value: text }));

const client = having({
  ClientId: text,
  ClientName: text,
  UserPoolId: text,
  ExplicitAuthFlows: listOf(text),
  AllowedOAuthFlows: listOf(text),
  PreventUserExistenceErrors: text,
  WriteAttributes: listOf(text),
});

export type PrintedKind =
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
 * What the rules read of a command's answer, and of which kind it is. AWS keeps to its own model; a file may not.
 * Typed loosely: what TypeScript infers of it would be 386 KB of declarations.
 */
const kinds: Readonly<Record<PrintedKind, v.GenericSchema>> = {
  pool: having({ UserPool: pool }),
  "bare pool": pool,
  client: having({ UserPoolClient: client }),
  "client list": having({ UserPoolClients: listOf(having({ ClientId: text })) }),
  "user list": having({ Users: listOf(having({ UserStatus: text, Attributes: userAttributes })) }),
  user: having({ UserStatus: text, UserAttributes: userAttributes }),
  mfa: having({
    MfaConfiguration: text,
    SmsMfaConfiguration: having({}),
    EmailMfaConfiguration: having({}),
    SoftwareTokenMfaConfiguration: having({ Enabled: truth }),
  }),
  function: having({
    FunctionArn: text,
    Runtime: text,
    Handler: text,
    Timeout: number,
    MemorySize: number,
    PackageType: text,
    State: text,
    StateReason: text,
    Environment: having({ Variables: texts, Error: having({}) }),
  }),
  policy: having({ Policy: text }),
  identity: having({ VerifiedForSendingStatus: truth }),
  "ses account": having({ ProductionAccessEnabled: truth, SendingEnabled: truth }),
  "sms sandbox": having({ IsInSandbox: truth }),
  "sms account": having({ AccountAttributes: listOf(having({ Name: text, Value: text })) }),
  "origination numbers": having({
    PhoneNumbers: listOf(having({ Iso2CountryCode: text, NumberCapabilities: listOf(text) })),
  }),
};

/** The first value that is of a kind which no rule can read: `LambdaConfig.PreSignUp should be a text`. */
export function misfitIn(json: Json, kind: PrintedKind): string | undefined {
  const { issues } = v.safeParse(kinds[kind], json, { abortEarly: true });
  return issues && `${v.getDotPath(issues[0]) ?? "the whole"} should be ${issues[0].message}`;
}
