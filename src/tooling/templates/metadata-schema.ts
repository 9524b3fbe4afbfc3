import { existsSync } from "node:fs";
import { join } from "node:path";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import * as esbuild from "esbuild";
import type * as v from "valibot";
import type { MetadataSchema } from "../../trigger/client-metadata.ts";
import { keysOf, valibotOutput } from "./valibot-output.ts";

/** The file that exports the schema of the client metadata, as `clientMetadata`. */
export const METADATA_SCHEMA = "triggers/client-metadata.ts";

/** What of a JSON Schema is read here. */
export interface JsonSchema {
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

/** Why a file cannot be read, and where. */
export interface Unread {
  readonly message: string;
  readonly mending: string;
  readonly line: number;
  readonly column: number;
}

/** The schema of the client metadata as JSON Schema and by itself, or why it cannot be read; `undefined` when there is none. */
export async function readMetadataSchema(
  root: string,
): Promise<{ schema: JsonSchema; validator: MetadataSchema } | { unread: Unread } | undefined> {
  if (!existsSync(join(root, METADATA_SCHEMA))) return undefined;
  try {
    const module = await imported(root);
    const schema = module.clientMetadata as StandardSchemaV1 | undefined;
    if (!schema?.["~standard"]) {
      const mending = "Export it as `clientMetadata`.";
      return { unread: { message: "There is no schema here.", mending, line: 1, column: 1 } };
    }
    return { schema: jsonSchema(schema), validator: schema as MetadataSchema };
  } catch (error) {
    const { text, ...place } = reasonOf(error);
    return {
      unread: { message: `The schema cannot be read: ${text}.`, mending: "Mend the file.", ...place },
    };
  }
}

/** What esbuild, or the file itself, says is wrong. */
function reasonOf(error: unknown): { text: string; line: number; column: number } {
  const [first] = (error as Partial<esbuild.BuildFailure>).errors ?? [];
  if (first) {
    return { text: first.text, line: first.location?.line ?? 1, column: (first.location?.column ?? 0) + 1 };
  }
  const text = error instanceof Error ? error.message.split("\n")[0] : String(error);
  return { text: text ?? "", line: 1, column: 1 };
}

/**
 * The file's exports. Bundled first: Node would take a `.ts` file of a CommonJS package for no module, and
 * would not read a changed one again.
 */
async function imported(root: string): Promise<Record<string, unknown>> {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [METADATA_SCHEMA],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    logLevel: "silent",
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`
  );
}

/**
 * What the schema lets out as JSON Schema. Valibot's is converted here, when building, so that no converter
 * gets into a bundle; any other validator has to bring its own (`StandardJSONSchemaV1`).
 */
function jsonSchema(schema: StandardSchemaV1): JsonSchema {
  const standard: StandardSchemaV1.Props & { jsonSchema?: StandardJSONSchemaV1.Converter } =
    schema["~standard"];
  if (standard.vendor === "valibot") return valibotOutput(schema as v.GenericSchema);
  if (standard.jsonSchema) return converted(standard.jsonSchema);
  throw new Error(`${standard.vendor} does not tell it as JSON Schema (StandardJSONSchemaV1)`);
}

function converted(converter: StandardJSONSchemaV1.Converter): JsonSchema {
  const options = { target: "draft-2020-12" } as const;
  try {
    return converter.output(options);
  } catch {
    // Some converters refuse a schema that changes a value on its way: of what comes out only the keys are known.
    return keysOf(converter.input(options));
  }
}
