import { type Checked, check } from "./check.ts";
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

/** A mended copy, what was changed, and what is left to say of it. */
export interface Fixed {
  readonly copy: Copy;
  readonly changes: readonly Change[];
  readonly checked: Checked;
}

/** A copy with the one right answer put in wherever there is one, until there is none; nothing is reworded. */
export function fixed(copy: Copy): Fixed {
  const files = new Map(copy.files);
  let checked = check(copy);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const fixes = fixesOf(checked);
    if (fixes.size === 0) break;
    for (const [file, edits] of fixes) files.set(file, edited(files.get(file) ?? "", edits));
    checked = check({ ...copy, files: new Map(files) });
  }
  const changes = [...files].flatMap(([file, after]) => {
    const before = copy.files.get(file) ?? "";
    return after === before ? [] : [{ file, before, after }];
  });
  return { copy: { ...copy, files }, changes, checked };
}

function fixesOf({ findings }: Checked): ReadonlyMap<string, readonly Edit[]> {
  const fixes = new Map<string, Edit[]>();
  for (const { file, fix } of findings) {
    if (!fix) continue;
    const own = fixes.get(file) ?? [];
    own.push(fix);
    fixes.set(file, own);
  }
  return fixes;
}
