/**
 * Returns the known name that is nearest to a mistyped one, ignoring case. At most `within` letters may differ, and
 * at most half of the name's.
 */
export function didYouMean(name: string, names: Iterable<string>, within = 3): string | undefined {
  const near = [...names]
    .map((each) => ({ each, edits: distance(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ edits }) => edits <= Math.min(within, Math.ceil(name.length / 2)))
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.each;
}

/** Returns the Levenshtein distance. */
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
