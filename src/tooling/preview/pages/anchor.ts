/** Where a line of a file is on the page. */
export function anchor(file: string, line: number): string {
  return `${file.replace(/[^A-Za-z0-9]+/g, "-")}-${line}`;
}
