import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, onTestFinished, test } from "vitest";
import { correlationOf } from "../../src/log/correlation.ts";
import { type SettingName, settings } from "../../src/parameter/settings.ts";
import { container } from "../../src/tooling/replay/container.ts";
import type { Invocation } from "../../src/tooling/replay/invocation.ts";
import { type LegacyStore, legacyStore, SAMPLE } from "../../src/tooling/replay/legacy-store.ts";
import { TRY_AGAIN } from "../../src/trigger/trigger-handler.ts";
import { type Answer, awsError, type LoopbackAws, loopbackAws } from "../aws/loopback.ts";
import { repository } from "../project.ts";
import { loneInvocation } from "./lone-invocation.ts";
import { fetches, hold, stores } from "./sample-stores.ts";

const dist = inject("dist");
const { ssm, secret, appconfig } = stores;
const key = "0123456789abcdef0123456789abcdef";
let aws: LoopbackAws;
let legacy: LegacyStore;

beforeAll(() => {
  legacy = legacyStore(repository, SAMPLE);
});
afterAll(() => legacy?.close());
beforeEach(async () => {
  aws = await loopbackAws();
  onTestFinished(async () => {
    await aws.close();
    expect(aws.violations).toEqual([]);
  });
});

const eventIn = (file: string) => JSON.parse(readFileSync(join(repository, "events", file), "utf8"));
const migration = eventIn("user-migration.forgot-password.known.json");
const message = eventIn("custom-message.forgot-password.de-ch.json");
const file = () => legacy.environment.LEGACY_DATABASE ?? "";

/** Starts a built trigger whose clients find the loopback AWS. */
function deployed(trigger: string, environment: Readonly<Record<string, string>>) {
  const made = container({
    folder: join(dist, trigger),
    trigger,
    environment: { ...aws.environment, ...environment },
  });
  onTestFinished(made.close);
  return made;
}

const alone = (trigger: string, environment: Readonly<Record<string, string>>, event: unknown) =>
  loneInvocation(join(dist, trigger), { ...aws.environment, ...environment }, event);

describe("a deployed trigger whose settings are in stores", () => {
  test("migrates a person from the store that an SSM parameter names, which is fetched once", async () => {
    hold(aws, { ssm: file() });
    const { invoke } = deployed("user-migration", { LEGACY_DATABASE: ssm.named });
    for (const _ of ["cold", "warm"]) {
      const invocation = await invoke(migration);
      expect(invocation).toMatchObject({ is: "answered", log: { outcome: "migrated", warnings: [] } });
      const { response } = JSON.parse((invocation as { text: string }).text);
      expect(response.userAttributes).toMatchObject({ email: "anna@example.com", email_verified: "true" });
    }
    expect(fetches(aws, ssm)).toBe(1);
  });

  test.each([
    ["COGNITO_DEFAULT", null],
    ["DEVELOPER", expect.stringContaining("{####}")],
  ])("writes the messages for the sender %s of an AppConfig profile", async (sender, emailMessage) => {
    hold(aws, { appconfig: JSON.stringify({ sender }) });
    const { invoke } = deployed("custom-message", { EMAIL_SENDING_ACCOUNT: `${appconfig.named}#sender` });
    const invocation = await invoke(message);
    expect(invocation).toMatchObject({ is: "answered", log: { outcome: "served" } });
    expect(JSON.parse((invocation as { text: string }).text).response).toMatchObject({
      smsMessage: expect.stringContaining("{####}"),
      emailMessage,
    });
  });

  test.each([
    ["conceal", { is: "answered", text: JSON.stringify(migration) }],
    ["report", { is: "failed", errorType: "Error", errorMessage: TRY_AGAIN }],
  ])("obeys a secret when the legacy store is unavailable: %s", async (word, answer) => {
    hold(aws, { secret: word });
    const environment = { LEGACY_DATABASE: "/nowhere/hidden.sqlite", WHEN_UNAVAILABLE: secret.named };
    const invocation = await deployed("user-migration", environment).invoke(migration);
    expect(invocation).toMatchObject({ ...answer, log: { outcome: "unavailable" } });
    expect(JSON.stringify(invocation)).not.toContain("hidden");
  });

  test("logs the user with a key from a secret", async () => {
    hold(aws, { secret: key });
    // Time for the key to arrive first: no answer waits for it.
    aws.answer(ssm.operation, async () => {
      await after(500);
      return ssm.output(file());
    });
    const environment = { LEGACY_DATABASE: ssm.named, CORRELATION_KEY: secret.named };
    const { line, output } = await alone("user-migration", environment, migration);
    expect(line).toMatchObject({ message: "migrated", user: correlationOf("anna@example.com", key) });
    expect(output).not.toContain(key);
  });
});

// Between the attempts of a throttled call the SDK waits for a random time up to 3 s: the deadline may come first.
const failures: readonly [how: string, answer: Answer, fault: RegExp][] = [
  ["does not answer", () => "silent", /UnreadableParameter|TimeoutError/],
  [
    "throttles",
    () => awsError("ThrottlingException", "AWS on hidden/name"),
    /UnreadableParameter: .* could not be read for now\. <- ThrottlingException|TimeoutError/,
  ],
  [
    "has no such value",
    () => awsError("ResourceNotFoundException", "AWS on hidden/name"),
    /SetupError: The environment variable [A-Z_]+ names .* that does not exist: .* <- ResourceNotFoundException/,
  ],
];

describe.each(failures)("when a store %s", (_, answer, fault) => {
  /** The log has the fault; neither it nor the answer has anything hidden. */
  function expectLoggedAlone({ errors, ...invocation }: Invocation) {
    expect(invocation.log?.fault).toMatch(fault);
    expect(errors).not.toEqual([]);
    expect(JSON.stringify(invocation)).not.toContain("hidden");
  }

  test("user migration fails with TRY_AGAIN", async () => {
    aws.answer(secret.operation, answer);
    const invocation = await deployed("user-migration", { LEGACY_DATABASE: secret.named }).invoke(migration);
    expect(invocation).toMatchObject({ is: "failed", errorType: "Error", errorMessage: TRY_AGAIN });
    expect(invocation.log?.outcome).toBe("unavailable");
    expectLoggedAlone(invocation);
  });

  test("user migration that conceals returns the event unchanged", async () => {
    aws.answer(secret.operation, answer);
    const environment = { LEGACY_DATABASE: secret.named, WHEN_UNAVAILABLE: "conceal" };
    const invocation = await deployed("user-migration", environment).invoke(migration);
    expect(invocation).toMatchObject({ is: "answered", text: JSON.stringify(migration) });
    expectLoggedAlone(invocation);
  });

  test("custom message writes the SMS alone, and the email is left to Cognito", async () => {
    hold(aws, {});
    aws.answer(appconfig.operation, answer);
    const environment = { EMAIL_SENDING_ACCOUNT: appconfig.named };
    const invocation = await deployed("custom-message", environment).invoke(message);
    const { response } = JSON.parse(invocation.is === "answered" ? invocation.text : "{}");
    expect(response).toEqual({ ...message.response, smsMessage: expect.stringContaining("{####}") });
    expect(invocation.milliseconds).toBeLessThan(4_500);
  });
});

test("a slow store is waited for within the deadline", async () => {
  aws.answer(secret.operation, async () => {
    await after(700);
    return secret.output(file());
  });
  const invocation = await deployed("user-migration", { LEGACY_DATABASE: secret.named }).invoke(migration);
  expect(invocation).toMatchObject({ is: "answered", log: { outcome: "migrated", warnings: [] } });
});

test("nothing that is printed for a missing value holds its name, or AWS's message", async () => {
  aws.answer(secret.operation, () => awsError("ResourceNotFoundException", "AWS on hidden/name"));
  const environment = { LEGACY_DATABASE: secret.named, CORRELATION_KEY: secret.named };
  const { line, output } = await alone("user-migration", environment, migration);
  expect(line).toMatchObject({ level: "ERROR", message: "unavailable" });
  expect(output).not.toContain("hidden");
});

test.each([
  ["user-migration", { LEGACY_DATABASE: "" }, []],
  ["user-migration", { LEGACY_DATABASE: ssm.named }, ["client-ssm"]],
  ["user-migration", { LEGACY_DATABASE: secret.named }, ["client-secrets-manager"]],
  ["custom-message", {}, []],
  ["custom-message", { EMAIL_SENDING_ACCOUNT: appconfig.named }, ["client-appconfigdata"]],
  ["custom-message", { CORRELATION_KEY: secret.named }, ["client-secrets-manager"]],
])("%s with %j loads the SDK's clients %j", async (trigger, environment, clients) => {
  hold(aws, { ssm: file(), secret: "x".repeat(40), appconfig: "DEVELOPER" });
  const event = trigger === "custom-message" ? message : migration;
  const invoked = await alone(trigger, environment, event);
  expect(invoked.line).toHaveProperty("triggerSource");
  expect(invoked.clients).toEqual(clients);
});

test.each(
  Object.keys(settings).filter((name) => name.startsWith("POWERTOOLS_")),
)("%s may be wrong: the function answers, and its text is not repeated", async (name) => {
  const { line, output } = await alone("custom-message", { [name]: "hunter2" }, message);
  const { kind } = settings[name as SettingName];
  expect(line).toMatchObject({ outcome: "served" });
  if (kind.is === "text") return;
  expect(line.settings).toEqual([expect.stringContaining(`The environment variable ${name} must be `)]);
  expect(output).not.toContain("hunter2");
});
