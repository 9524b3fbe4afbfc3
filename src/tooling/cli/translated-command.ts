import { SetupError } from "../../log/fault.ts";
import { type Catalog, catalogFile } from "../templates/catalog.ts";
import { didYouMean } from "../templates/did-you-mean.ts";
import { languageAndTag } from "../templates/language-tag.ts";
import type { Project } from "../templates/project.ts";
import { recordsFile, recordsText, recordTranslated } from "../templates/records.ts";
import { isUntranslated } from "../templates/strings.ts";
import { writeWhole } from "../templates/write-whole.ts";
import { commandLine } from "../terminal/command-line.ts";
import type { Io } from "./io.ts";
import { print } from "./print.ts";
import { readableProject } from "./readable-project.ts";

/** `translated`: records which source text each translation was made from, of all languages or one, all keys or some. */
export async function translatedCommand(
  keys: readonly string[],
  { locale }: { locale?: string },
  io: Io,
): Promise<number> {
  const { root, project } = readableProject(io);
  const { settings, catalogs } = project;
  const source = catalogs.get(settings.source);
  if (!source)
    throw new SetupError(`${catalogFile(settings.source)} is missing: nothing is translated from it.`);
  for (const key of keys) requireKey(key, source);
  for (const catalog of catalogsToRecord(project, locale)) {
    print(io, record(root, project, catalog, source, keys));
  }
  return 0;
}

function requireKey(key: string, { strings, file }: Catalog): void {
  if (strings.has(key)) return;
  const meant = didYouMean(key, strings.keys());
  throw new SetupError(
    `${file} has no "${key}". ${meant ? `Did you mean "${meant}"?` : 'Write a key as "forgot-password.intro".'}`,
  );
}

function catalogsToRecord({ settings, catalogs }: Project, locale: string | undefined): readonly Catalog[] {
  const others = [...catalogs.values()].filter(({ tag }) => tag !== settings.source);
  if (locale === undefined) return others;
  const catalog = others.find(({ tag }) => tag === locale);
  if (catalog) return [catalog];
  const tags = others.map(({ tag }) => tag);
  const meant = didYouMean(locale, tags);
  throw new SetupError(
    locale === settings.source
      ? `"${locale}" is the source language: it is not a translation.`
      : `${catalogFile(locale)} is missing. ${meant ? `Did you mean "${meant}"?` : `The languages are: ${tags.join(", ")}.`}`,
  );
}

/** Writes the records of one language, and returns the line to print. */
function record(
  root: string,
  project: Project,
  catalog: Catalog,
  source: Catalog,
  keys: readonly string[],
): string {
  const { tag } = catalog;
  const previous = project.records.get(tag) ?? {};
  const records = recordTranslated(previous, catalog, source, keys.length > 0 ? keys : undefined);
  const text = recordsText(records);
  const file = recordsFile(tag);
  const isNew = !project.files.has(file);
  if (isNew ? Object.keys(records).length > 0 : text !== project.files.get(file))
    writeWhole(root, file, text);
  const count = Object.values(records).flatMap((group) => Object.keys(group)).length;
  const now = { ...project, records: new Map([...project.records, [tag, records]]) };
  const untranslated = [...catalog.strings.values()].filter(
    (string) => string.value !== "" && isUntranslated(tag, string, now),
  );
  const rest =
    untranslated.length > 0
      ? ` Not recorded, for they are as in the source: ${untranslated.map(({ id }) => id).join(", ")}. If one is right, name it: ${commandLine(`translated --locale ${tag} ${untranslated[0]?.id}`)}`
      : "";
  const empty = keys.filter((key) => !catalog.strings.get(key)?.value);
  const lacking = empty.length > 0 ? ` No text in ${catalog.file}: ${empty.join(", ")}.` : "";
  return `${languageAndTag(tag)}: ${count} recorded.${lacking}${rest}`;
}
