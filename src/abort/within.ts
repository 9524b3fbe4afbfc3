/**
 * What `work` gives, or a rejection with the signal's reason as soon as it aborts, so that a port which
 * does not listen to the signal cannot hold an answer back.
 */
export async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  // What loses the race, or is never waited for, must not end the process when it fails later.
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
