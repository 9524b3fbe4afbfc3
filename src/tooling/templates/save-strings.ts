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

/** A string as somebody has edited it. */
export interface StringEdit {
  /** `forgot-password.intro` */
  readonly id: string;
  readonly value: string;
  /** The text of the catalog that it was edited from; empty where the catalog has none. */
  readonly base: string;
}

/** The ids that are saved; or nothing is, for somebody else has changed the same strings. */
export type Saved =
  | { readonly saved: readonly string[] }
  | { readonly conflicts: readonly { readonly id: string; readonly onDisk: string }[] };

/**
 * Saves strings in the catalog of a language, and records them as made from the source's current text. Reads the
 * files afresh: what others have changed in them meanwhile stays.
 *
 * @throws SetupError when a file cannot be read or written, or there is no such catalog or key
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
  const onDisk = (id: string) => catalog.strings.get(id)?.value ?? "";
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
 * Records strings of a language as made from the source's current text, as they are.
 *
 * @throws SetupError for the source language, and for a string that the source or the language lacks
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

/** The project, in which the files of a language and of the source are JSON, and the language has a catalog. */
function projectToWrite(root: string, tag: string): Project {
  const file = catalogFile(tag);
  // A key that is wrong in a catalog keeps nobody from writing the others.
  const project = readableProject(root, (each, { settings: { source }, catalogs }) => {
    const broken = [tag, source].filter((name) => catalogs.get(name)?.isJson === false);
    return [SETTINGS, recordsFile(tag), ...broken.map(catalogFile)].includes(each);
  });
  const text = project.catalogs.has(tag) ? project.files.get(file) : undefined;
  if (text === undefined) {
    const suggestion =
      tag === project.settings.source
        ? "Create it with the text {}."
        : `Create it first: cognito-recovery new locale ${tag}`;
    throw new SetupError(`${file} is missing. ${suggestion}`);
  }
  if (text.includes("\ufffd")) throw new SetupError(`${file} is not UTF-8. Save it as UTF-8 in your editor.`);
  return project;
}

/** The ids that the source has or a message uses. */
function knownIds(project: Project, source: Catalog): ReadonlySet<string> {
  const used = project.messages.flatMap((message) => usedStrings(message, project).map(({ id }) => id));
  return new Set([...source.strings.keys(), ...used]);
}
