import { expect, test } from "vitest";
import { deadline, startUpTime } from "../../src/trigger/deadline.ts";

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
