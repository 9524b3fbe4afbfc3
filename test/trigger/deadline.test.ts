import { expect, test, vi } from "vitest";

/** The module anew, as in a container that has just started. */
async function fresh(startUp: number, initialization = "on-demand") {
  vi.resetModules();
  vi.spyOn(process, "uptime").mockReturnValue(startUp / 1_000);
  vi.stubEnv("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
  return (await import("../../src/trigger/deadline.ts")).deadline;
}

test.each([
  ["the first invocation, less what start-up took", 400, "on-demand", 60_000, 3_100],
  ["a container made well ahead of the call", 90_000, "on-demand", 60_000, 3_500],
  ["provisioned concurrency", 400, "provisioned-concurrency", 60_000, 3_500],
  ["a long start-up: what is left of Cognito's time, less a margin", 4_000, "on-demand", 60_000, 700],
  ["a longer one", 4_650, "on-demand", 60_000, 50],
  ["one within the time: still a second", 2_700, "on-demand", 60_000, 1_000],
  ["a function with a short time-out of its own", 100, "on-demand", 2_000, 1_700],
  ["a function with no time left", 100, "on-demand", 0, 1],
])("%s", async (_, startUp, initialization, remaining, expected) => {
  const deadline = await fresh(startUp, initialization);
  expect(deadline(remaining)).toBe(expected);
});

test("a later invocation has it all", async () => {
  const deadline = await fresh(400);
  deadline(60_000);
  expect(deadline(60_000)).toBe(3_500);
});
