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
 * Writes a file completely or not at all. An existing file keeps its mode, its link and its byte order mark.
 *
 * @throws SetupError if it cannot be written; then it is unchanged
 */
export function writeAtomically(root: string, file: string, text: string): void {
  let temporary: string | undefined;
  try {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    const isNew = !existsSync(join(root, file));
    const path = isNew ? join(root, file) : realpathSync(join(root, file));
    // A rename does not require permission to write the file itself.
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
    throw new SetupError(`${file} cannot be written, and is unchanged.`, { cause });
  }
}

/** Returns the byte order mark with which a file begins, as some editors on Windows write it; empty if there is none. */
function byteOrderMark(path: string): string {
  return readFileSync(path, "utf8").startsWith("\ufeff") ? "\ufeff" : "";
}
