import { SetupError } from "../../log/fault.ts";
import { catalogFile } from "../templates/catalog.ts";
import {
  isLanguage,
  isLanguageTag,
  languageAndTag,
  languageName,
  parentOf,
  tagSuggestion,
} from "../templates/language-tag.ts";
import { newCatalog } from "../templates/new-catalog.ts";
import { writeWhole } from "../templates/write-whole.ts";
import { commandLine } from "../terminal/command-line.ts";
import type { Io } from "./io.ts";
import { print } from "./print.ts";
import { readableProject } from "./readable-project.ts";

/** `new locale`: writes a catalog to be translated. Nothing is overwritten. */
export async function newLocaleCommand(tag: string, _options: object, io: Io): Promise<number> {
  if (!isLanguageTag(tag) || !isLanguage(tag)) {
    throw new SetupError(`"${tag}" is not a language tag. ${tagSuggestion(tag)}`);
  }
  const { root, project } = readableProject(io);
  const { files, settings, catalogs } = project;
  const file = catalogFile(tag);
  if (files.has(file))
    throw new SetupError(`${file} exists already. \`${commandLine("check")}\` lists what is missing in it.`);
  const source = catalogs.get(settings.source);
  if (!source?.strings.size)
    throw new SetupError(
      `${catalogFile(settings.source)} has no strings: there is nothing to translate from.`,
    );
  const parent = parentOf(tag);
  const isRegion = parent !== undefined && catalogs.has(parent);
  const { text, strings, words } = newCatalog(source, isRegion);
  writeWhole(root, file, text);
  print(
    io,
    isRegion
      ? `${file} is written. It has every string of ${languageAndTag(parent)}: add those that differ.`
      : `${file} is written: ${strings} strings to translate from ${languageName(settings.source)}, about ${words} words.
A message is offered in ${languageName(tag)} as soon as it has all of its strings: \`${commandLine("check")}\` reports what is missing.`,
  );
  return 0;
}
