import * as v from "valibot";
import { localesAround } from "./is-language-tag.ts";
import { languageTag } from "./settings.ts";
import { readSettingsFile, type SettingsFile, withSuggestion } from "./settings-file.ts";
import type { Files } from "./template-sources.ts";

export const SAMPLES = "templates/samples.json";

const strings = v.record(v.string(), v.string());

const schema = v.record(
  v.pipe(
    v.string(),
    v.regex(/^\P{C}{1,40}$/u, ({ input }) =>
      withSuggestion(
        `${JSON.stringify(input)} cannot be the name of a sample.`,
        "Write 1 to 40 visible characters.",
      ),
    ),
  ),
  v.strictObject({
    clientId: v.exactOptional(v.string()),
    userAttributes: v.exactOptional(strings),
    clientMetadata: v.exactOptional(strings),
    /** The user attributes that differ in a language, such as a name that is usual there. */
    locales: v.exactOptional(v.record(languageTag, strings)),
  }),
);

/**
 * templates/samples.json: people to preview messages for, by name. Each has the fields of an event: the id of the app
 * client, the user attributes, the client metadata.
 */
export type Samples = v.InferOutput<typeof schema>;

/** The fields of an event that describe a person. */
export type Sample = Omit<Samples[string], "locales">;

export function readSamples(files: Files): SettingsFile<Samples> {
  return readSettingsFile(files, { file: SAMPLES, schema, fallback: {}, isRequired: false });
}

/** Returns a sample with the user attributes of a language, or of its nearest parent that has some. */
export function sampleIn({ locales = {}, ...sample }: Samples[string], locale: string): Sample {
  const tag = localesAround(locale).find((each) => Object.hasOwn(locales, each));
  return tag === undefined
    ? sample
    : { ...sample, userAttributes: { ...sample.userAttributes, ...locales[tag] } };
}
