import { parentOf } from "./is-language-tag.ts";
import type { Message } from "./project.ts";
import type { Settings } from "./settings.ts";
import { type StringSources, stringIn, usedStrings } from "./used-strings.ts";

/** Returns the languages that the settings offer and that have a catalog, without drafts and their regions. */
export function offeredLocales({
  settings,
  catalogs,
}: StringSources & { readonly settings: Settings }): readonly string[] {
  const { default: first, locales, drafts } = settings;
  const tags = locales === "all" ? [...catalogs.keys()].sort() : locales;
  const isDraft = (tag: string | undefined): boolean =>
    tag !== undefined && (drafts.includes(tag) || isDraft(parentOf(tag)));
  const offered = tags.filter((tag) => catalogs.has(tag) && !isDraft(tag));
  return [...offered.filter((tag) => tag === first), ...offered.filter((tag) => tag !== first)];
}

/** Returns the ids of the strings that a message requires and that are missing in a language. */
export function missingStrings(message: Message, locale: string, sources: StringSources): readonly string[] {
  return usedStrings(message, sources)
    .filter(({ id, isRequired }) => isRequired && !stringIn(locale, id, sources))
    .map(({ id }) => id);
}
