import { SetupError } from "../../error/setup-error.ts";
import { catalogFile } from "./catalog.ts";
import { isLanguage, isLanguageTag, parentOf, tagSuggestion } from "./is-language-tag.ts";
import { newCatalog } from "./new-catalog.ts";
import { readableProject } from "./readable-project.ts";
import { writeAtomically } from "./write-atomically.ts";

/** A language that has been started. */
export interface StartedLanguage {
  readonly file: string;
  readonly source: string;
  /** The language that a region has every string of; `undefined` without one. */
  readonly parent: string | undefined;
  /** How many strings there are to translate, and about how many words. */
  readonly strings: number;
  readonly words: number;
}

/**
 * Writes a catalog to be translated.
 *
 * @throws SetupError for a text that is no language tag, and where the catalog exists or there is nothing to translate
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
