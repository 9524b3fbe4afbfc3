import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Identifies the files that we wrote: a pattern for the path in the folder, and a mark in the text. */
export interface Mark {
  readonly path: RegExp;
  readonly isIn: (text: string) => boolean;
}

/** Returns the paths of the marked files in a folder and in its subfolder `within`. */
export function markedFiles(folder: string, { path, isIn }: Mark, within?: string): string[] {
  const inner =
    within === undefined ? [] : entriesOf(join(folder, within)).map((name) => `${within}/${name}`);
  return [...entriesOf(folder), ...inner].filter(
    (name) => path.test(name) && isIn(readFileSync(join(folder, name), "utf8")),
  );
}

function entriesOf(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}
