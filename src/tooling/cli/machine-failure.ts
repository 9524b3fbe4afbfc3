/** File system errors that the machine causes: permissions, space, open files. */
const CODES = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EMFILE", "ENFILE"]);

/** Returns a sentence for a file system error that the machine's owner can solve; otherwise `undefined`. */
export function machineFailure(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { code = "", path, syscall } = thrown as NodeJS.ErrnoException;
  // The build needs a folder for temporary files.
  const isTemporary = syscall === "mkdtemp" && path !== undefined;
  if (!CODES.has(code) && !isTemporary) return undefined;
  const advice = isTemporary
    ? "Set TMPDIR to an existing folder that you may write to."
    : "Check the permissions there, and that the disk is not full.";
  return `The file system reports: ${thrown.message}. ${advice}`;
}
