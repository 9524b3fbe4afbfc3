import { SetupError } from "../../error/setup-error.ts";
import { type Catalog, catalogFile } from "./catalog.ts";
import { didYouMean } from "./did-you-mean.ts";
import type { Project } from "./project.ts";
import { type Records, recordsFile, recordsText, recordTranslated } from "./records.ts";
import { writeAtomically } from "./write-atomically.ts";

/**
 * Records in templates/sources/<tag>.json that translations were made from the source's current text: those of the
 * ids, or all that differ from the source's text.
 */
export function recordTranslations(
  root: string,
  { files, settings, catalogs, records }: Project,
  catalog: Catalog,
  ids?: readonly string[],
): Records {
  const { tag } = catalog;
  const source = catalogs.get(settings.source) as Catalog;
  const recorded = recordTranslated(records.get(tag) ?? {}, catalog, source, ids);
  const file = recordsFile(tag);
  const text = recordsText(recorded);
  const isChanged = files.has(file) ? text !== files.get(file) : Object.keys(recorded).length > 0;
  if (isChanged) writeAtomically(root, file, text);
  return recorded;
}

/** Returns the catalogs of translations: all but the source's. */
export function translations({ settings, catalogs }: Project): readonly Catalog[] {
  return [...catalogs.values()].filter(({ tag }) => tag !== settings.source);
}

/** Returns the catalog of a translation. Throws a SetupError for any other tag. */
export function translationOf(tag: string, project: Project): Catalog {
  const others = translations(project);
  const catalog = others.find((each) => each.tag === tag);
  if (catalog) return catalog;
  const tags = others.map((each) => each.tag);
  const nearest = didYouMean(tag, tags);
  throw new SetupError(
    tag === project.settings.source
      ? `"${tag}" is the source language: it is not a translation.`
      : `${catalogFile(tag)} is missing. ${nearest ? `Did you mean "${nearest}"?` : `The languages are: ${tags.join(", ")}.`}`,
  );
}

/** Throws a SetupError for an unknown id. */
export function requireId(id: string, known: ReadonlySet<string>, { file }: Pick<Catalog, "file">): void {
  if (known.has(id)) return;
  const nearest = didYouMean(id, known);
  throw new SetupError(
    `${file} has no "${id}". ${nearest ? `Did you mean "${nearest}"?` : 'Write a key as "forgot-password.intro".'}`,
  );
}
