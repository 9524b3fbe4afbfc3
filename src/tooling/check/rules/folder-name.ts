import { canonicalTag, isLanguageTag } from "../../templates/settings.ts";
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
      .filter((folder) => !isLanguageTag(folder))
      .map((folder) => ({ folder, meant: canonicalTag(folder) }))
      .map(({ folder, meant }) => ({
        file: `templates/${folder}`,
        index: 0,
        message: `The folder "${folder}" is no language tag.`,
        mending: meant && `Name it "${meant}".`,
      })),
};
