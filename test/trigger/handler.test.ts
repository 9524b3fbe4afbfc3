import { afterEach, describe, expect, test, vi } from "vitest";
import { TRY_AGAIN, triggerHandler } from "../../src/trigger/handler.ts";
import { Refusal } from "../../src/trigger/refusal.ts";
import { type Call, firstAnswer } from "../../src/trigger/responder.ts";
import { clientMetadata } from "../../triggers/client-metadata.ts";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { context, event, forgotPassword, keptLog } from "./sample.ts";

type Any = Parameters<typeof triggerHandler>[0];
const handlerOf = (responder: unknown, log = keptLog().log) =>
  triggerHandler(responder as Any, { metadata: clientMetadata, log });
const ask = (handler: ReturnType<typeof handlerOf>, sent: unknown, remaining?: number) =>
  handler(sent as never, context(remaining));

afterEach(() => vi.unstubAllEnvs());

describe("triggerHandler", () => {
  test("gives the whole event back with the answer in it, unknown keys kept", async () => {
    const sent = { ...forgotPassword(), newKey: { from: "tomorrow" } };
    const given = await ask(
      handlerOf(async () => ({ smsMessage: "{####}!" })),
      sent,
    );
    expect(given).toEqual({
      ...sent,
      response: { smsMessage: "{####}!", emailMessage: null, emailSubject: null },
    });
  });

  test("gives the very event back when there is no answer", async () => {
    const sent = forgotPassword();
    expect(
      await ask(
        handlerOf(async () => undefined),
        sent,
      ),
    ).toBe(sent);
  });

  test("hands over validated metadata, the client, and a signal that has not aborted", async () => {
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
    ["a text", "event"],
    ["an event of another service", { Records: [] }],
    ["a source of tomorrow", event("CustomMessage_Tomorrow", {})],
  ])("passes %s on untouched, with a warning", async (_, sent) => {
    const { log, lines } = keptLog();
    const answered = () => Promise.reject(new Error("was asked"));
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

  test.each(sources)("%s with a fault: %s, and nothing internal gets out", async (source, expected) => {
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
  )("%s at the deadline: %s, though the responder never answers", async (source, expected) => {
    const sent = event(source, {});
    const answer = ask(
      handlerOf(() => new Promise(() => {})),
      sent,
      320,
    );
    if (expected === "fails") await expect(answer).rejects.toThrow(new Error(TRY_AGAIN));
    else expect(await answer).toBe(sent);
  });

  test("lets a responder answer for itself when its signal aborts", async () => {
    const responder = (_: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve) => signal.addEventListener("abort", () => resolve({ smsMessage: "late" })));
    expect(await ask(handlerOf(responder), forgotPassword(), 320)).toMatchObject({
      response: { smsMessage: "late" },
    });
  });

  test("a log that breaks is nobody's business", async () => {
    const log = () => {
      throw new Error("postgres://u:hunter2@db");
    };
    const given = await ask(
      handlerOf(async () => ({ smsMessage: "{####}!" }), log),
      forgotPassword(),
    );
    expect(given).toMatchObject({ response: { smsMessage: "{####}!" } });
    expect(
      await ask(
        handlerOf(async () => undefined, log),
        null,
      ),
    ).toBeNull();
  });

  test("a fault that is thrown before the first await is a fault like any other", async () => {
    const sent = forgotPassword();
    const thrower = () => {
      throw new TypeError("at once");
    };
    expect(await ask(handlerOf(thrower), sent)).toBe(sent);
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
    const noting = async (_: unknown, call: Call) => void call.annotate({ outcome: "served" });
    await ask(handlerOf(noting, log), forgotPassword());
    expect(lines).toEqual([
      {
        triggerSource: "CustomMessage_ForgotPassword",
        outcome: "served",
        dropped: [],
        settings: [],
        milliseconds: expect.any(Number),
      },
    ]);
  });
});

describe("the line of an invocation", () => {
  const answered = async () => ({ smsMessage: "{####}" });

  test("says what is wrong with the settings, in the first of a container alone", async () => {
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

  test("has what stands for the user when there is a key for it, and never the name", async () => {
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
  ])("without an answer, %s and the annotations %j have the outcome %s", async (source, more, outcome) => {
    const { log, lines } = keptLog();
    await ask(
      handlerOf(async (_: unknown, call: Call) => void call.annotate(more), log),
      event(source, {}),
    );
    expect(lines[0]?.outcome).toBe(outcome);
  });

  test("keeps all that was annotated to its lists", async () => {
    const { log, lines } = keptLog();
    const noting = async (_: unknown, call: Call) => {
      call.annotate({ warnings: ["a"], stores: [{ store: "a", outcome: "unknown" }] });
      call.annotate({ outcome: "served" });
      call.annotate({ warnings: ["b"], stores: [{ store: "b", outcome: "migrated" }] });
    };
    await ask(handlerOf(noting, log), forgotPassword());
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
    ["the first that answers", [undefined, { smsMessage: "second" }, { smsMessage: "third" }], "second"],
    ["nothing when none does", [undefined, undefined], undefined],
  ])("gives %s", async (_, answers, expected) => {
    const responders = answers.map((answer) => async () => answer);
    const given = await firstAnswer(...(responders as never[]))(forgotPassword() as never, {} as never);
    expect((given as { smsMessage?: string } | undefined)?.smsMessage).toBe(expected);
  });
});
