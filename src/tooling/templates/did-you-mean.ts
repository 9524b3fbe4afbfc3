/**
 * The known name that is nearest to a mistyped one, if one is within so many letters, and within half of its own:
 * of three letters, two others are another word. Capitals are as good.
 */
export function didYouMean(name: string, names: Iterable<string>, within = 3): string | undefined {
  const near = [...names]
    .map((each) => ({ each, away: distance(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ away }) => away <= Math.min(within, Math.ceil(name.length / 2)))
    .sort((a, b) => a.away - b.away);
  return near[0]?.each;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
