import { describe, expect, test } from "vitest";
import { MEMORY_MB } from "../../../src/tooling/aws/memory-mb.ts";
import type { Facts } from "../../../src/tooling/doctor/facts.ts";
import { unseenIn } from "../../../src/tooling/doctor/missing-facts.ts";
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
    expect(diagnosis(poolRules, { ...factsOf(), clients: [], clientIds: [] }).notJudged).toEqual([]);
  });

  test("is told with the command that tells it, and with the reason where there is one", () => {
    const unseen = unseenIn(poolAlone, new Map([["mfa", "denied"]]), "not given");
    expect(unseen).toHaveLength(2 + 4 * 2 + 2 + 2 + 1);
    expect(unseen[0]).toMatchObject({ what: "MFA", why: "denied" });
    expect(unseen[1]).toMatchObject({ what: "app clients", why: "not given" });
    for (const { command } of unseen) expect(command).toMatch(/^(aws|npm run) /);
    expect(unseenIn(factsOf(), new Map(), "")).toEqual([]);
  });

  test("is told of email and SMS where recovery is left to administrators, too", () => {
    const { identity: _, sesAccount: __, isInSmsSandbox: ___, ...unasked } = pool(only("admin_only"));
    expect(unseenIn(unasked, new Map(), "").map(({ what }) => what)).toEqual([
      "the SES identity example.com",
      "whether SES sends for the account",
      "whether the account is in the SMS sandbox",
    ]);
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

test("what a command sets on a function reaches an alias with a new version only", () => {
  const { findings } = diagnosis(poolRules, lambda({ Timeout: 3 }));
  const commands = findings.map(({ command }) => command);
  const setting = (name: string) =>
    `aws lambda update-function-configuration --function-name ${functionArn(name)} --timeout 5 --region eu-central-1`;
  expect(commands).toContain(setting("custom-message"));
  expect(commands).toContain(`${setting("user-migration")} # then publish-version, and update-alias`);
});

test("the memory that is advised is that of the construct: one whole processor", () => {
  const { findings } = diagnosis(poolRules, lambda({ MemorySize: 128 }));
  expect(findings[0]).toMatchObject({
    mending: expect.stringContaining("1,769 MB"),
    command: expect.stringContaining(`--memory-size ${MEMORY_MB} `),
  });
});

test("a command names the Region of the pool's ARN, which a replica's id does not begin with", () => {
  const Arn = poolArn.replace("eu-central-1:", "us-west-2:");
  const SmsConfiguration = { SnsCallerArn: "arn:aws:iam::123456789012:role/sms" };
  const { pool: described } = pool({ Arn, SmsConfiguration, MfaConfiguration: "ON" });
  const unseen = unseenIn({ pool: described, ours: [], clients: [], functions: new Map() }, new Map(), "");
  const commands = unseen.map(({ command }) => command).filter((each) => /cognito-idp|aws sns/.test(each));
  expect(commands).toHaveLength(4);
  for (const command of commands) expect(command).toMatch(/ --region us-west-2$/);
});

test("what a custom sender sends by is not asked for", () => {
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
  expect(unseenIn(unasked, new Map(), "")).toEqual([]);
});

test("of a pool that sends through End User Messaging its own sandbox is asked for, and nothing of SNS", () => {
  const EumsSms = { CallerArn: "arn:aws:iam::123456789012:role/eums" };
  const { isInSmsSandbox: _, originationNumbers: __, ...unasked } = pool({ SmsConfiguration: { EumsSms } });
  expect(unseenIn(unasked, new Map(), "").map(({ command }) => command)).toEqual([
    "aws pinpoint-sms-voice-v2 describe-account-attributes --region eu-central-1",
  ]);
});

test("a command names no region where a function, or an identity, is no ARN", () => {
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
  const unseen = unseenIn({ ...unasked, functions: new Map() }, new Map(), "");
  const commands = [...findings, ...unseen].flatMap(({ command = "" }) =>
    /mine|sesv2/.test(command) ? [command] : [],
  );
  expect(commands).toHaveLength(6);
  for (const command of commands) expect(command).not.toContain("--region");
});
