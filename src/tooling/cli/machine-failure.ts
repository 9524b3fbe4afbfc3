/** What a machine lacks, and no program is to blame for: permissions, space, files open at once. */
const CODES = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EMFILE", "ENFILE"]);

/** Returns a sentence for an error of the file system that is the machine's to solve; otherwise `undefined`. */
export function machineFailure(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { code = "", path, syscall } = thrown as NodeJS.ErrnoException;
  // Without a folder for temporary files nothing can be bundled.
  const isTemporary = syscall === "mkdtemp" && path !== undefined;
  if (!CODES.has(code) && !isTemporary) return undefined;
  const advice = isTemporary
    ? "Set TMPDIR to a folder that is there and that you may write to."
    : "See what you may read and write there, and that the disk is not full.";
  return `The file system refuses (${thrown.message}). ${advice}`;
}
