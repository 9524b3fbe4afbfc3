import { closeSync, mkdirSync, openSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SetupError } from "../../log/fault.ts";
import type { Files } from "./template-sources.ts";

/**
 * Adds files to a project: all of them, or none. Nothing is overwritten. Throws a SetupError that names the one
 * that cannot be written, when what has been added before it is gone again.
 */
export function addFiles(root: string, files: Files): void {
  const added: string[] = [];
  for (const [file, text] of files) {
    try {
      const folder = mkdirSync(dirname(join(root, file)), { recursive: true });
      if (folder !== undefined) added.push(folder);
      const opened = openSync(join(root, file), "wx");
      added.push(join(root, file));
      writeFileSync(opened, text);
      closeSync(opened);
    } catch (cause) {
      for (const path of added.reverse()) rmSync(path, { recursive: true, force: true });
      const inTheWay = fileAround(root, file);
      throw inTheWay === undefined
        ? new SetupError(`${file} cannot be written, so nothing was.`, { cause })
        : new SetupError(`${inTheWay} is a file, where a folder is needed. Nothing was written.`);
    }
  }
}

/** The file that stands where a folder around this one should. */
function fileAround(root: string, file: string): string | undefined {
  const names = file.split("/");
  return names
    .map((_, index) => names.slice(0, index).join("/"))
    .find((folder) => statSync(join(root, folder), { throwIfNoEntry: false })?.isFile());
}
