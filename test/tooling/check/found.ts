import { check } from "../../../src/tooling/check/check.ts";
import type { Finding } from "../../../src/tooling/check/finding.ts";
import { rules } from "../../../src/tooling/check/rules/table.ts";
import { type Changes, edited, smallCopy } from "./shipped.ts";

/** The rule that a test is about, or several: what others say of the same copy is not its business. */
export type About = string | readonly string[];

/** For a test that is about what nobody says. */
export const anyRule: readonly string[] = rules.map(({ name }) => name);

type Metadata = Readonly<Record<string, unknown>>;

/** What these rules find in the shipped copy with such changes. */
export function findingsOf(about: About, files: Changes, metadata: Metadata = {}): readonly Finding[] {
  const names = [about].flat();
  const unknown = names.filter((name) => !anyRule.includes(name));
  if (unknown.length > 0) throw new Error(`There is no rule ${unknown}`);
  return check(smallCopy(files, metadata)).findings.filter(({ rule }) => names.includes(rule));
}

/** The same, each as {@link findingLine}. */
export function foundBy(about: About, files: Changes, metadata?: Metadata): string[] {
  return findingsOf(about, files, metadata).map(findingLine);
}

/** The same without the mending: `file:line:column severity: message (rule)`. */
export function toldBy(about: About, files: Changes, metadata?: Metadata): string[] {
  return findingsOf(about, files, metadata).map(
    ({ file, line, column, severity, message, rule }) =>
      `${file}:${line}:${column} ${severity}: ${message} (${rule})`,
  );
}

/** Place and message alone, and without the file where it is the English email: `line:column message`. */
export function saidBy(about: About, files: Changes, metadata?: Metadata): string[] {
  return findingsOf(about, files, metadata).map(({ file, line, column, message }) =>
    file === EMAIL ? `${line}:${column} ${message}` : `${file}:${line}:${column} ${message}`,
  );
}

export const EMAIL = "templates/en/forgot-password/email.html.hbs";

/** The English email with this as its fifth line, from its first column. */
export function emailWith(line: string): Record<string, string> {
  return edited(EMAIL, "<p>The code is valid for 1 hour.</p>", line);
}

/** A finding in one line: place, severity, what is so, the mending and the rule. */
export function findingLine({ file, line, column, severity, message, mending, rule }: Finding): string {
  return [`${file}:${line}:${column} ${severity}:`, message, mending, `(${rule})`].filter(Boolean).join(" ");
}
