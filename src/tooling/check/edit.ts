/** A change to a file's text: what stands from one UTF-16 index to before another becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with edits made to it; of two that overlap, the first. */
export function edited(text: string, edits: readonly Edit[]): string {
  let changed = "";
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done) continue;
    changed += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return changed + text.slice(done);
}
