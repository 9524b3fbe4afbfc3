import { check } from "./check.ts";
import type { Copy } from "./copy.ts";
import { edited } from "./edit.ts";

/** A file before and after. */
export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** The copy with every edit made that has one right answer, until there is none left, and what it changed. */
export function fixed(copy: Copy): { readonly copy: Copy; readonly changes: readonly Change[] } {
  let files = copy.files;
  for (let round = 0; round < 5; round += 1) {
    const fixable = check({ ...copy, files }).findings.filter(({ fix }) => fix);
    if (fixable.length === 0) break;
    const next = new Map(files);
    for (const [file, findings] of Map.groupBy(fixable, (each) => each.file)) {
      next.set(
        file,
        edited(
          files.get(file) ?? "",
          findings.flatMap(({ fix }) => fix ?? []),
        ),
      );
    }
    files = next;
  }
  const changes = [...files]
    .map(([file, after]) => ({ file, before: copy.files.get(file) ?? "", after }))
    .filter(({ before, after }) => before !== after);
  return { copy: { ...copy, files }, changes };
}
