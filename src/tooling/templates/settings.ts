import * as v from "valibot";
import { isLanguage, isLanguageTag, tagSuggestion } from "./is-language-tag.ts";
import { readSettingsFile, type SettingsFile, withSuggestion } from "./settings-file.ts";
import type { Files } from "./template-sources.ts";

export const SETTINGS = "templates/settings.json";

/** A language tag in its canonical form. */
export const languageTag = v.pipe(
  v.string(),
  v.check(
    (value) => isLanguageTag(value) && isLanguage(value),
    ({ input }) => withSuggestion(`"${input}" is not a language tag.`, tagSuggestion(input)),
  ),
);

const schema = v.pipe(
  v.strictObject({
    source: v.optional(languageTag, "en"),
    default: v.optional(languageTag, "en"),
    locales: v.optional(
      v.union([v.literal("all"), v.array(languageTag)], ({ input }) =>
        withSuggestion(
          `\`locales\` is ${JSON.stringify(input)}.`,
          'Write "all", or a list of language tags such as ["en", "de"].',
        ),
      ),
      "all",
    ),
    drafts: v.optional(v.array(languageTag), []),
  }),
  v.forward(
    v.partialCheck(
      [["default"], ["locales"]],
      ({ default: tag, locales }) => locales === "all" || locales.includes(tag),
      withSuggestion(
        "The default language is not among `locales`.",
        "Add it there, or choose another default.",
      ),
    ),
    ["default"],
  ),
  v.forward(
    v.partialCheck(
      [["default"], ["drafts"]],
      ({ default: tag, drafts }) => !drafts.includes(tag),
      withSuggestion(
        "The default language is a draft.",
        "Remove it from `drafts`, or choose another default.",
      ),
    ),
    ["default"],
  ),
);

/** templates/settings.json */
export interface Settings {
  /** The language that translations are made from. */
  readonly source: string;
  /** The language for people whose language is not offered. */
  readonly default: string;
  /** The languages offered: all that have a catalog, or a list. */
  readonly locales: "all" | readonly string[];
  /** Languages that are not offered yet, including their regions. */
  readonly drafts: readonly string[];
}

export function readSettings(files: Files): SettingsFile<Settings> {
  const fallback: Settings = { source: "en", default: "en", locales: "all", drafts: [] };
  return readSettingsFile(files, {
    file: SETTINGS,
    schema,
    fallback: fallback as v.InferOutput<typeof schema>,
    isRequired: true,
  });
}
