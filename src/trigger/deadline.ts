/** Cognito waits 5 s for an answer, start-up and network included; this is what we take of it, in ms. */
export const DEADLINE_MS = 3_500;

/** What a first invocation keeps at the least of what is left of Cognito's time, in ms. */
const LEAST_MS = 1_000;

/** What is left, of Lambda's own time-out or of Cognito's, for giving the fallback back, in ms. */
const MARGIN_MS = 300;

/** How long Cognito waits. Start-up beyond it was no part of the call: the container was made ahead. In ms. */
const CALLER_WAITS_MS = 5_000;

let first = true;

/**
 * The time for this invocation, in ms: {@link DEADLINE_MS}, in the first of a container less what start-up
 * took, and never later than Lambda's remaining time less a margin.
 *
 * @param remaining Lambda's remaining time, in ms
 */
export function deadline(remaining: number): number {
  const spent = first ? startUp() : 0;
  first = false;
  const least = Math.min(LEAST_MS, CALLER_WAITS_MS - spent - MARGIN_MS);
  return Math.max(1, Math.min(Math.max(DEADLINE_MS - spent, least), remaining - MARGIN_MS));
}

function startUp(): number {
  if ((process.env.AWS_LAMBDA_INITIALIZATION_TYPE ?? "on-demand") !== "on-demand") return 0;
  const spent = process.uptime() * 1_000;
  return spent > CALLER_WAITS_MS ? 0 : spent;
}
