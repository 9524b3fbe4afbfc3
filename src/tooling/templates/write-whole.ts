import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../log/fault.ts";

/**
 * Puts another text into a file that is there: all of it or nothing, under the same mode, and behind the same
 * link. Throws a SetupError when it cannot be written; then it is as it was.
 */
export function writeWhole(root: string, file: string, text: string): void {
  let aside: string | undefined;
  try {
    const path = realpathSync(join(root, file));
    // To put another in its place would need no leave of the file's own.
    accessSync(path, constants.W_OK);
    const { mode, uid, gid } = statSync(path);
    const beside = `${path}.${process.pid}`;
    const opened = openSync(beside, "wx");
    aside = beside;
    writeFileSync(opened, byteOrderMark(path) + text);
    fchmodSync(opened, mode);
    if (process.getuid?.() === 0) fchownSync(opened, uid, gid);
    closeSync(opened);
    renameSync(beside, path);
  } catch (cause) {
    if (aside !== undefined) rmSync(aside, { force: true });
    throw new SetupError(`${file} cannot be written, and is as it was.`, { cause });
  }
}

/** What some editors of Windows begin a file with: no part of its text, and kept. */
function byteOrderMark(path: string): string {
  const text = readFileSync(path, "utf8");
  return text.startsWith("\ufeff") ? "\ufeff" : "";
}
