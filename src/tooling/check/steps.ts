/** Work in steps, after each of which others may go on; what it tells is the share that is done, from 0 to 1. */
export type Steps<T> = Generator<number, T>;

/** The outcome of work that nobody waits beside. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** As long as others wait at a time, in milliseconds. */
const PATIENCE_MS = 40;

/** The outcome of work during which a server still answers; `told` how far it has come. */
export async function withPauses<T>(steps: Steps<T>, told: (share: number) => void): Promise<T> {
  let paused = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - paused < PATIENCE_MS) continue;
    told(step.value);
    await new Promise((resolve) => setImmediate(resolve));
    paused = performance.now();
  }
}

/** Steps as a share of more: from how much on, and up to how much. */
export function* asShare<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}
