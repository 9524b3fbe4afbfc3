import { SetupError } from "../../error/setup-error.ts";
import { catalogFile } from "./catalog.ts";
import { isLanguage, isLanguageTag, parentOf, tagSuggestion } from "./is-language-tag.ts";
import { newCatalog } from "./new-catalog.ts";
import { readableProject } from "./readable-project.ts";
import { writeAtomically } from "./write-atomically.ts";

/** A new catalog that was written. */
export interface StartedLanguage {
  readonly file: string;
  readonly source: string;
  /** The parent from which a region inherits every string; `undefined` if there is none. */
  readonly parent: string | undefined;
  /** The number of strings to translate. */
  readonly strings: number;
  /** The approximate number of words in them. */
  readonly words: number;
}

/**
 * Writes a catalog to be translated.
 *
 * @throws SetupError if the text is not a language tag, the catalog exists or the source has no strings
 */
export function startLanguage(root: string, tag: string): StartedLanguage {
  if (!isLanguageTag(tag) || !isLanguage(tag)) {
    throw new SetupError(`"${tag}" is not a language tag. ${tagSuggestion(tag)}`);
  }
  const { files, settings, catalogs } = readableProject(root);
  const file = catalogFile(tag);
  if (files.has(file)) throw new SetupError(`${file} exists already.`);
  const source = catalogs.get(settings.source);
  if (!source?.strings.size) {
    throw new SetupError(
      `${catalogFile(settings.source)} has no strings: there is nothing to translate from.`,
    );
  }
  const around = parentOf(tag);
  const parent = around !== undefined && catalogs.has(around) ? around : undefined;
  const { text, strings, words } = newCatalog(source, parent !== undefined);
  writeAtomically(root, file, text);
  return { file, source: settings.source, parent, strings, words };
}
