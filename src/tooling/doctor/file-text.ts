import { readFileSync } from "node:fs";

/** The encodings, by the byte order mark. PowerShell's `>` writes UTF-16 where other shells write UTF-8. */
const marks = [
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
] as const;

/**
 * Returns the text of a file, without its byte order mark.
 *
 * @throws the file system's error when the file cannot be read
 */
export function fileText(file: string): string {
  const content = readFileSync(file);
  const mark = marks.find(({ bytes }) => bytes.every((byte, at) => content[at] === byte));
  return new TextDecoder(mark?.encoding ?? "utf-8").decode(content);
}
