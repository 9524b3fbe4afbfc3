/**
 * Returns the result of `work`, or rejects with the signal's reason as soon as it aborts: a port that ignores the
 * signal cannot delay an answer.
 */
export async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  // The promise that loses the race must not end the process when it rejects later.
  work.catch(() => {});
  signal.throwIfAborted();
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
