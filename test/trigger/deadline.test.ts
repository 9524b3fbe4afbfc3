import { expect, test } from "vitest";
import { deadline, startUpTime, within } from "../../src/trigger/deadline.ts";

test.each([
  ["a first invocation, less the start-up", 400, "on-demand", 60_000, 3_100],
  ["a container that was started ahead of the call", 90_000, "on-demand", 60_000, 3_500],
  ["provisioned concurrency", 400, "provisioned-concurrency", 60_000, 3_500],
  ["a process outside of Lambda", 400, undefined, 60_000, 3_500],
  ["a long start-up: what is left of Cognito's time, less a margin", 4_000, "on-demand", 60_000, 700],
  ["a longer one", 4_650, "on-demand", 60_000, 50],
  ["one of 2.7 s: a second", 2_700, "on-demand", 60_000, 1_000],
  ["a function with a short time-out", 100, "on-demand", 2_000, 1_700],
  ["a function without time left", 100, "on-demand", 0, 1],
])("%s", (_, uptime, initialization, remaining, expected) => {
  expect(deadline(remaining, startUpTime(uptime, initialization))).toBe(expected);
});

test("within resolves to the work's result, and rejects as soon as the signal aborts", async () => {
  const abort = new AbortController();
  expect(await within(abort.signal, Promise.resolve("done"))).toBe("done");
  const waiting = within(abort.signal, new Promise(() => {}));
  abort.abort(new Error("late"));
  await expect(waiting).rejects.toThrow("late");
  await expect(within(abort.signal, Promise.resolve("done"))).rejects.toThrow("late");
  // Vitest fails a run with an unhandled rejection.
  await expect(within(abort.signal, Promise.reject(new Error("later still")))).rejects.toThrow("late");
});
