import { afterEach, expect, test, vi } from "vitest";
import type { Invocation } from "../../src/log/invocation.ts";
import { invocationLog } from "../../src/log/invocation-log.ts";
import { context } from "../trigger/sample.ts";
import { capturedLines } from "./captured-lines.ts";

/** The lines of an invocation. */
function lines(invocation: Invocation) {
  const captured = capturedLines();
  invocationLog()(invocation, context());
  return captured();
}

afterEach(() => vi.unstubAllEnvs());

const base = { triggerSource: "CustomMessage_ForgotPassword", milliseconds: 4 };

test("one line and one of metrics, with source, outcome, time, request and cold start", () => {
  expect(
    lines({ ...base, outcome: "served", locale: { asked: "de-CH", by: "metadata", served: "de" } }),
  ).toEqual([
    expect.objectContaining({
      level: "INFO",
      message: "served",
      service: "cognito-recovery",
      cold_start: expect.any(Boolean),
      function_request_id: "00000000-0000-4000-8000-00000000000a",
      triggerSource: "CustomMessage_ForgotPassword",
      locale: { asked: "de-CH", by: "metadata", served: "de" },
      milliseconds: 4,
    }),
    expect.objectContaining({ _aws: expect.anything(), service: "cognito-recovery", milliseconds: 4 }),
  ]);
});

test.each(["WARN", "ERROR", "SILENT"])("at level %s metrics are written all the same", (level) => {
  vi.stubEnv("POWERTOOLS_LOG_LEVEL", level);
  expect(lines(base)).toEqual([expect.objectContaining({ _aws: expect.anything(), faults: 0 })]);
});

test("metrics are written unless they are disabled", () => {
  vi.stubEnv("POWERTOOLS_METRICS_DISABLED", "true");
  expect(lines(base)).toEqual([expect.objectContaining({ level: "INFO" })]);
});

test("a sample of all lines is written whatever the level", () => {
  vi.stubEnv("POWERTOOLS_LOG_LEVEL", "ERROR");
  vi.stubEnv("POWERTOOLS_LOGGER_SAMPLE_RATE", "1");
  expect(lines(base)).toContainEqual(expect.objectContaining({ level: "INFO", message: "answered" }));
});

test("a problem of a setting makes the line an error", () => {
  const [line] = lines({ ...base, settings: ["The environment variable X is not set."] });
  expect(line).toMatchObject({ level: "ERROR", settings: ["The environment variable X is not set."] });
});

test.each([
  [[{ store: "legacy", outcome: "unknown" }], { store: "legacy" }],
  [[{ store: "legacy", outcome: "barred", why: "held" }], { store: "legacy", why: "held" }],
  [
    [
      { store: "a", outcome: "unavailable" },
      { store: "b", outcome: "migrated" },
    ],
    {
      stores: [
        { store: "a", outcome: "unavailable" },
        { store: "b", outcome: "migrated" },
      ],
    },
  ],
])("of the stores %j the line has %j", (stores, expected) => {
  expect(lines({ ...base, stores })[0]).toMatchObject(expected);
});

test.each([
  ["INFO", {}],
  ["WARN", { warnings: ["email left to Cognito"] }],
  ["WARN", { dropped: ["brand"] }],
  ["ERROR", { fault: new Error("hunter2") }],
])("%s for %j", (level, more) => {
  const [line] = lines({ ...base, ...more });
  expect(line?.level).toBe(level);
  expect(JSON.stringify(line)).not.toContain("hunter2");
});

test("names dropped keys only if they look like names: they are the caller's words", () => {
  const [line] = lines({ ...base, dropped: ["brand", "anna@example.com", "x".repeat(40)] });
  expect(line?.droppedMetadata).toEqual(["brand", "(not a name)", "(not a name)"]);
});
