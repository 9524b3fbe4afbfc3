import { existsSync } from "node:fs";
import { join } from "node:path";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { toJsonSchema } from "@valibot/to-json-schema";
import * as esbuild from "esbuild";
import type * as v from "valibot";
import type { Finding } from "./finding.ts";

const FILE = "triggers/client-metadata.ts";

/** The keys of the client metadata's schema, `clientMetadata` of triggers/client-metadata.ts. */
export async function metadataKeys(root: string): Promise<{ keys: readonly string[]; findings: Finding[] }> {
  const finding = (message: string, mending: string): Finding => ({
    rule: "metadata-schema",
    severity: "error",
    file: FILE,
    line: 1,
    column: 1,
    message,
    mending,
  });
  if (!existsSync(join(root, FILE))) return { keys: [], findings: [] };
  try {
    const module = await imported(root);
    const schema = module.clientMetadata as StandardSchemaV1 | undefined;
    if (!schema?.["~standard"]) {
      return { keys: [], findings: [finding("There is no schema here.", "Export it as `clientMetadata`.")] };
    }
    const keys = Object.keys(jsonSchema(schema).properties ?? {});
    return { keys: keys.sort(), findings: [] };
  } catch (error) {
    const { text, line, column } = reasonOf(error);
    return {
      keys: [],
      findings: [{ ...finding(`The schema cannot be read: ${text}.`, "Mend the file."), line, column }],
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
    entryPoints: [FILE],
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
 * The schema as JSON Schema. Valibot's is converted here, when building, so that no converter gets into a
 * bundle; any other validator has to bring its own (`StandardJSONSchemaV1`).
 */
function jsonSchema(schema: StandardSchemaV1): { properties?: Record<string, unknown> | undefined } {
  const standard: StandardSchemaV1.Props & { jsonSchema?: StandardJSONSchemaV1.Converter } =
    schema["~standard"];
  if (standard.vendor === "valibot") {
    return toJsonSchema(schema as v.GenericSchema, { errorMode: "ignore" });
  }
  if (standard.jsonSchema) return standard.jsonSchema.input({ target: "draft-2020-12" });
  throw new Error(`${standard.vendor} does not tell it as JSON Schema (StandardJSONSchemaV1)`);
}
