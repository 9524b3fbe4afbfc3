import { expect, test } from "vitest";
import { within } from "../../src/abort/within.ts";

test("within returns the result of the work, and rejects as soon as the signal aborts", async () => {
  const abort = new AbortController();
  expect(await within(abort.signal, Promise.resolve("done"))).toBe("done");
  const waiting = within(abort.signal, new Promise(() => {}));
  abort.abort(new Error("late"));
  await expect(waiting).rejects.toThrow("late");
  await expect(within(abort.signal, Promise.resolve("done"))).rejects.toThrow("late");
  // Vitest fails a run with an unhandled rejection.
  await expect(within(abort.signal, Promise.reject(new Error("later still")))).rejects.toThrow("late");
});
