import { createHash } from "node:crypto";
import * as v from "valibot";
import type { Catalog, CatalogString } from "./catalog.ts";
import { readSettingsFile, type SettingsFile } from "./settings-file.ts";
import type { Files } from "./template-sources.ts";

const schema = v.record(
  v.string(),
  v.record(v.string(), v.strictObject({ source: v.string(), translation: v.string() })),
);

/**
 * templates/sources/<tag>.json. It has, by section and key, the source text that a translation was made from, and a
 * checksum of the translation.
 */
export type Records = v.InferOutput<typeof schema>;

export function recordsFile(tag: string): string {
  return `templates/sources/${tag}.json`;
}

export function readRecords(files: Files, tag: string): SettingsFile<Records> {
  return readSettingsFile(files, { file: recordsFile(tag), schema, fallback: {}, isRequired: false });
}

/** Returns enough of the SHA-256 to detect a change. */
export function checksum(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Whether a string was recorded as a translation and has not changed since. */
export function isRecorded(records: Records | undefined, { section, key, value }: CatalogString): boolean {
  return recordOf(records, section, key)?.translation === checksum(value);
}

/** Returns the source text that a translation was made from, if that has changed since and the translation has not. */
export function previousSource(
  records: Records | undefined,
  string: CatalogString,
  source: CatalogString | undefined,
): string | undefined {
  const record = recordOf(records, string.section, string.key);
  if (!record || !source || !isRecorded(records, string)) return undefined;
  return record.source === source.value ? undefined : record.source;
}

function recordOf(records: Records | undefined, section: string, key: string) {
  const group = records && Object.hasOwn(records, section) ? records[section] : undefined;
  return group && Object.hasOwn(group, key) ? group[key] : undefined;
}

/**
 * Returns the records with those of the ids added, by default of all strings that differ from the source's. Records of
 * strings that no longer exist are removed.
 */
export function recordTranslated(
  records: Records,
  catalog: Catalog,
  source: Catalog,
  ids?: readonly string[],
): Records {
  const made: Record<string, Record<string, Records[string][string]>> = {};
  for (const string of catalog.strings.values()) {
    const { id, section, key, value } = string;
    const text = source.strings.get(id)?.value;
    const isNew = text !== undefined && value.trim() !== "" && (ids ? ids.includes(id) : text !== value);
    const record = isNew ? { source: text, translation: checksum(value) } : recordOf(records, section, key);
    if (!record) continue;
    made[section] ??= {};
    made[section][key] = record;
  }
  return made;
}

/** Returns the text of the file: sorted, so that it does not depend on the catalog's order. */
export function recordsText(records: Records): string {
  const sorted = (group: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(group).sort(([a], [b]) => (a < b ? -1 : 1)));
  const groups = Object.entries(records).map(([section, group]) => [section, sorted(group)] as const);
  return `${JSON.stringify(sorted(Object.fromEntries(groups)), null, 2)}\n`;
}
