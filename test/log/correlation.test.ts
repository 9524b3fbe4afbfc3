import { createHmac } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { correlationOf } from "../../src/log/correlation.ts";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { type Answer, awsError } from "../aws/loopback.ts";
import { hold, stores } from "../parameter/sample-stores.ts";
import { call, context, forgotPassword, keptLog } from "../trigger/sample.ts";

const key = "0123456789abcdef0123456789abcdef";
const { secret } = stores;

describe("what stands for a user name", () => {
  test.each([
    ["anna@example.com", "anna@example.com"],
    ["Anna@Example.COM", "anna@example.com"],
    ["f7d54c22-dda5-4178-8276-601cd005909b", "f7d54c22-dda5-4178-8276-601cd005909b"],
    ["+491701234567", "+491701234567"],
    ["JÜRGEN", "jÜrgen"],
    ["陽香", "陽香"],
  ])("%s is the first half of HMAC-SHA-256 over %s, in hexadecimal", (userName, hashed) => {
    const whole = createHmac("sha256", key).update(hashed).digest("hex");
    const user = correlationOf(userName, key);
    expect(user).toBe(whole.slice(0, 32));
    expect(user).toMatch(/^[0-9a-f]{32}$/);
  });

  // openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef, given "anna@example.com"
  test("is what openssl makes of it", () => {
    expect(correlationOf("anna@example.com", key)).toBe("b4f91fcf9c0343c2df41d24673fe622d");
  });

  test.each([
    ["another person", "bea@example.com", key],
    ["a name of which other letters than ASCII's are large", "ÄNNA", key],
    ["the Kelvin sign for a k", "\u212Aim", key],
    ["another key", "anna@example.com", key.replace("0", "x")],
  ])("is another for %s", (_, userName, otherKey) => {
    const others = ["anna@example.com", "änna", "kim"].map((name) => correlationOf(name, key));
    expect(others).not.toContain(correlationOf(userName, otherKey));
  });
});

/** What stands for Anna in the line of one call, how long it kept a ready answer waiting, and the warnings. */
async function asked(correlationKey: string, userName: string | null = "Anna@example.com", work = 0) {
  vi.resetModules();
  vi.stubEnv("CORRELATION_KEY", correlationKey);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { correlation } = await import("../../src/log/correlation.ts");
  const { annotationsOf } = await import("../../src/annotations/annotations.ts");
  const { signal } = call();
  const userOf = correlation(signal, userName);
  await after(work);
  const started = performance.now();
  const user = await userOf(3_000);
  return { user, waited: performance.now() - started, warnings: annotationsOf(signal).warnings };
}

describe("a line of the log", () => {
  test.each([
    ["without a key", "", "anna@example.com"],
    ["of an event without a user name", key, ""],
    ["of an event whose user name is null", key, null],
  ])("%s has no user, and no warning", async (_, correlationKey, userName) => {
    expect(await asked(correlationKey, userName)).toMatchObject({ user: undefined, warnings: undefined });
  });

  test.each([
    ["in the variable itself", key],
    ["in a secret", secret.named],
  ])("with a key %s has the user", async (_, correlationKey) => {
    const aws = await awsInThisProcess();
    hold(aws, { secret: key });
    // The key is read beside the responder's work, which is long here for a machine that is busy.
    expect(await asked(correlationKey, "Anna@example.com", 800)).toMatchObject({
      user: correlationOf("anna@example.com", key),
      warnings: undefined,
    });
  });

  test.each<[string, string, Answer, RegExp]>([
    [
      "is too short",
      "hidden",
      () => ({}),
      /^The environment variable CORRELATION_KEY must have 32 characters/,
    ],
    ["is too short in its secret", secret.named, () => secret.output("hidden"), /names a secret whose value/],
    [
      "is not there",
      secret.named,
      () => awsError("ResourceNotFoundException", "hidden"),
      /^The environment variable CORRELATION_KEY names a secret that is not there/,
    ],
    [
      "cannot be read",
      secret.named,
      () => awsError("ExpiredTokenException", "hidden"),
      /^What the environment variable CORRELATION_KEY names, a secret, could not be read just now\.$/,
    ],
    ["is long in coming", secret.named, () => "silent", /^CORRELATION_KEY could not be read in time\.$/],
  ])("whose key %s has a warning instead, and soon", async (_, correlationKey, answer, sentence) => {
    const aws = await awsInThisProcess();
    aws.answer(secret.operation, answer);
    const { user, waited, warnings } = await asked(correlationKey);
    expect(user).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(sentence)]);
    expect(warnings?.[0]).not.toContain("hidden");
    expect(waited).toBeLessThan(1_500);
  });
});

test("a key that is long in coming is no reason for a person to wait", async () => {
  const aws = await awsInThisProcess();
  aws.answer(secret.operation, () => "silent");
  vi.stubEnv("CORRELATION_KEY", secret.named);
  vi.resetModules();
  const { triggerHandler } = await import("../../src/trigger/handler.ts");
  const { lines, log } = keptLog();
  const handler = triggerHandler(async () => ({ smsMessage: "{####}" }), { log });
  const started = performance.now();
  const answered = await handler(forgotPassword() as never, context());
  expect(answered).toMatchObject({ response: { smsMessage: "{####}" } });
  expect(performance.now() - started).toBeLessThan(1_500);
  expect(lines).toEqual([
    expect.objectContaining({ warnings: ["CORRELATION_KEY could not be read in time."] }),
  ]);
  expect(lines[0]).not.toHaveProperty("user");
});
