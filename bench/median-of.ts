/** A figure with its 95 % confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The number of samples drawn from the sample. */
const RESAMPLES = 2_000;

/** Returns the median of a sample, with its interval by bootstrap. */
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

/** Returns the same numbers in every run (mulberry32), so that a sample has one interval. */
function repeatable(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
