import { afterEach, describe, expect, test, vi } from "vitest";
import { Refusal } from "../../src/trigger/refusal.ts";
import { type Call, firstAnswer } from "../../src/trigger/responder.ts";
import { TRY_AGAIN, triggerHandler } from "../../src/trigger/trigger-handler.ts";
import { clientMetadata } from "../../triggers/client-metadata.ts";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { manualClock } from "./manual-clock.ts";
import { context, event, forgotPassword, keptLog } from "./sample.ts";

type Any = Parameters<typeof triggerHandler>[0];
const handlerOf = (responder: unknown, log = keptLog().log, clock = manualClock()) =>
  triggerHandler(responder as Any, { metadata: clientMetadata, log, clock });
const ask = (handler: ReturnType<typeof handlerOf>, sent: unknown, remaining?: number) =>
  handler(sent as never, context(remaining));

afterEach(() => vi.unstubAllEnvs());

describe("triggerHandler", () => {
  test("returns the whole event with the answer in it, unknown keys included", async () => {
    const sent = { ...forgotPassword(), newKey: { from: "tomorrow" } };
    const returned = await ask(
      handlerOf(async () => ({ smsMessage: "{####}!" })),
      sent,
    );
    expect(returned).toEqual({
      ...sent,
      response: { smsMessage: "{####}!", emailMessage: null, emailSubject: null },
    });
  });

  test("returns the same event without an answer", async () => {
    const sent = forgotPassword();
    expect(
      await ask(
        handlerOf(async () => undefined),
        sent,
      ),
    ).toBe(sent);
  });

  test("passes validated metadata, the app client, and a signal that has not aborted", async () => {
    let seen: unknown;
    const sent = forgotPassword({}, { locale: "de", brand: "<b>", unknown: "x" });
    const { log, lines } = keptLog();
    await ask(
      handlerOf(async (_: unknown, { annotate: _annotate, ...call }: Call) => {
        seen = { ...call, signal: call.signal.aborted };
      }, log),
      sent,
    );
    expect(seen).toEqual({ metadata: { locale: "de" }, clientId: "1example23456789", signal: false });
    expect(lines[0]?.dropped).toEqual(["brand"]);
  });

  test.each([
    ["null", null],
    ["a string", "event"],
    ["an event of another service", { Records: [] }],
    ["an unknown source", event("CustomMessage_Tomorrow", {})],
  ])("returns %s unchanged, with a warning", async (_, sent) => {
    const { log, lines } = keptLog();
    const answered = () => Promise.reject(new Error("called"));
    expect(await ask(handlerOf(answered, log), sent)).toBe(sent);
    expect(lines).toMatchObject([{ outcome: "passed", warnings: ["unknown source"] }]);
  });

  const sources = [
    ["CustomMessage_ForgotPassword", "unchanged"],
    ["PostConfirmation_ConfirmForgotPassword", "unchanged"],
    ["PreSignUp_AdminCreateUser", "unchanged"],
    ["PreSignUp_ExternalProvider", "unchanged"],
    ["PreSignUp_SignUp", "fails"],
    ["UserMigration_ForgotPassword", "fails"],
    ["UserMigration_Authentication", "fails"],
  ] as const;

  test.each(
    sources,
  )("%s with a fault: %s, and the caller learns nothing internal", async (source, expected) => {
    const { log, lines } = keptLog();
    const sent = event(source, {});
    const broken = Object.assign(new Error("password=hunter2"), { code: "ECONNREFUSED" });
    const answer = ask(
      handlerOf(() => Promise.reject(broken), log),
      sent,
    );
    if (expected === "fails") await expect(answer).rejects.toThrow(new Error(TRY_AGAIN));
    else expect(await answer).toBe(sent);
    expect(lines).toMatchObject([{ outcome: "fault", fault: broken }]);
  });

  test.each(
    sources,
  )("%s at the deadline: %s, even if the responder never answers", async (source, expected) => {
    const sent = event(source, {});
    const clock = manualClock();
    const { log, lines } = keptLog();
    const silent = () => {
      clock.pass(3_600);
      return new Promise(() => {});
    };
    const answer = ask(handlerOf(silent, log, clock), sent);
    if (expected === "fails") await expect(answer).rejects.toThrow(new Error(TRY_AGAIN));
    else expect(await answer).toBe(sent);
    expect(lines).toMatchObject([{ fault: { name: "TimeoutError" }, milliseconds: 3_600 }]);
  });

  test("lets a responder answer after its signal has aborted, for a moment", async () => {
    const clock = manualClock();
    const responder = (_: unknown, { signal }: Call) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve({ smsMessage: "late" }));
        clock.pass(3_500);
      });
    expect(await ask(handlerOf(responder, undefined, clock), forgotPassword())).toMatchObject({
      response: { smsMessage: "late" },
    });
  });

  test("subtracts the start of its container from the time of a first invocation", async () => {
    vi.stubEnv("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    const clock = manualClock(1_000);
    const aborted: boolean[] = [];
    const handler = handlerOf(
      async (_: unknown, { signal }: Call) => {
        clock.pass(2_500);
        aborted.push(signal.aborted);
      },
      undefined,
      clock,
    );
    await ask(handler, forgotPassword());
    await ask(handler, forgotPassword());
    expect(aborted).toEqual([true, false]);
  });

  test("a log that fails does not fail the answer", async () => {
    const log = () => {
      throw new Error("postgres://u:hunter2@db");
    };
    const returned = await ask(
      handlerOf(async () => ({ smsMessage: "{####}!" }), log),
      forgotPassword(),
    );
    expect(returned).toMatchObject({ response: { smsMessage: "{####}!" } });
    expect(
      await ask(
        handlerOf(async () => undefined, log),
        null,
      ),
    ).toBeNull();
  });

  test("a fault that is thrown synchronously is a fault like any other", async () => {
    const sent = forgotPassword();
    const throwing = () => {
      throw new TypeError("synchronous");
    };
    expect(await ask(handlerOf(throwing), sent)).toBe(sent);
  });

  test("a pre sign-up refusal reaches the caller with its text", async () => {
    const { log, lines } = keptLog();
    const refusing = async () => new Refusal("LEGACY_ACCOUNT", "Use account recovery");
    await expect(ask(handlerOf(refusing, log), event("PreSignUp_SignUp", {}))).rejects.toThrow(
      new Error("LEGACY_ACCOUNT: Use account recovery"),
    );
    expect(lines).toMatchObject([{ outcome: "refused", triggerSource: "PreSignUp_SignUp" }]);
  });

  test("logs the outcome that the responder annotated, once, with the time", async () => {
    const { log, lines } = keptLog();
    const annotating = async (_: unknown, call: Call) => void call.annotate({ outcome: "served" });
    await ask(handlerOf(annotating, log), forgotPassword());
    expect(lines).toEqual([
      {
        triggerSource: "CustomMessage_ForgotPassword",
        outcome: "served",
        dropped: [],
        settings: [],
        milliseconds: 0,
      },
    ]);
  });
});

describe("the log line of an invocation", () => {
  const answered = async () => ({ smsMessage: "{####}" });

  test("lists wrong settings in the first invocation only", async () => {
    vi.stubEnv("POWERTOOLS_LOG_LEVEL", "hunter2");
    const { log, lines } = keptLog();
    const handler = handlerOf(answered, log);
    await ask(handler, forgotPassword());
    await ask(handler, forgotPassword());
    expect(lines[0]?.settings).toEqual([
      expect.stringMatching(/^The environment variable POWERTOOLS_LOG_LEVEL must be one of: INFO, /),
    ]);
    expect(lines[1]).not.toHaveProperty("settings");
    expect(JSON.stringify(lines)).not.toContain("hunter2");
  });

  test("has a keyed hash of the user name when there is a key, and never the name", async () => {
    const { log, lines } = keptLog();
    await ask(handlerOf(answered, log), forgotPassword());
    vi.stubEnv("CORRELATION_KEY", "0123456789abcdef0123456789abcdef");
    await ask(handlerOf(answered, log), forgotPassword());
    expect(lines[0]).not.toHaveProperty("user");
    expect(lines[1]?.user).toBe("b4f91fcf9c0343c2df41d24673fe622d");
    expect(JSON.stringify(lines)).not.toContain("anna");
  });

  test("is written without a user while the key is being read: the answer waits for nothing", async () => {
    const aws = await awsInThisProcess();
    aws.answer("SecretsManager.GetSecretValue", () => "silent");
    vi.stubEnv("CORRELATION_KEY", "secret:hidden");
    const { log, lines } = keptLog();
    const started = performance.now();
    await ask(handlerOf(answered, log), forgotPassword());
    expect(performance.now() - started).toBeLessThan(400);
    expect(lines[0]).not.toHaveProperty("user");
  });

  test.each([
    ["PreSignUp_SignUp", {}, "allowed"],
    ["PreSignUp_AdminCreateUser", { outcome: "unavailable" }, "unavailable"],
    ["CustomMessage_ForgotPassword", {}, undefined],
  ])("%s without an answer, annotated %j, has the outcome %s", async (source, more, outcome) => {
    const { log, lines } = keptLog();
    await ask(
      handlerOf(async (_: unknown, call: Call) => void call.annotate(more), log),
      event(source, {}),
    );
    expect(lines[0]?.outcome).toBe(outcome);
  });

  test("has everything that was added to a list", async () => {
    const { log, lines } = keptLog();
    const annotating = async (_: unknown, call: Call) => {
      call.annotate({ warnings: ["a"], stores: [{ store: "a", outcome: "unknown" }] });
      call.annotate({ outcome: "served" });
      call.annotate({ warnings: ["b"], stores: [{ store: "b", outcome: "migrated" }] });
    };
    await ask(handlerOf(annotating, log), forgotPassword());
    expect(lines[0]).toMatchObject({
      outcome: "served",
      warnings: ["a", "b"],
      stores: [
        { store: "a", outcome: "unknown" },
        { store: "b", outcome: "migrated" },
      ],
    });
  });
});

describe("firstAnswer", () => {
  test.each([
    ["the first answer", [undefined, { smsMessage: "second" }, { smsMessage: "third" }], "second"],
    ["undefined when no responder answers", [undefined, undefined], undefined],
  ])("returns %s", async (_, answers, expected) => {
    const responders = answers.map((answer) => async () => answer);
    const returned = await firstAnswer(...(responders as never[]))(forgotPassword() as never, {} as never);
    expect((returned as { smsMessage?: string } | undefined)?.smsMessage).toBe(expected);
  });
});
