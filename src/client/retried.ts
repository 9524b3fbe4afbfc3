/** One attempt and two more. */
const attempts = 3;

/** The longest pause before the second attempt; before the third it is twice as long. */
const PAUSE_MS = 500;

/**
 * Repeats a request that Cognito rejected because there were too many in that second. Everything else may have been
 * executed, or would count towards a limit of the person's, and is not repeated.
 */
export async function retried<T>(attempt: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  for (let made = 1; ; made++) {
    try {
      return await attempt();
    } catch (error) {
      const isRejected = (error as Error | undefined)?.name === "TooManyRequestsException";
      if (!isRejected || made === attempts) throw error;
      await pause(Math.random() * PAUSE_MS * made, signal);
    }
  }
}

/** Ends early when the signal aborts: the next attempt then rejects. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<unknown> {
  return new Promise((resolve) => {
    signal?.addEventListener("abort", resolve);
    setTimeout(resolve, ms);
  });
}
