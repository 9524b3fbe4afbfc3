/** The time as a trigger reads it. */
export interface Clock {
  /** Returns the time since the process started, in ms. */
  now(): number;
  /** Calls back after a time in ms; returns a function that cancels the call. */
  after(ms: number, callback: () => void): () => void;
}

export const processClock: Clock = {
  // Not `performance`, which Node loads at its first use, for some 2 ms.
  now: () => process.uptime() * 1_000,
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
