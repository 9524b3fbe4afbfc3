import type { Catalog } from "../templates/catalog.ts";
import { languageAndTag } from "../templates/is-language-tag.ts";
import type { Project } from "../templates/project.ts";
import { readableProject } from "../templates/readable-project.ts";
import {
  recordTranslations,
  requireId,
  translationOf,
  translations,
} from "../templates/record-translations.ts";
import { isUntranslated } from "../templates/used-strings.ts";
import { commandLine } from "../terminal/command-line.ts";
import type { Io } from "./io.ts";
import { print } from "./print.ts";
import { projectFolder } from "./project-folder.ts";

/** `translated`: records which source text each translation was made from, of all languages or one, all keys or some. */
export async function translatedCommand(
  keys: readonly string[],
  { locale }: { locale?: string },
  io: Io,
): Promise<number> {
  const root = projectFolder(io);
  const project = readableProject(root);
  const source = project.catalogs.get(project.settings.source) as Catalog;
  for (const key of keys) requireId(key, new Set(source.strings.keys()), source);
  const catalogs = locale === undefined ? translations(project) : [translationOf(locale, project)];
  for (const catalog of catalogs) print(io, record(root, project, catalog, keys));
  return 0;
}

/** Writes the records of one language, and returns the line to print. */
function record(root: string, project: Project, catalog: Catalog, keys: readonly string[]): string {
  const { tag } = catalog;
  const records = recordTranslations(root, project, catalog, keys.length > 0 ? keys : undefined);
  const count = Object.values(records).flatMap((group) => Object.keys(group)).length;
  const now = { ...project, records: new Map([...project.records, [tag, records]]) };
  const untranslated = [...catalog.strings.values()].filter(
    (string) => string.value !== "" && isUntranslated(tag, string, now),
  );
  const rest =
    untranslated.length > 0
      ? ` Not recorded, because they equal the source text: ${untranslated.map(({ id }) => id).join(", ")}. If one is right, record it by name: ${commandLine(`translated --locale ${tag} ${untranslated[0]?.id}`)}`
      : "";
  const empty = keys.filter((key) => !catalog.strings.get(key)?.value);
  const withoutText = empty.length > 0 ? ` No text in ${catalog.file}: ${empty.join(", ")}.` : "";
  return `${languageAndTag(tag)}: ${count} recorded.${withoutText}${rest}`;
}
