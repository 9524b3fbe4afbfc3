/** The time, and time-outs: passed in, so that a test need not wait. */
export interface Clock {
  /** Returns the time since 1970, in ms. */
  now(): number;
  /** Returns a signal that aborts after a time in ms. */
  timeout(ms: number): AbortSignal;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  timeout: (ms) => AbortSignal.timeout(ms),
};
