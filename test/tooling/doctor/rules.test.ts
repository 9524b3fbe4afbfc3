import { describe, expect, test } from "vitest";
import type { AppClient, Facts, FunctionFacts, Pool } from "../../../src/tooling/doctor/facts.ts";
import { diagnosis } from "../../../src/tooling/doctor/rule.ts";
import { poolRules } from "../../../src/tooling/doctor/rules/table.ts";
import { unseenIn } from "../../../src/tooling/doctor/wanted.ts";
import { factsOf, functionArn, policyOf, poolArn, soundClient, soundPool } from "./sample.ts";

const pool = (change: Partial<Pool>): Facts => factsOf({ ...soundPool, ...change });
const lambda = (change: object): Facts => factsOf(soundPool, (sound) => ({ ...sound, ...change }));
const variables = (change: Record<string, string>) => ({
  Environment: { Variables: { LEGACY_DATABASE: "secret:x", ...change } },
});
const client = (change: Partial<AppClient>): Facts => ({
  ...factsOf(),
  clients: [{ ...soundClient, ...change }],
});
const only = (Name: "verified_email" | "verified_phone_number" | "admin_only") => ({
  AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name }] },
});
const attached = (change: Pool["LambdaConfig"]) =>
  pool({ LambdaConfig: { ...soundPool.LambdaConfig, ...change } });
const without = (name: keyof NonNullable<Pool["LambdaConfig"]>) => attached({ [name]: undefined });
const custom = functionArn("custom-message");
const known = (change: FunctionFacts): Facts => {
  const facts = factsOf();
  return {
    ...facts,
    functions: new Map(facts.functions).set(custom, { ...facts.functions.get(custom), ...change }),
  };
};
const cognitoSends = { EmailConfiguration: { EmailSendingAccount: "COGNITO_DEFAULT" } } as const;
const mfa = (mode: "ON" | "OPTIONAL", own: object, more: Partial<Pool> = only("verified_email")): Facts => ({
  ...pool({ MfaConfiguration: mode, ...more }),
  mfa: { MfaConfiguration: mode, ...own },
});
const sender = { LambdaVersion: "V1_0", LambdaArn: functionArn("sender") } as const;

/** Facts, and the findings that they lead to: severity and rule, in the order in which they are told. */
const rows: readonly (readonly [string, Facts, ...string[]])[] = [
  ["a sound pool", factsOf()],
  [
    "another, with an MFA that recovery does not need",
    mfa("ON", { SoftwareTokenMfaConfiguration: { Enabled: true } }),
  ],

  ["recovery by administrators", pool(only("admin_only")), "error recovery-by-admin-only"],
  ["no contact verified", pool({ AutoVerifiedAttributes: [] }), "error recovery-contact-unverified"],
  [
    "another contact verified",
    pool({ AutoVerifiedAttributes: ["phone_number"], ...only("verified_email") }),
    "error recovery-contact-unverified",
  ],
  ["one of two verified", pool({ AutoVerifiedAttributes: ["email"] })],
  [
    "no contact verified, and users made by administrators",
    pool({ AutoVerifiedAttributes: [], AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }),
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
    "MFA by the one contact, for who wants it",
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

  [
    "a client that tells who exists",
    client({ PreventUserExistenceErrors: "LEGACY" }),
    "warning client-tells-who-exists",
  ],
  [
    "a client of an early API",
    client({ PreventUserExistenceErrors: undefined }),
    "warning client-tells-who-exists",
  ],
  [
    "a client with SRP alone",
    client({ ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }),
    "warning client-cannot-migrate-sign-in",
  ],
  ["a client whose server signs in", client({ ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] })],
  ["a client of machines", client({ ExplicitAuthFlows: [], AllowedOAuthFlows: ["client_credentials"] })],
  [
    "a client with SRP alone, and nobody to migrate",
    { ...without("UserMigration"), clients: [{ ...soundClient, ExplicitAuthFlows: [] }] },
    "error no-user-migration",
  ],
  [
    "a client that may write what is verified",
    client({ WriteAttributes: ["email", "email_verified"] }),
    "warning client-may-write-verified",
  ],
  [
    "a client that may write a phone as verified",
    client({ WriteAttributes: ["phone_number_verified"] }),
    "warning client-may-write-verified",
  ],
  ["a client without a list", client({ WriteAttributes: undefined }), "warning client-writes-by-default"],
  ["a pool without clients", { ...factsOf(), clients: [], clientIds: [] }],

  ["no user migration", without("UserMigration"), "error no-user-migration"],
  ["no custom message", without("CustomMessage"), "warning no-custom-message"],
  ["no pre sign-up", without("PreSignUp"), "warning no-pre-sign-up"],
  ["no post confirmation", without("PostConfirmation"), "warning no-post-confirmation"],
  [
    "what the project does not have",
    { ...without("PreSignUp"), ours: ["custom-message", "user-migration", "post-confirmation"] },
  ],
  ["a function that is not there", known({ configuration: "missing" }), "error function-missing"],
  [
    "failed functions",
    lambda({ State: "Failed", StateReason: "No subnet" }),
    ...Array(4).fill("error function-not-active"),
  ],
  ["idle functions", lambda({ State: "Inactive" }), ...Array(4).fill("warning function-not-active")],
  ["a function without a policy", known({ policy: "none" }), "error invocation-refused"],
  [
    "another pool's permission",
    known({ policy: policyOf(custom, { ArnLike: { "AWS:SourceArn": `${poolArn}4` } }) }),
    "error invocation-refused",
  ],
  ["a permission for any pool", known({ policy: policyOf(custom, {}) }), "warning invocation-too-wide"],
  [
    "a permission without the account",
    known({ policy: policyOf(custom, { ArnLike: { "AWS:SourceArn": poolArn } }) }),
    "warning invocation-too-wide",
  ],
  [
    "a condition that nobody here knows",
    known({ policy: policyOf(custom, { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }) }),
    "warning invocation-unclear",
  ],
  ["Lambda's default time", lambda({ Timeout: 3 }), ...Array(4).fill("warning timeout-short")],
  ["time that is of no use", lambda({ Timeout: 30 }), ...Array(4).fill("note timeout-useless")],
  ["Lambda's default memory", lambda({ MemorySize: 128 }), ...Array(4).fill("warning memory-small")],
  ["a deprecated runtime", lambda({ Runtime: "nodejs20.x" }), ...Array(4).fill("warning runtime-deprecated")],
  ["an old runtime", lambda({ Runtime: "nodejs8.10" }), ...Array(4).fill("warning runtime-deprecated")],
  ["current runtimes", lambda({ Runtime: "nodejs22.x" })],
  ["another handler", lambda({ Handler: "dist/index.main" }), ...Array(4).fill("warning handler-other")],
  ["an image, which has no handler", lambda({ PackageType: "Image", Handler: undefined })],
  [
    "functions without variables",
    lambda({ Environment: undefined }),
    ...Array(3).fill("error setting-vital"),
  ],
  ["a wrong setting", lambda(variables({ WHEN_UNAVAILABLE: "hunter2" })), "warning setting-wrong"],

  [
    "an attribute that the pool lacks",
    { ...factsOf(), returned: { ever: ["email", "custom:plan"], always: ["email"], by: "" } },
    "error attribute-not-in-schema",
  ],
  [
    "a required attribute that some lack",
    { ...factsOf(), returned: { ever: ["email"], always: [], by: "" } },
    "warning required-attribute-lacking",
  ],
  [
    "a bounded attribute",
    pool({
      SchemaAttributes: [
        ...(soundPool.SchemaAttributes ?? []).slice(0, 3),
        { Name: "custom:tier", StringAttributeConstraints: { MaxLength: "20" } },
      ],
    }),
    "note attribute-bounded",
  ],
  [
    "an attribute that is a number",
    pool({
      SchemaAttributes: [
        ...(soundPool.SchemaAttributes ?? []).slice(0, 3),
        { Name: "custom:tier", AttributeDataType: "Number" },
      ],
    }),
    "note attribute-bounded",
  ],

  [
    "a text of the pool's own",
    pool({ VerificationMessageTemplate: { EmailMessage: "{####}" } }),
    "warning message-may-be-overridden",
  ],
  [
    "an early text of the pool's own",
    pool({ EmailVerificationMessage: "{####}" }),
    "warning message-may-be-overridden",
  ],
  [
    "an invitation of the pool's own",
    pool({ AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: "{####}" } } }),
    "warning message-may-be-overridden",
  ],
  ["a sender beside the message", attached({ CustomEmailSender: sender }), "warning sender-beside-message"],
  [
    "a sender that may not be invoked",
    {
      ...attached({ CustomSMSSender: sender }),
      functions: new Map([...factsOf().functions, [sender.LambdaArn, { policy: "none" }]]),
    },
    "error invocation-refused",
    "warning sender-beside-message",
  ],
];

const told = (facts: Facts) =>
  diagnosis(poolRules, facts).findings.map(({ severity, rule }) => `${severity} ${rule}`);

test.each(
  rows.map(([title, facts, ...findings]) => [title, findings, facts] as const),
)("%s: %j", (_, findings, facts) => {
  expect(told(facts)).toEqual(findings);
});

describe("the table", () => {
  test("has no rule that no row above catches, at its worst", () => {
    const caught = new Set(rows.flatMap(([, , ...findings]) => findings));
    const missed = poolRules.filter(({ severity, name }) => !caught.has(`${severity} ${name}`));
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  test("has each name once, and texts that end as sentences", () => {
    expect(new Set(poolRules.map(({ name }) => name)).size).toBe(poolRules.length);
    for (const { when, consequence, mending, name } of poolRules) {
      for (const text of [when, consequence, mending]) expect(text, name).toMatch(/^[A-Z`].*[.)]$/s);
    }
  });
});

describe("what is not known", () => {
  const { pool: described, ours } = factsOf();
  const poolAlone: Facts = {
    pool: { ...described, MfaConfiguration: "ON" },
    ours,
    clients: [],
    functions: new Map(),
  };

  test("is neither well nor ill: rules that need it do not judge", () => {
    const { findings, notJudged } = diagnosis(poolRules, poolAlone);
    expect(findings).toEqual([]);
    expect(notJudged).toEqual(
      expect.arrayContaining(["client-tells-who-exists", "invocation-refused", "ses-sandbox", "sms-sandbox"]),
    );
    expect(notJudged).not.toContain("recovery-by-admin-only");
    expect(diagnosis(poolRules, factsOf()).notJudged).toEqual([]);
  });

  test("is told with the command that tells it, and with the reason where there is one", () => {
    const unseen = unseenIn(poolAlone, new Map([["mfa", "denied"]]), "not given");
    expect(unseen).toHaveLength(2 + 4 * 2 + 2 + 2 + 1);
    expect(unseen[0]).toMatchObject({ what: "MFA", why: "denied" });
    expect(unseen[1]).toMatchObject({ what: "app clients", why: "not given" });
    for (const { command } of unseen) expect(command).toMatch(/^(aws|cognito-recovery) /);
    expect(unseenIn(factsOf(), new Map(), "")).toEqual([]);
  });

  test("may be a part: an app client, variables that a key locks up, a setting in a store", () => {
    const locked = lambda({ Environment: { Error: { ErrorCode: "AccessDenied", Message: "kms" } } });
    expect(told(locked)).toEqual([]);
    expect(unseenIn(locked, new Map(), "").map(({ what }) => what)).toContain(
      "the settings of user-migration (user-migration:live)",
    );
    const stored = lambda(variables({ EMAIL_SENDING_ACCOUNT: "ssm:/account" }));
    expect(told(stored)).toEqual([]);
    expect(unseenIn(stored, new Map(), "").map(({ what }) => what)).toEqual([
      expect.stringMatching(/^EMAIL_SENDING_ACCOUNT/),
    ]);
    const undescribed = { ...factsOf(), clientIds: [soundClient.ClientId, "other"] };
    expect(unseenIn(undescribed, new Map(), "").map(({ what }) => what)).toEqual(["app client other"]);
  });
});

test("no finding holds the value of a variable", () => {
  const secret = lambda(
    variables({ LEGACY_DATABASE: "secret:", WHEN_UNAVAILABLE: "hunter2", POWERTOOLS_LOG_LEVEL: "hunter2" }),
  );
  const { findings } = diagnosis(poolRules, secret);
  expect(findings.length).toBeGreaterThan(3);
  expect(JSON.stringify([findings, [...secret.functions]])).not.toContain("hunter2");
});
