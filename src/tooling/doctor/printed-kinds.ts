import * as v from "valibot";
import { isObject, type Json } from "../replay/raw-event.ts";

// Each schema's message is what a value should be, in the words of a sentence. Keys that no rule reads pass.
const text = v.string("a text");
const number = v.number("a number");
const truth = v.boolean("true or false");
const texts = v.record(v.string(), text, "an object");
const listOf = <S extends v.GenericSchema>(each: S) => v.array(each, "a list");

/** What says of a pool where it is, and whose: nothing can be judged, nor asked for, by another text. */
const poolId = v.pipe(text, v.regex(/^[\w-]+_[A-Za-z0-9]+$/, "the id of a user pool"));
const poolArn = v.pipe(
  text,
  v.regex(/^arn:[\w-]+:cognito-idp:[\w-]+:\d+:userpool\//, "the ARN of a user pool"),
);

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
  Id: poolId,
  Arn: poolArn,
  Name: text,
  MfaConfiguration: text,
  UsernameAttributes: listOf(text),
  AliasAttributes: listOf(text),
  AutoVerifiedAttributes: listOf(text),
  AccountRecoverySetting: having({ RecoveryMechanisms: listOf(having({ Priority: number, Name: text })) }),
  AdminCreateUserConfig: having({
    AllowAdminCreateUserOnly: truth,
    InviteMessageTemplate: having({ EmailMessage: text, SMSMessage: text }),
  }),
  EmailConfiguration: having({ EmailSendingAccount: text, SourceArn: text }),
  EmailConfigurationFailure: text,
  SmsConfiguration: having({ SnsCallerArn: text, SnsRegion: text, EumsSms: having({}) }),
  SmsConfigurationFailure: text,
  LambdaConfig: lambdaConfig,
  SchemaAttributes: listOf(schemaAttribute),
  VerificationMessageTemplate: having({ EmailMessage: text, EmailSubject: text, SmsMessage: text }),
  EmailVerificationMessage: text,
  EmailVerificationSubject: text,
  SmsVerificationMessage: text,
});

const client = having({
  ClientId: text,
  ClientName: text,
  UserPoolId: text,
  ExplicitAuthFlows: listOf(text),
  AllowedOAuthFlows: listOf(text),
  PreventUserExistenceErrors: text,
  WriteAttributes: listOf(text),
});

/** What the rules read of a command's answer, and of which kind it is. AWS keeps to its own model; a file may not. */
export const kinds = {
  pool: having({ UserPool: pool }),
  "bare pool": pool,
  client: having({ UserPoolClient: client }),
  "client list": having({ UserPoolClients: listOf(having({ ClientId: text })) }),
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
  "origination numbers": having({
    PhoneNumbers: listOf(having({ Iso2CountryCode: text, NumberCapabilities: listOf(text) })),
  }),
} as const;

/** The first value that is of a kind which no rule can read: `LambdaConfig.PreSignUp should be a text`. */
export function misfitIn(json: Json, kind: keyof typeof kinds): string | undefined {
  const { issues } = v.safeParse(kinds[kind], json, { abortEarly: true });
  return issues && `${v.getDotPath(issues[0]) ?? "the whole"} should be ${issues[0].message}`;
}
