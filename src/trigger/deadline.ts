/** The part of Cognito's limit of 5 s, network and start-up included, that an invocation uses, in ms. */
export const DEADLINE_MS = 3_500;

/** The least time of a first invocation, as long as Cognito still waits, in ms. */
const LEAST_MS = 1_000;

/** The part of Lambda's or Cognito's time that is reserved for returning the fallback, in ms. */
const MARGIN_MS = 300;

/** The time that Cognito waits, in ms. A start that took longer was not part of a call. */
const COGNITO_WAITS_MS = 5_000;

/**
 * Returns the time for an invocation, in ms: {@link DEADLINE_MS} less what the start of the container took, and
 * never more than Lambda's remaining time less a margin.
 *
 * @param remaining Lambda's remaining time, in ms
 * @param startUp {@link startUpTime} in the first invocation of a container, 0 in a later one
 */
export function deadline(remaining: number, startUp: number): number {
  const least = Math.min(LEAST_MS, COGNITO_WAITS_MS - startUp - MARGIN_MS);
  return Math.max(1, Math.min(Math.max(DEADLINE_MS - startUp, least), remaining - MARGIN_MS));
}

/**
 * Returns how much of the first call's time the start of the container took, in ms: 0 when Lambda started it
 * ahead of the call, or outside of Lambda.
 *
 * @param uptime the time since the process started, in ms
 * @param initialization Lambda's `AWS_LAMBDA_INITIALIZATION_TYPE`
 */
export function startUpTime(uptime: number, initialization: string | undefined): number {
  return initialization === "on-demand" && uptime <= COGNITO_WAITS_MS ? uptime : 0;
}
