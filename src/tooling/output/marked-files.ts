import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** By which a file is known as ours: the pattern of its path in the folder, and a mark in its text. */
export interface Mark {
  readonly path: RegExp;
  readonly isIn: (text: string) => boolean;
}

/** The paths of the files in a folder, and in its folder `within`, that bear the mark. */
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
