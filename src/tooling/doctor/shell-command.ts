/** A command to be pasted into a shell: what a name of somebody's holds stays a word. */
export function shellCommand(...words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(" ");
}

/** The Region in a sentence; nothing where it is not known. */
export function inPlace(region = ""): string {
  return region === "" ? "" : ` in ${region}`;
}

/** The option that names a region; none where what it was to be read from is no ARN. */
export function inRegion(region: string): readonly string[] {
  return region === "" ? [] : ["--region", region];
}
