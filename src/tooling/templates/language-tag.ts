/** Whether a text is a language tag in its canonical form; "german" is one by BCP 47's grammar, and meant by nobody. */
export function isLanguageTag(text: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/.test(text) && Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}

const languages = new Map<string, string>();

/** The language of a tag: `de` of `de-CH`. Asked for thousands of times, which takes long. */
export function languageOf(tag: string): string {
  const language = languages.get(tag) ?? new Intl.Locale(tag).language;
  languages.set(tag, language);
  return language;
}

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Whether a tag of two letters is that of a language: "jp" and "cz" are countries. Of three there are thousands. */
export function isLanguage(tag: string): boolean {
  const language = languageOf(tag);
  return language.length !== 2 || names.of(language) !== undefined;
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

/** The tag that was meant by one in another spelling, by a country, or by a language's English name. */
export function tagMeantBy(text: string): string | undefined {
  return canonical(text) ?? languageNamed(text);
}

/** The tag in its usual spelling, of the language of a country where the country was written. */
function canonical(folder: string): string | undefined {
  try {
    const [tag = ""] = Intl.getCanonicalLocales(folder.replaceAll("_", "-"));
    if (!isLanguageTag(tag)) return undefined;
    if (isLanguage(tag)) return tag;
    const isCountry = regions.of(tag.toUpperCase()) !== undefined;
    return isCountry ? new Intl.Locale(`und-${tag}`).maximize().language : undefined;
  } catch {
    return undefined;
  }
}

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** The tag of a language called by its English name: "german". */
function languageNamed(folder: string): string | undefined {
  return letters
    .flatMap((a) => letters.map((b) => a + b))
    .find((code) => isLanguageTag(code) && names.of(code)?.toLowerCase() === folder.toLowerCase());
}
