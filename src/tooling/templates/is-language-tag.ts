/**
 * Whether a text is a language tag in its canonical form; "german" is one by BCP 47's grammar, and no
 * language. Extensions (`de-u-co-phonebk`) are settings of programs: no message is written in one.
 */
export function isLanguageTag(text: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/.test(text) && new Intl.Locale(text).baseName === text;
  } catch {
    return false;
  }
}

/** A tag as it should be written: `de-AT` of `de_AT` or `DE-at`; `undefined` of what is none. */
export function canonicalTag(text: string): string | undefined {
  try {
    const tag = new Intl.Locale(text.replaceAll("_", "-")).baseName;
    return isLanguageTag(tag) && isLanguage(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** What to write in place of a text that is not a tag. */
export function tagSuggestion(text: string): string {
  const tag = canonicalTag(text);
  return tag ? `Did you mean "${tag}"?` : 'Write one such as "it", "pt-BR" or "zh-Hant".';
}

const languages = new Map<string, string>();

/** The language of a tag: `de` of `de-CH`. Asked for thousands of times, which takes long. */
export function languageOf(tag: string): string {
  const language = languages.get(tag) ?? new Intl.Locale(tag).language;
  languages.set(tag, language);
  return language;
}

const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Whether a tag of two letters is that of a language: "jp" and "cz" are countries. Of three there are thousands. */
export function isLanguage(tag: string): boolean {
  const language = languageOf(tag);
  return language.length !== 2 || names.of(language) !== undefined;
}

/** The languages with a tag of two letters, by their English names. */
export function languageTags(): ReadonlyMap<string, string> {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const tags = letters.flatMap((a) => letters.map((b) => a + b)).filter(isLanguage);
  return new Map(tags.map((tag) => [languageName(tag), tag] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The tag of a language by its English name or its own, in any case; `undefined` for another text. */
export function tagNamed(text: string): string | undefined {
  const ownName = (tag: string) => new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? "";
  return [...languageTags()].find(([name, tag]) =>
    [name, ownName(tag)].some((each) => each.toLowerCase() === text.toLowerCase()),
  )?.[1];
}

/** A language as people call it: `German`; its tag where it has no name. */
export function languageName(tag: string): string {
  return names.of(tag) ?? tag;
}

/** The same with its tag: `German (de)`; the tag alone where it has no name. */
export function languageAndTag(tag: string): string {
  const name = names.of(tag);
  return name ? `${name} (${tag})` : tag;
}

const parents = new Map<string, string | undefined>();

/**
 * The language around that of a region or variant, in the same script: `es` of `es-MX`. Another script is another
 * text: `zh-Hant` has no parent.
 */
export function parentOf(tag: string): string | undefined {
  if (!parents.has(tag)) parents.set(tag, parentIn(tag));
  return parents.get(tag);
}

/** A language and those around it, which it inherits strings from: es-MX, es. */
export function localesAround(tag: string): readonly string[] {
  const parent = parentOf(tag);
  return parent === undefined ? [tag] : [tag, ...localesAround(parent)];
}

function parentIn(tag: string): string | undefined {
  const parent = tag.slice(0, Math.max(0, tag.lastIndexOf("-")));
  if (parent === "") return undefined;
  const scriptOf = (each: string) => new Intl.Locale(each).maximize().script;
  return scriptOf(parent) === scriptOf(tag) ? parent : undefined;
}
