import { check } from "../../../src/tooling/check/check.ts";
import { changed, shipped } from "./shipped.ts";

export const EMAIL = "templates/en/forgot-password/email.html.hbs";

/** The English email with this as its fifth line, from its first column. */
export function emailWith(line: string): string {
  const text = shipped.files.get(EMAIL) ?? "";
  return text.replace("<p>The code is valid for 1 hour.</p>", () => line);
}

/** What a rule says of the shipped copy with such files: its places, then its words. */
export function saidOf(
  rule: string,
  files: Readonly<Record<string, string | null>>,
  metadata: Readonly<Record<string, unknown>> = {},
): string[] {
  return check(changed(files, metadata))
    .findings.filter((finding) => finding.rule === rule)
    .map(({ file, line, column, message }) =>
      file === EMAIL ? `${line}:${column} ${message}` : `${file}:${line}:${column} ${message}`,
    );
}

/** What a rule says of the English email with this as its fifth line. */
export function saidOfLine(
  rule: string,
  line: string,
  metadata?: Readonly<Record<string, unknown>>,
): string[] {
  return saidOf(rule, { [EMAIL]: emailWith(line) }, metadata);
}

/** A shipped file with a change. */
export function swapped(file: string, from: string, to: string): Record<string, string> {
  const text = shipped.files.get(file) ?? "";
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return { [file]: text.replace(from, () => to) };
}
