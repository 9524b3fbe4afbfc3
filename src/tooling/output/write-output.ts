import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";

export interface Output {
  /** The files to write, by their paths in the folder with `/` between the names; written in this order. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Finds the files in the folder that an earlier run wrote: they alone are replaced or removed. */
  readonly ours: () => Iterable<string>;
  /** What helps, besides moving a file or making one writable, where this folder cannot be used. */
  readonly alternative?: string;
}

/**
 * Writes files into a folder, and removes what an earlier run wrote there and this one does not. The files of
 * others stay, and a file that is right already is not touched.
 *
 * @throws SetupError that names a file of somebody else whose name one of ours needs, and then writes nothing;
 *   or the file or folder that cannot be written
 */
export function writeOutput(folder: string, output: Output): void {
  let at = folder;
  try {
    const { removed, written } = changes(folder, output);
    for (const name of removed) {
      at = join(folder, name);
      remove(folder, name);
    }
    for (const [name, content] of written) {
      at = join(folder, name);
      write(at, content);
    }
  } catch (cause) {
    if (cause instanceof SetupError) throw cause;
    throw new SetupError(`${shown(at)} cannot be written: make it writable${or(output)}.`, { cause });
  }
}

/** What is to be done, when nothing of somebody else is in the way. */
function changes(folder: string, output: Output) {
  const { files, ours } = output;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new SetupError(`${shown(folder)} is a file, where a folder is needed: move it${or(output)}.`);
  }
  const earlier = new Set([...ours()].filter((name) => kindOf(folder, name) === "file"));
  const written = [...files].filter(([name, content]) => !holds(folder, name, content));
  const [taken] = written.flatMap(([name]) => inTheWay(folder, name, earlier) ?? []);
  if (taken !== undefined) {
    throw new SetupError(
      `${shown(join(folder, taken))} is in the way: nothing shows that cognito-recovery wrote it, so nothing was changed there. Move it${or(output)}.`,
    );
  }
  return { removed: [...earlier].filter((name) => !files.has(name)), written };
}

function or({ alternative }: Output): string {
  return alternative === undefined ? "" : `, or ${alternative}`;
}

/** A path as a person in the current folder names it. */
function shown(path: string): string {
  const below = relative(process.cwd(), path);
  return below === "" || below.startsWith("..") ? resolve(path) : below;
}

/** What is at a path of the folder. A link, and what is behind one, is `other`: we write none. */
function kindOf(folder: string, name: string): "file" | "folder" | "other" | undefined {
  for (const each of foldersAbove(name)) {
    const above = lstatSync(join(folder, each), { throwIfNoEntry: false });
    if (!above?.isDirectory()) return above && "other";
  }
  const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
  return found && (found.isFile() ? "file" : found.isDirectory() ? "folder" : "other");
}

/** `a/b/c` -> `a`, `a/b`. */
function foldersAbove(name: string): string[] {
  const names = name.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

/** What of somebody else is where a file, or a folder around it, has to be. */
function inTheWay(folder: string, name: string, ours: ReadonlySet<string>): string | undefined {
  const above = foldersAbove(name).find((each) => {
    const kind = kindOf(folder, each);
    return kind !== undefined && kind !== "folder" && !ours.has(each);
  });
  if (above !== undefined) return above;
  return kindOf(folder, name) === undefined || ours.has(name) ? undefined : name;
}

function holds(folder: string, name: string, content: string | Uint8Array): boolean {
  if (kindOf(folder, name) !== "file") return false;
  return readFileSync(join(folder, name)).equals(Buffer.from(content as Uint8Array));
}

/** Removes a file, and the folders around it that are empty then. */
function remove(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true });
  for (const each of foldersAbove(name).reverse()) {
    if (readdirSync(join(folder, each)).length > 0) return;
    rmdirSync(join(folder, each));
  }
}

/** Puts a whole file in its place, so that nobody reads half of one. */
function write(file: string, content: string | Uint8Array): void {
  const beside = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  const opened = openSync(beside, "wx");
  try {
    writeFileSync(opened, content);
    closeSync(opened);
    renameSync(beside, file);
  } catch (thrown) {
    rmSync(beside, { force: true });
    throw thrown;
  }
}
