import { check } from "./check.ts";
import type { Copy } from "./copy.ts";
import { type Edit, edited } from "./edit.ts";

/** What became of a file. */
export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** A fix may bring another finding to light, but no row of them goes on for long. */
const MOST_ROUNDS = 10;

/** A copy with the one right answer put in wherever there is one, until there is none; nothing is reworded. */
export function fixed(copy: Copy): { readonly copy: Copy; readonly changes: readonly Change[] } {
  const files = new Map(copy.files);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const fixes = fixesOf({ ...copy, files });
    if (fixes.size === 0) break;
    for (const [file, edits] of fixes) files.set(file, edited(files.get(file) ?? "", edits));
  }
  const changes = [...files].flatMap(([file, after]) => {
    const before = copy.files.get(file) ?? "";
    return after === before ? [] : [{ file, before, after }];
  });
  return { copy: { ...copy, files }, changes };
}

function fixesOf(copy: Copy): ReadonlyMap<string, readonly Edit[]> {
  const fixes = new Map<string, Edit[]>();
  for (const { file, fix } of check(copy).findings) {
    if (fix) fixes.set(file, [...(fixes.get(file) ?? []), fix]);
  }
  return fixes;
}
