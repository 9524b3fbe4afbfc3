import { SetupError } from "../../error/setup-error.ts";
import { type Catalog, catalogFile, readCatalog } from "./catalog.ts";
import { catalogTextWith } from "./catalog-text-with.ts";
import type { Project } from "./project.ts";
import { readableProject } from "./readable-project.ts";
import { recordTranslations, requireId, translationOf } from "./record-translations.ts";
import { recordsFile } from "./records.ts";
import { SETTINGS } from "./settings.ts";
import { usedStrings } from "./used-strings.ts";
import { writeAtomically } from "./write-atomically.ts";

/** An edit of one string. */
export interface StringEdit {
  /** `forgot-password.intro` */
  readonly id: string;
  readonly value: string;
  /** The catalog's text before the edit; empty if the catalog has none. */
  readonly base: string;
}

/** The ids that are saved; or the conflicts with others' changes, with which nothing is saved. */
export type Saved =
  | { readonly saved: readonly string[] }
  | { readonly conflicts: readonly { readonly id: string; readonly onDisk: string }[] };

/**
 * Saves strings in the catalog of a language, and records that they were made from the source's current text. Reads
 * the files again, so that others' changes to them stay.
 *
 * @throws SetupError when a file cannot be read or written, or the catalog or key does not exist
 */
export function saveStrings(
  root: string,
  { tag, edits }: { readonly tag: string; readonly edits: readonly StringEdit[] },
): Saved {
  const project = projectToWrite(root, tag);
  const { files, settings, catalogs } = project;
  const source = catalogs.get(settings.source) as Catalog;
  const catalog = catalogs.get(tag) as Catalog;
  const known = knownIds(project, source);
  for (const { id } of edits) requireId(id, known, source);
  const made = edits.filter(({ value, base }) => value !== base);
  const onDisk = (id: string) => inTextField(catalog.strings.get(id)?.value ?? "");
  const conflicts = made
    .filter(({ id, value, base }) => ![base, value].includes(onDisk(id)))
    .map(({ id }) => ({ id, onDisk: onDisk(id) }));
  if (conflicts.length > 0) return { conflicts };
  const previous = files.get(catalog.file) as string;
  const text = catalogTextWith(previous, new Map(made.map(({ id, value }) => [id, value])), source);
  if (text !== previous) writeAtomically(root, catalog.file, text);
  const saved = made.map(({ id }) => id);
  if (tag !== settings.source) recordTranslations(root, project, readCatalog(tag, text), saved);
  return { saved };
}

/**
 * Records that unchanged strings of a language are translations of the source's current text.
 *
 * @throws SetupError for the source language, and for a string that is missing in the source or the language
 */
export function recordUpToDate(
  root: string,
  { tag, ids }: { readonly tag: string; readonly ids: readonly string[] },
): readonly string[] {
  const project = projectToWrite(root, tag);
  const { settings, catalogs } = project;
  const source = catalogs.get(settings.source) as Catalog;
  const catalog = translationOf(tag, project);
  for (const id of ids) {
    requireId(id, new Set(source.strings.keys()), source);
    if (!catalog.strings.get(id)?.value) throw new SetupError(`${catalog.file} has no text of "${id}" yet.`);
  }
  recordTranslations(root, project, catalog, ids);
  return ids;
}

/** Returns a text as browsers have it in a text field: with LF as the only line end. */
export function inTextField(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Returns the project, in which the catalogs of a language and of the source must be JSON. */
function projectToWrite(root: string, tag: string): Project {
  const file = catalogFile(tag);
  // An invalid key in a catalog does not prevent changes of the others.
  const project = readableProject(root, (each, { settings: { source }, catalogs }) => {
    const broken = [tag, source].filter((name) => catalogs.get(name)?.isJson === false);
    return [SETTINGS, recordsFile(tag), ...broken.map(catalogFile)].includes(each);
  });
  const text = project.catalogs.has(tag) ? project.files.get(file) : undefined;
  if (text === undefined) {
    const suggestion =
      tag === project.settings.source ? "Create it with the text {}." : "Start the language first.";
    throw new SetupError(`${file} is missing. ${suggestion}`);
  }
  if (text.includes("\ufffd")) throw new SetupError(`${file} is not UTF-8. Save it as UTF-8 in your editor.`);
  return project;
}

/** Returns the ids that the source has or a message uses. */
function knownIds(project: Project, source: Catalog): ReadonlySet<string> {
  const used = project.messages.flatMap((message) => usedStrings(message, project).map(({ id }) => id));
  return new Set([...source.strings.keys(), ...used]);
}
