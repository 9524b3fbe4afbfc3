import { describe, expect, test } from "vitest";
import { MEMORY_MB } from "../../../src/tooling/aws/memory-mb.ts";
import type { Facts } from "../../../src/tooling/doctor/facts.ts";
import { missingFacts } from "../../../src/tooling/doctor/missing-facts.ts";
import { diagnosis } from "../../../src/tooling/doctor/rule.ts";
import { poolRules } from "../../../src/tooling/doctor/rules/pool-rules.ts";
import { accountRecoveryRows } from "./rows/account-recovery.ts";
import { appClientsRows } from "./rows/app-clients.ts";
import { lambda, only, pool, type Row, sender, variables } from "./rows/change.ts";
import { emailRows } from "./rows/email.ts";
import { functionRows } from "./rows/functions.ts";
import { migrationRows } from "./rows/migration.ts";
import { peopleRows } from "./rows/people.ts";
import { poolMessagesRows } from "./rows/pool-messages.ts";
import { signInRows } from "./rows/sign-in.ts";
import { smsRows } from "./rows/sms.ts";
import { factsOf, functionArn, poolArn, soundClient, soundPool } from "./sample.ts";

const rows: readonly Row[] = [
  ...accountRecoveryRows,
  ...emailRows,
  ...smsRows,
  ...appClientsRows,
  ...functionRows,
  ...migrationRows,
  ...poolMessagesRows,
  ...peopleRows,
  ...signInRows,
];

const found = (facts: Facts) =>
  diagnosis(poolRules, facts).findings.map(({ severity, rule }) => `${severity} ${rule}`);

test.each(
  rows.map(([title, facts, ...findings]) => [title, findings, facts] as const),
)("%s: %j", (_, findings, facts) => {
  expect(found(facts)).toEqual(findings);
});

describe("the table", () => {
  test("has a row above for each rule, at its worst severity", () => {
    const caught = new Set(rows.flatMap(([, , ...findings]) => findings));
    const missed = poolRules.filter(({ severity, name }) => !caught.has(`${severity} ${name}`));
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  test("has each name once, and texts that end as sentences", () => {
    expect(new Set(poolRules.map(({ name }) => name)).size).toBe(poolRules.length);
    for (const { when, consequence, suggestion, name } of poolRules) {
      for (const text of [when, consequence, suggestion]) expect(text, name).toMatch(/^[A-Z`].*[.)]$/s);
    }
  });
});

describe("missing facts", () => {
  const { pool: described, expectedTriggers } = factsOf();
  const poolAlone: Facts = {
    pool: { ...described, MfaConfiguration: "ON" },
    expectedTriggers,
    clients: [],
    functions: new Map(),
  };

  test("skip the rules that need them", () => {
    const { findings, skippedRules } = diagnosis(poolRules, poolAlone);
    expect(findings).toEqual([]);
    expect(skippedRules).toEqual(
      expect.arrayContaining(["client-reveals-users", "invocation-denied", "ses-sandbox", "sms-sandbox"]),
    );
    expect(skippedRules).not.toContain("recovery-by-admin-only");
    expect(diagnosis(poolRules, factsOf()).skippedRules).toEqual([]);
    expect(diagnosis(poolRules, { ...factsOf(), clients: [], clientIds: [] }).skippedRules).toEqual([]);
  });

  test("have a command that prints them, and a reason", () => {
    const missing = missingFacts(poolAlone, new Map([["mfa", "denied"]]), "not given");
    expect(missing).toHaveLength(2 + 4 * 2 + 2 + 2 + 1);
    expect(missing[0]).toMatchObject({ fact: "MFA", reason: "denied" });
    expect(missing[1]).toMatchObject({ fact: "app clients", reason: "not given" });
    for (const { command } of missing) expect(command).toMatch(/^(aws|npm run) /);
    expect(missingFacts(factsOf(), new Map(), "")).toEqual([]);
  });

  test("include email and SMS where only administrators recover people", () => {
    const { identity: _, sesAccount: __, isInSmsSandbox: ___, ...unasked } = pool(only("admin_only"));
    expect(missingFacts(unasked, new Map(), "").map(({ fact }) => fact)).toEqual([
      "the SES identity example.com",
      "whether SES sends for the account",
      "whether the account is in the SMS sandbox",
    ]);
  });

  test("may be an app client, encrypted variables or a setting in a store", () => {
    const locked = lambda({ Environment: { Error: { ErrorCode: "AccessDenied", Message: "kms" } } });
    expect(found(locked)).toEqual([]);
    expect(missingFacts(locked, new Map(), "").map(({ fact }) => fact)).toContain(
      "the settings of user-migration (user-migration:live)",
    );
    const stored = lambda(variables({ EMAIL_SENDING_ACCOUNT: "ssm:/account" }));
    expect(found(stored)).toEqual([]);
    expect(missingFacts(stored, new Map(), "").map(({ fact }) => fact)).toEqual([
      expect.stringMatching(/^EMAIL_SENDING_ACCOUNT/),
    ]);
    const undescribed = { ...factsOf(), clientIds: [soundClient.ClientId, "other"] };
    expect(missingFacts(undescribed, new Map(), "").map(({ fact }) => fact)).toEqual(["app client other"]);
  });
});

test("no finding contains the value of a variable", () => {
  const secret = lambda(
    variables({
      WHEN_UNAVAILABEL: "hunter2",
      LEGACY_DATABASE: "secret:",
      WHEN_UNAVAILABLE: "hunter2",
      POWERTOOLS_LOG_LEVEL: "hunter2",
    }),
  );
  const { findings } = diagnosis(poolRules, secret);
  expect(findings.length).toBeGreaterThan(3);
  expect(JSON.stringify([findings, [...secret.functions]])).not.toContain("hunter2");
});

test("a command that configures a function mentions the new version that an alias needs", () => {
  const { findings } = diagnosis(poolRules, lambda({ Timeout: 3 }));
  const commands = findings.map(({ command }) => command);
  const setting = (name: string) =>
    `aws lambda update-function-configuration --function-name ${functionArn(name)} --timeout 5 --region eu-central-1`;
  expect(commands).toContain(setting("custom-message"));
  expect(commands).toContain(`${setting("user-migration")} # then publish-version, and update-alias`);
});

test("the suggested memory is that of the construct: one whole processor", () => {
  const { findings } = diagnosis(poolRules, lambda({ MemorySize: 128 }));
  expect(findings[0]).toMatchObject({
    suggestion: expect.stringContaining("1,769 MB"),
    command: expect.stringContaining(`--memory-size ${MEMORY_MB} `),
  });
});

test("a command names the Region of the pool's ARN, which a replica's id does not begin with", () => {
  const Arn = poolArn.replace("eu-central-1:", "us-west-2:");
  const SmsConfiguration = { SnsCallerArn: "arn:aws:iam::123456789012:role/sms" };
  const { pool: described } = pool({ Arn, SmsConfiguration, MfaConfiguration: "ON" });
  const missing = missingFacts(
    { pool: described, expectedTriggers: [], clients: [], functions: new Map() },
    new Map(),
    "",
  );
  const commands = missing.map(({ command }) => command).filter((each) => /cognito-idp|aws sns/.test(each));
  expect(commands).toHaveLength(4);
  for (const command of commands) expect(command).toMatch(/ --region us-west-2$/);
});

test("the service of a custom sender is not a required fact", () => {
  const {
    identity: _,
    sesAccount: __,
    isInSmsSandbox: ___,
    originationNumbers: ____,
    ...unasked
  } = factsOf({
    ...soundPool,
    LambdaConfig: { ...soundPool.LambdaConfig, CustomEmailSender: sender, CustomSMSSender: sender },
  });
  expect(missingFacts(unasked, new Map(), "")).toEqual([]);
});

test("a pool that sends through End User Messaging requires its sandbox, and nothing of SNS", () => {
  const EumsSms = { CallerArn: "arn:aws:iam::123456789012:role/eums" };
  const { isInSmsSandbox: _, originationNumbers: __, ...unasked } = pool({ SmsConfiguration: { EumsSms } });
  expect(missingFacts(unasked, new Map(), "").map(({ command }) => command)).toEqual([
    "aws pinpoint-sms-voice-v2 describe-account-attributes --region eu-central-1",
  ]);
});

test("a command names no Region where a function or an identity is not an ARN", () => {
  const facts = factsOf(
    {
      ...soundPool,
      LambdaConfig: { CustomMessage: "mine" },
      EmailConfiguration: { EmailSendingAccount: "DEVELOPER", SourceArn: "mine" },
    },
    (sound) => ({ ...sound, Timeout: 3 }),
  );
  const { identity: _, sesAccount: __, ...unasked } = facts;
  const { findings } = diagnosis(poolRules, {
    ...unasked,
    functions: new Map([["mine", { ...facts.functions.get("mine"), policy: "none" }]]),
  });
  const missing = missingFacts({ ...unasked, functions: new Map() }, new Map(), "");
  const commands = [...findings, ...missing].flatMap(({ command = "" }) =>
    /mine|sesv2/.test(command) ? [command] : [],
  );
  expect(commands).toHaveLength(6);
  for (const command of commands) expect(command).not.toContain("--region");
});
