import { onTestFinished, vi } from "vitest";
import type { Clock } from "../../src/parameter/clock.ts";

/** A clock whose time passes only in `pass`. */
export interface FakeClock extends Clock {
  pass(seconds: number): void;
}

/** Stops the time for one test. `Date` stops too: the cache of Powertools has no other clock. */
export function fakeClock(): FakeClock {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-01T12:00:00Z") });
  onTestFinished(() => void vi.useRealTimers());
  const timeouts: { readonly at: number; readonly abort: AbortController }[] = [];
  return {
    now: () => Date.now(),
    timeout(ms) {
      const abort = new AbortController();
      timeouts.push({ at: Date.now() + ms, abort });
      return abort.signal;
    },
    pass(seconds) {
      vi.setSystemTime(Date.now() + seconds * 1_000);
      const late = new DOMException("The operation was aborted due to timeout", "TimeoutError");
      for (const { at, abort } of timeouts) if (at <= Date.now()) abort.abort(late);
    },
  };
}
