import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { SetupError } from "../../log/fault.ts";

/**
 * Makes a folder hold exactly these files. One that is right already is left alone, so that nothing that
 * watches it stirs, and each of the others is put in its place whole. Throws a SetupError when it cannot.
 */
export function writeFolder(folder: string, files: Readonly<Record<string, string>>): void {
  try {
    fill(folder, files);
  } catch (cause) {
    throw new SetupError(`The folder ${basename(folder)} cannot be written.`, { cause });
  }
}

function fill(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const name = file.slice(join(folder, "/").length).replaceAll("\\", "/");
    if (entry.isFile() && !Object.hasOwn(files, name)) rmSync(file);
  }
}
