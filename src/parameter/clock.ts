/** The time, and time-outs: passed in, so that a test need not wait. */
export interface Clock {
  /** In ms since 1970. */
  now(): number;
  /** A signal that aborts after so many ms. */
  timeout(ms: number): AbortSignal;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  timeout: (ms) => AbortSignal.timeout(ms),
};
