import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { SetupError } from "../../error/setup-error.ts";

/**
 * Writes a file: all of it or nothing. One that exists keeps its mode, its link and its byte order mark.
 *
 * @throws SetupError when it cannot be written; then it is as it was
 */
export function writeAtomically(root: string, file: string, text: string): void {
  let temporary: string | undefined;
  try {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    const isNew = !existsSync(join(root, file));
    const path = isNew ? join(root, file) : realpathSync(join(root, file));
    // To put another file in its place would need no permission of the file's own.
    if (!isNew) accessSync(path, constants.W_OK);
    const name = `${path}.${process.pid}`;
    const opened = openSync(name, "wx");
    temporary = name;
    writeFileSync(opened, (isNew ? "" : byteOrderMark(path)) + text);
    if (!isNew) {
      const { mode, uid, gid } = statSync(path);
      fchmodSync(opened, mode);
      if (process.getuid?.() === 0) fchownSync(opened, uid, gid);
    }
    closeSync(opened);
    renameSync(name, path);
  } catch (cause) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw new SetupError(`${file} cannot be written, and is as it was.`, { cause });
  }
}

/** What some editors of Windows begin a file with: no part of its text, and kept. */
function byteOrderMark(path: string): string {
  return readFileSync(path, "utf8").startsWith("\ufeff") ? "\ufeff" : "";
}
