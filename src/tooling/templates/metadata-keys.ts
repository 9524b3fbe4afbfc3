import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { toJsonSchema } from "@valibot/to-json-schema";
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
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, FILE)).href);
    const schema = module.clientMetadata as StandardSchemaV1 | undefined;
    if (!schema?.["~standard"]) {
      return { keys: [], findings: [finding("There is no schema here.", "Export it as `clientMetadata`.")] };
    }
    const keys = Object.keys(jsonSchema(schema).properties ?? {});
    return { keys: keys.sort(), findings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return { keys: [], findings: [finding(`The schema cannot be read: ${reason}`, "Mend the file.")] };
  }
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
