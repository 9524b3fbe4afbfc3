import { type Catalog, readCatalog } from "../templates/catalog.ts";
import { catalogTextWith } from "../templates/catalog-text-with.ts";
import { type Project, projectOf } from "../templates/project.ts";
import { recordsFile, recordsText, recordTranslated } from "../templates/records.ts";
import type { EditedString } from "./edited-string.ts";
import type { PreviewState } from "./preview-state.ts";

/** The project as it will be when the strings of a language are saved. */
export function projectWith(
  unsaved: readonly EditedString[],
  locale: string,
  { sources }: PreviewState,
  read: Project,
): Project {
  const { files, catalogs, records, settings } = read;
  const source = catalogs.get(settings.source) as Catalog;
  const { file } = catalogs.get(locale) as Catalog;
  const text = files.get(file);
  if (unsaved.length === 0 || text === undefined) return read;
  const edited = catalogTextWith(text, new Map(unsaved.map(({ id, text: value }) => [id, value])), source);
  const ids = unsaved.map(({ id }) => id);
  const record = recordTranslated(records.get(locale) ?? {}, readCatalog(locale, edited), source, ids);
  const saved = [
    [file, edited],
    ...(locale === settings.source ? [] : [[recordsFile(locale), recordsText(record)]]),
  ] as [string, string][];
  return projectOf({ ...sources, files: new Map([...files, ...saved]) }, read);
}
