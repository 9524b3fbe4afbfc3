import { expect, test } from "vitest";
import { asShare, atOnce, type Steps, withPauses } from "../../../src/tooling/check/steps.ts";

function* work(milliseconds: number): Steps<string> {
  for (const share of [0, 0.5, 1]) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    yield share;
  }
  return "done";
}

test("work in steps comes to the same at once", () => {
  expect(atOnce(work(0))).toBe("done");
});

test("others go on between long steps, and are told how far it is", async () => {
  const told: (number | string)[] = [];
  setImmediate(() => told.push("somebody else"));
  expect(await withPauses(work(50), (share) => told.push(share))).toBe("done");
  expect(told).toEqual([0, "somebody else", 0.5, 1]);
});

test("short steps wait for nobody", async () => {
  const told: number[] = [];
  await withPauses(work(0), (share) => told.push(share));
  expect(told).toEqual([]);
});

test("work within other work tells its share of that", () => {
  expect([...asShare(work(0), 0.5, 1)]).toEqual([0.5, 0.75, 1]);
});
