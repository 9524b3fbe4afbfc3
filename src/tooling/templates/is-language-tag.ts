/**
 * Whether a text is a language tag in its canonical form. "german" conforms to BCP 47 but is not accepted, nor are
 * extensions (`de-u-co-phonebk`), which are settings of programs.
 */
export function isLanguageTag(text: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/.test(text) && new Intl.Locale(text).baseName === text;
  } catch {
    return false;
  }
}

/** Returns the canonical form of a tag: `de-AT` for `de_AT` or `DE-at`; `undefined` if the text is not a tag. */
export function canonicalTag(text: string): string | undefined {
  try {
    const tag = new Intl.Locale(text.replaceAll("_", "-")).baseName;
    return isLanguageTag(tag) && isLanguage(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** Returns a suggestion for a text that is not a tag. */
export function tagSuggestion(text: string): string {
  const tag = canonicalTag(text);
  return tag ? `Did you mean "${tag}"?` : 'Write one such as "it", "pt-BR" or "zh-Hant".';
}

const languages = new Map<string, string>();

/** Returns the language of a tag: `de` for `de-CH`. Memoized, since it is called thousands of times. */
export function languageOf(tag: string): string {
  const language = languages.get(tag) ?? new Intl.Locale(tag).language;
  languages.set(tag, language);
  return language;
}

const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Whether the code is a language's: "jp" and "cz" are countries. Every code of three letters is accepted. */
export function isLanguage(tag: string): boolean {
  const language = languageOf(tag);
  return language.length !== 2 || names.of(language) !== undefined;
}

/** Returns the tags of two letters by the English names of their languages. */
export function languageTags(): ReadonlyMap<string, string> {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const tags = letters.flatMap((a) => letters.map((b) => a + b)).filter(isLanguage);
  return new Map(tags.map((tag) => [languageName(tag), tag] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the tag of a language by its English name or its own, in any case; `undefined` for another text. */
export function tagNamed(text: string): string | undefined {
  const ownName = (tag: string) => new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? "";
  return [...languageTags()].find(([name, tag]) =>
    [name, ownName(tag)].some((each) => each.toLowerCase() === text.toLowerCase()),
  )?.[1];
}

/** Returns the English name of a language: `German`; its tag if it has no name. */
export function languageName(tag: string): string {
  return names.of(tag) ?? tag;
}

/** Returns the English name of a language with its tag: `German (de)`; only the tag if it has no name. */
export function languageAndTag(tag: string): string {
  const name = names.of(tag);
  return name ? `${name} (${tag})` : tag;
}

const parents = new Map<string, string | undefined>();

/**
 * Returns the parent of a region's or variant's locale: `es` for `es-MX`. It has the same script: `zh-Hant` has no
 * parent.
 */
export function parentOf(tag: string): string | undefined {
  if (!parents.has(tag)) parents.set(tag, parentIn(tag));
  return parents.get(tag);
}

/** Returns a locale and its parents, from which it inherits strings: es-MX, es. */
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
