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
  /** The files to write, in this order, by their path in the folder with `/` as separator. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Returns the files that an earlier run wrote. Only these are replaced or removed. */
  readonly ours: () => Iterable<string>;
  /** Another remedy to suggest where the folder cannot be used, such as an option. */
  readonly alternative?: string;
}

/**
 * Writes files into a folder, and removes those of an earlier run that this one does not write. Files of others
 * and files that are already correct stay as they are.
 *
 * @throws SetupError that names the foreign file at a path that we need, having written nothing; or the file or
 *   folder that cannot be written
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

/** Returns what to remove and what to write, unless a foreign file is in the way. */
function changes(folder: string, output: Output) {
  const { files, ours } = output;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new SetupError(`${shown(folder)} is a file, where a folder is needed: move it${or(output)}.`);
  }
  const earlier = new Set([...ours()].filter((name) => kindOf(folder, name) === "file"));
  const written = [...files].filter(([name, content]) => !hasContent(folder, name, content));
  const [foreign] = written.flatMap(([name]) => foreignPath(folder, name, earlier) ?? []);
  if (foreign !== undefined) {
    throw new SetupError(
      `${shown(join(folder, foreign))} is in the way: nothing shows that cognito-recovery wrote it, so nothing was changed there. Move it${or(output)}.`,
    );
  }
  return { removed: [...earlier].filter((name) => !files.has(name)), written };
}

function or({ alternative }: Output): string {
  return alternative === undefined ? "" : `, or ${alternative}`;
}

/** Returns a path relative to the current folder, or absolute outside it. */
function shown(path: string): string {
  const below = relative(process.cwd(), path);
  return below === "" || below.startsWith("..") ? resolve(path) : below;
}

/** Returns what is at a path in the folder. Links, and paths behind them, are `other`: we write none. */
function kindOf(folder: string, name: string): "file" | "folder" | "other" | undefined {
  for (const each of foldersAbove(name)) {
    const above = lstatSync(join(folder, each), { throwIfNoEntry: false });
    if (!above?.isDirectory()) return above && "other";
  }
  const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
  return found && (found.isFile() ? "file" : found.isDirectory() ? "folder" : "other");
}

/** Returns the folders around a path: `a/b/c` -> `a`, `a/b`. */
function foldersAbove(name: string): string[] {
  const names = name.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

/** Returns the foreign file or folder at the path of a file, or at that of a folder around it. */
function foreignPath(folder: string, name: string, ours: ReadonlySet<string>): string | undefined {
  const above = foldersAbove(name).find((each) => {
    const kind = kindOf(folder, each);
    return kind !== undefined && kind !== "folder" && !ours.has(each);
  });
  if (above !== undefined) return above;
  return kindOf(folder, name) === undefined || ours.has(name) ? undefined : name;
}

function hasContent(folder: string, name: string, content: string | Uint8Array): boolean {
  if (kindOf(folder, name) !== "file") return false;
  return readFileSync(join(folder, name)).equals(Buffer.from(content as Uint8Array));
}

/** Removes a file, and the folders around it that become empty. */
function remove(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true });
  for (const each of foldersAbove(name).reverse()) {
    if (readdirSync(join(folder, each)).length > 0) return;
    rmdirSync(join(folder, each));
  }
}

/** Writes a file and renames it into place, so that no program reads half of it. */
function write(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  const opened = openSync(temporary, "wx");
  try {
    writeFileSync(opened, content);
    closeSync(opened);
    renameSync(temporary, file);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
}
