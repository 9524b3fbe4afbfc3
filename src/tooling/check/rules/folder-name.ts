import { isLanguageTag } from "../../templates/settings.ts";
import { localeFolders } from "../../templates/sources.ts";
import type { Rule } from "../rule.ts";

export const folderName: Rule = {
  name: "folder-name",
  severity: "error",
  protects:
    "A folder of templates/ is named by the language of its messages, as a BCP 47 tag in its usual spelling: only so is it found for a person.",
  mending: 'Name it by a language tag such as "de", "pt-BR" or "zh-Hant".',
  example: { file: "templates/de_AT/forgot-password/subject.txt.hbs", to: "Ihr Code" },
  check: ({ files }) =>
    [...localeFolders(files).keys()]
      .filter((folder) => !isLanguageTag(folder) || !isLanguage(folder))
      .map((folder) => ({
        file: `templates/${folder}`,
        index: 0,
        message: isLanguageTag(folder)
          ? `The folder "${folder}" is named by no language.`
          : `The folder "${folder}" is no language tag.`,
        mending: tagMeantBy(folder),
      })),
};

const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Whether a tag of two letters is that of a language: "jp" and "cz" are countries. Of three there are thousands. */
function isLanguage(tag: string): boolean {
  const { language } = new Intl.Locale(tag);
  return language.length !== 2 || names.of(language) !== undefined;
}

function tagMeantBy(folder: string): string | undefined {
  const tag = canonical(folder) ?? languageNamed(folder);
  return tag && `Name it "${tag}".`;
}

/** The tag in its usual spelling, of the language of a country where the country was written. */
function canonical(folder: string): string | undefined {
  try {
    const [tag = ""] = Intl.getCanonicalLocales(folder.replaceAll("_", "-"));
    if (!isLanguageTag(tag)) return undefined;
    return isLanguage(tag) ? tag : new Intl.Locale(`und-${tag}`).maximize().language;
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
