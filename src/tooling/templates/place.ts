/** A line and column, counted from 1; columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Returns the line and column of a UTF-16 index. */
export function placeAt(text: string, index: number): Place {
  const line = lineOf(text, index);
  return { line: line + 1, column: index - (lineStarts(text)[line] ?? 0) + 1 };
}

/** Returns the UTF-16 index of a line and column; the text's length if it is shorter. */
export function indexAt(text: string, { line, column }: Place): number {
  const start = lineStarts(text)[line - 1];
  return start === undefined ? text.length : Math.min(start + column - 1, text.length);
}

/** More texts than any project has, so that only old versions of changed files are dropped. */
const MAX_MEMOIZED = 50_000;
const memo = new Map<string, readonly number[]>();

/** Returns the index at which each line starts. Memoized, since every node of a template has a place. */
function lineStarts(text: string): readonly number[] {
  const known = memo.get(text);
  if (known) return known;
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  if (memo.size >= MAX_MEMOIZED) memo.clear();
  memo.set(text, starts);
  return starts;
}

/** Returns the number, from 0, of the line that contains an index: the last line that starts no later. */
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

/** Returns the line that contains an index. */
export function lineAt(text: string, index: number): string {
  const line = lineOf(text, index);
  const starts = lineStarts(text);
  const next = starts[line + 1];
  const end = next === undefined ? text.length : next - 1;
  return text.slice(starts[line], text[end - 1] === "\r" ? end - 1 : end);
}
