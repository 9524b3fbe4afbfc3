import * as v from "valibot";
import { because, readSettingsFile, type SettingsFile } from "./settings-file.ts";
import type { Files } from "./template-sources.ts";

export const SAMPLES = "templates/samples.json";

const strings = v.record(v.string(), v.string());

const schema = v.record(
  v.pipe(
    v.string(),
    v.regex(/^\P{C}{1,40}$/u, ({ input }) =>
      because(
        `${JSON.stringify(input)} cannot be the name of a sample.`,
        "Write 1 to 40 visible characters.",
      ),
    ),
  ),
  v.strictObject({
    clientId: v.exactOptional(v.string()),
    userAttributes: v.exactOptional(strings),
    clientMetadata: v.exactOptional(strings),
  }),
);

/**
 * templates/samples.json: people to preview messages for, by name. Each is what an event would bring: the id of
 * the app client, the user attributes, the client metadata.
 */
export type Samples = v.InferOutput<typeof schema>;

export function readSamples(files: Files): SettingsFile<Samples> {
  return readSettingsFile(files, { file: SAMPLES, schema, standIn: {}, isRequired: false });
}
