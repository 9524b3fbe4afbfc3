/** Returns a command to paste into a shell: each word stays one word, whatever characters it contains. */
export function shellCommand(...words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(" ");
}

/** Returns the Region as the end of a sentence, or nothing where it is not known. */
export function regionPhrase(region = ""): string {
  return region === "" ? "" : ` in ${region}`;
}

/** Returns the option that names a Region, or none where it is not known. */
export function regionOption(region: string): readonly string[] {
  return region === "" ? [] : ["--region", region];
}
