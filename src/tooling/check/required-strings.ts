import type { CatalogString } from "../templates/catalog.ts";
import { didYouMean } from "../templates/did-you-mean.ts";
import { parentOf } from "../templates/is-language-tag.ts";
import type { Message } from "../templates/project.ts";
import { stringIn, type UsedString, usedStrings } from "../templates/used-strings.ts";
import { perProject } from "./per-project.ts";

/** The strings that messages require, with the names of the messages; without keys that no catalog has. */
export const requiredStrings = perProject((project): ReadonlyMap<string, readonly string[]> => {
  const catalogs = [...project.catalogs.values()];
  const isUnknown = (message: Message, { id, key }: UsedString) =>
    catalogs.every(({ strings }) => !strings.has(id)) &&
    Object.values(message.parts).some(
      ({ file, pieces }) =>
        project.files.has(file) && pieces.some((piece) => piece.is === "string" && piece.key === key),
    );
  const all = project.messages.flatMap((message) =>
    usedStrings(message, project)
      .filter((used) => used.isRequired && !isUnknown(message, used))
      .map(({ id }) => ({ id, message: message.name })),
  );
  return new Map(
    [...Map.groupBy(all, ({ id }) => id)].map(([id, uses]) => [id, uses.map(({ message }) => message)]),
  );
});

/** The messages that are mostly missing in a language, and the strings that only these require. */
export interface Unwritten {
  readonly messages: readonly string[];
  readonly ids: ReadonlySet<string>;
}

/** The mostly missing messages of each language but the source, as in a new catalog. */
export const unwritten = perProject((project): ReadonlyMap<string, Unwritten> => {
  const required = requiredStrings(project);
  const { source, default: first } = project.settings;
  const tags = new Set([first, ...project.locales]);
  tags.delete(source);
  const requiredOf = project.messages.map((message) => ({
    name: message.name,
    ids: usedStrings(message, project).flatMap(({ id, isRequired }) => (isRequired ? [id] : [])),
  }));
  return new Map(
    [...tags].map((tag) => {
      const gaps = requiredOf.map(({ name, ids }) => ({
        name,
        missing: ids.filter((id) => !stringIn(tag, id, project)),
        of: ids.length,
      }));
      const messages = gaps.filter(({ missing, of }) => missing.length > of / 2).map(({ name }) => name);
      const ids = gaps
        .flatMap(({ missing }) => missing)
        .filter((id) => required.get(id)?.every((name) => messages.includes(name)));
      return [tag, { messages, ids: new Set(ids) }] as const;
    }),
  );
});

/** Unused strings whose key resembles that of a string missing in their catalog, with the missing string's id. */
export const misspeltKeys = perProject((project): ReadonlyMap<CatalogString, string> => {
  const used = new Set(project.messages.flatMap((each) => usedStrings(each, project).map(({ id }) => id)));
  const missing = (tag: string) =>
    [...requiredStrings(project).keys()].filter(
      (id) => !stringIn(tag, id, project) && !unwritten(project).get(tag)?.ids.has(id),
    );
  const { source, default: first } = project.settings;
  const found = [...new Set([source, first, ...project.locales])].flatMap((tag) => {
    const catalog = project.catalogs.get(tag);
    const unused = [...(catalog?.strings.values() ?? [])].filter(({ id }) => !used.has(id));
    return missing(tag).flatMap((id) => {
      if (catalog?.strings.has(id)) return [];
      const [section, key = ""] = id.split(".");
      const near = new Map(unused.flatMap((each) => (each.section === section ? [[each.key, each]] : [])));
      const string = near.get(didYouMean(key, near.keys()) ?? "");
      return string ? [[string, id] as const] : [];
    });
  });
  return new Map(found);
});

/** Whether a language inherits from one of the tags. */
export function isPartOf(tags: readonly string[], tag: string): boolean {
  const parent = parentOf(tag);
  return parent !== undefined && (tags.includes(parent) || isPartOf(tags, parent));
}
