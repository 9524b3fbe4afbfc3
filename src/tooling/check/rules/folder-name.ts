import { isLanguage, isLanguageTag, tagMeantBy } from "../../templates/language-tag.ts";
import { localeFolders } from "../../templates/sources.ts";
import type { Rule } from "../rule.ts";

export const folderName: Rule = {
  name: "folder-name",
  severity: "error",
  protects:
    "A folder of templates/ is named by the tag of its language in the usual spelling (BCP 47), such as de or pt-BR: only so is it found for a person.",
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
        mending: meant(folder),
      })),
};

function meant(folder: string): string | undefined {
  const tag = tagMeantBy(folder);
  return tag && `Name it "${tag}".`;
}
