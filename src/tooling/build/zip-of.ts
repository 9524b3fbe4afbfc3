import { type Zippable, zipSync } from "fflate";

/**
 * Returns a zip of the files, with the same bytes at any time and place: sorted names, one date, one mode.
 * A zip holds local time, so the date has local parts; its year is the first that a zip can hold.
 */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const options = {
    level: 9,
    mtime: new Date(1980, 0, 1, 12),
    // From Unix, a plain file that all may read: Lambda runs as a user of its own.
    os: 3,
    attrs: (0o100644 << 16) >>> 0,
  } as const;
  const entries: Zippable = {};
  for (const name of [...files.keys()].sort()) entries[name] = [files.get(name) as Uint8Array, options];
  return zipSync(entries);
}
