/** A place as people read it: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The line and column of a UTF-16 index. */
export function placeAt(text: string, index: number): Place {
  const line = lineOf(text, index);
  return { line: line + 1, column: index - (lineStarts(text)[line] ?? 0) + 1 };
}

/** The UTF-16 index of a line and column; the end of the text when it is shorter. */
export function indexAt(text: string, { line, column }: Place): number {
  const start = lineStarts(text)[line - 1];
  return start === undefined ? text.length : Math.min(start + column - 1, text.length);
}

/** More files than any project has: those that have changed since need not be kept. */
const MOST_KNOWN = 50_000;
const known = new Map<string, readonly number[]>();

/** Where each line starts; memoized, for every node of a template has a place. */
function lineStarts(text: string): readonly number[] {
  const before = known.get(text);
  if (before) return before;
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, starts);
  return starts;
}

/** The number of the line, from 0, of an index: the last that starts no later. */
function lineOf(text: string, index: number): number {
  const starts = lineStarts(text);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line that an index is in. */
export function lineAt(text: string, index: number): string {
  const line = lineOf(text, index);
  const starts = lineStarts(text);
  const next = starts[line + 1];
  const end = next === undefined ? text.length : next - 1;
  return text.slice(starts[line], text[end - 1] === "\r" ? end - 1 : end);
}
