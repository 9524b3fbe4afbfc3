import * as v from "valibot";
import { languageTag } from "./settings.ts";
import { readSettingsFile, type SettingsFile } from "./settings-file.ts";
import type { Files } from "./template-sources.ts";

export const LANGUAGES = "templates/languages.json";

const schema = v.record(
  languageTag,
  v.strictObject({
    /** Who has reviewed the strings, such as "a native speaker, 2026-11"; left out: nobody has. */
    reviewed: v.exactOptional(v.string()),
    /** Terms of the source language, and how this language writes them. */
    glossary: v.exactOptional(v.record(v.string(), v.string())),
  }),
);

/** templates/languages.json: notes for translators, by language. Nothing of it is compiled. */
export type Languages = v.InferOutput<typeof schema>;

export function readLanguages(files: Files): SettingsFile<Languages> {
  return readSettingsFile(files, { file: LANGUAGES, schema, fallback: {}, isRequired: false });
}
