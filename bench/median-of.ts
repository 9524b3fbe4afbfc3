/** A figure with the interval that holds its true value in 95 of 100 such runs. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How often the sample is drawn again. */
const RESAMPLES = 2_000;

/** The median of a sample, with its interval by bootstrap: percentiles of the medians of samples drawn from it. */
export function medianOf(sample: readonly number[]): Estimate {
  const random = repeatable();
  const draw = () => sample[Math.floor(random() * sample.length)] as number;
  const medians = Array.from({ length: RESAMPLES }, () => median(sample.map(draw))).sort(ascending);
  const at = (share: number) => medians[Math.floor(share * (RESAMPLES - 1))] as number;
  return { value: median(sample), low: at(0.025), high: at(0.975) };
}

function median(sample: readonly number[]): number {
  const sorted = [...sample].sort(ascending);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

const ascending = (a: number, b: number) => a - b;

/** The same numbers in every run (mulberry32), so that one sample has one interval. */
function repeatable(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
