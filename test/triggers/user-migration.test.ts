import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { TRY_AGAIN } from "../../src/trigger/trigger-handler.ts";
import { recovery } from "../migration/sample.ts";
import { context } from "../trigger/sample.ts";

// The shipped trigger without its store.
let handler: (event: never, context: never) => Promise<unknown>;
const lines: string[] = [];

beforeAll(async () => {
  vi.stubEnv("LEGACY_DATABASE", "");
  vi.stubEnv("POWERTOOLS_DEV", "true"); // the logger then writes to the console
  for (const level of ["info", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line));
  }
  ({ handler } = (await import("../../triggers/user-migration.ts")) as never);
});
afterEach(() => {
  vi.unstubAllEnvs();
  lines.length = 0;
});

const ask = () => handler(recovery() as never, context() as never);

test.each([undefined, "", "report"])("WHEN_UNAVAILABLE=%s reports the outage", async (value) => {
  vi.stubEnv("WHEN_UNAVAILABLE", value);
  await expect(ask()).rejects.toThrow(new Error(TRY_AGAIN));
  expect(lines.join()).toContain("LEGACY_DATABASE is not set");
});

test("WHEN_UNAVAILABLE=conceal returns the event unchanged, and the log has the reason", async () => {
  vi.stubEnv("WHEN_UNAVAILABLE", "conceal");
  expect(await ask()).toEqual(recovery());
  expect(lines.join()).toContain("LEGACY_DATABASE is not set");
});

test("another word is logged by each invocation, and the function starts", async () => {
  vi.stubEnv("WHEN_UNAVAILABLE", "perhaps");
  await expect(ask()).rejects.toThrow(new Error(TRY_AGAIN));
  expect(lines.join()).toContain("WHEN_UNAVAILABLE must be one of: report, conceal");
  expect(lines.join()).not.toContain("perhaps");
});
