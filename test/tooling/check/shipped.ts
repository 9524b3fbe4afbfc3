import { check } from "../../../src/tooling/check/check.ts";
import type { Finding } from "../../../src/tooling/check/finding.ts";
import type { Example } from "../../../src/tooling/check/rule.ts";
import {
  readTemplateSources,
  type TemplateSources,
} from "../../../src/tooling/templates/template-sources.ts";
import { repository } from "../../project.ts";

/** The templates that we ship. */
export const shipped: TemplateSources = await readTemplateSources(repository);

/** Files by their paths: a text replaces or adds one, `null` removes it. */
export type Changes = Readonly<Record<string, string | null>>;

/** The shipped templates with other files, and other keys of the client metadata. */
export function changed(files: Changes, metadata: Readonly<Record<string, unknown>> = {}): TemplateSources {
  const texts = new Map(shipped.files);
  for (const [file, text] of Object.entries(files)) {
    if (text === null) texts.delete(file);
    else texts.set(file, text);
  }
  const { metadata: schema } = shipped;
  if (!schema || !("schema" in schema)) throw new Error("triggers/client-metadata.ts cannot be read");
  return { files: texts, metadata: { schema: { properties: { ...schema.schema.properties, ...metadata } } } };
}

/** The text of a shipped file. */
export function shippedText(file: string): string {
  const text = shipped.files.get(file);
  if (text === undefined) throw new Error(`${file} is not shipped`);
  return text;
}

/** A shipped file with a text in it replaced. */
export function edited(file: string, from: string, to: string): Record<string, string> {
  const text = shippedText(file);
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  // A function, for a dollar in a text would mean something.
  return { [file]: text.replace(from, () => to) };
}

/** A shipped catalog with other strings, by `section.key`; `null` removes one. */
export function withStrings(
  tag: string,
  strings: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const file = `templates/locales/${tag}.json`;
  const catalog: Record<string, Record<string, string>> = JSON.parse(shippedText(file));
  for (const [id, value] of Object.entries(strings)) {
    const [section = "", key = ""] = id.split(".");
    catalog[section] ??= {};
    if (value === null) delete catalog[section][key];
    else catalog[section][key] = value;
  }
  return { [file]: JSON.stringify(catalog, null, 2) };
}

/** The shipped templates with a rule's example in them. */
export function withExample({ file, from, to }: Example): TemplateSources {
  return changed(from === undefined ? { [file]: to } : edited(file, from, to));
}

// Parsed once, so that each test parses only the files that it changes.
const { project } = check(shipped);

/** Returns the findings in the shipped templates with these changes. */
export function findingsIn(files: Changes, metadata?: Readonly<Record<string, unknown>>): readonly Finding[] {
  return check(changed(files, metadata), project).findings;
}

/** Findings as a test compares them: `rule file:line:column`, with the key and the locale where there are. */
export function lines(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, file, line, column, key, locale }) =>
    [`${rule} ${file.replace(/^templates\//, "")}:${line}:${column}`, locale, key].filter(Boolean).join(" "),
  );
}
