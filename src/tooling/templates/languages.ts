import * as v from "valibot";
import { languageTag } from "./settings.ts";
import { readSettingsFile, type SettingsFile } from "./settings-file.ts";
import type { Files } from "./template-sources.ts";

export const LANGUAGES = "templates/languages.json";

const schema = v.record(
  languageTag,
  v.strictObject({
    /** The reviewer of the strings, such as "a native speaker, 2026-11"; absent if they were not reviewed. */
    reviewed: v.exactOptional(v.string()),
    /** Translations of the source language's terms. */
    glossary: v.exactOptional(v.record(v.string(), v.string())),
  }),
);

/** templates/languages.json: notes for translators, by language. They are not compiled. */
export type Languages = v.InferOutput<typeof schema>;

export function readLanguages(files: Files): SettingsFile<Languages> {
  return readSettingsFile(files, { file: LANGUAGES, schema, fallback: {}, isRequired: false });
}
