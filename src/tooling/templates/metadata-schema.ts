import { lstatSync, readFileSync, type Stats, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { inspect } from "node:util";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import * as esbuild from "esbuild";
import type * as v from "valibot";
import type { MetadataSchema } from "../../trigger/metadata.ts";
import { installSuggestion } from "../packages/install-suggestion.ts";
import { indexAt, type Place } from "./place.ts";
import { type JsonSchema, keysOf, valibotOutput } from "./valibot-output.ts";
import type { Violation } from "./violation.ts";

/** The file that exports the schema of the client metadata, as `clientMetadata`. */
export const METADATA_SCHEMA = "triggers/client-metadata.ts";

/** A schema that cannot be read. */
export interface UnreadableSchema {
  readonly unreadable: Violation;
}

/** A schema that could be read. */
export interface ReadSchema {
  readonly schema: JsonSchema;
  readonly validator: MetadataSchema;
  /** The file and those that it imports, with their bytes. */
  readonly sources: Sources;
}

type Sources = ReadonlyMap<string, Buffer>;

/**
 * Reads the schema of the client metadata, or returns the reason why it cannot be read; `undefined` without a schema.
 * Returns the previous result while none of its files has changed.
 */
export async function readMetadataSchema(
  root: string,
  previous?: Partial<ReadSchema> | UnreadableSchema,
): Promise<ReadSchema | UnreadableSchema | undefined> {
  const file = statusOf(root);
  if (!file) return undefined;
  if (previous && "schema" in previous && isUnchanged(previous)) return previous;
  if (file.isDirectory()) return unreadable("This is a folder, and should be the file of the schema.");
  try {
    return await runForeign(async () => {
      const { module, sources } = await withTimeout(imported(root));
      const schema = module.clientMetadata as StandardSchemaV1 | undefined;
      return schema?.["~standard"]
        ? { schema: jsonSchema(schema), validator: schema as MetadataSchema, sources }
        : unreadable("The file exports no schema.", "Export one as `clientMetadata`.");
    });
  } catch (error) {
    const { text, place, suggestion = "Correct the file." } = reasonOf(error);
    const source = bytesOf(join(root, METADATA_SCHEMA))?.toString() ?? "";
    const index = place ? indexAt(source, place) : 0;
    return unreadable(`The schema cannot be read: ${text}.`, suggestion, index);
  }
}

function isUnchanged(previous: Partial<ReadSchema>): previous is ReadSchema {
  const { sources } = previous;
  return (
    sources !== undefined &&
    sources.size > 0 &&
    [...sources].every(([file, bytes]) => bytesOf(file)?.equals(bytes))
  );
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Returns the status of the file; `undefined` if it does not exist, or `triggers` is not a folder. */
function statusOf(root: string): Stats | undefined {
  try {
    return lstatSync(join(root, METADATA_SCHEMA), { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * Runs code of the project. Its output goes to stderr, since a program may read our stdout. `process.exit` throws,
 * since an exit would look like a success.
 */
async function runForeign<T>(run: () => Promise<T>): Promise<T> {
  const { exit, stdout, stderr } = process;
  const { write } = stdout;
  stdout.write = stderr.write.bind(stderr) as typeof write;
  process.exit = () => {
    throw new Error("it ends the program (process.exit)");
  };
  try {
    return await run();
  } finally {
    stdout.write = write;
    process.exit = exit;
  }
}

/** The longest time that the file may run: it only declares a schema. */
const MAX_SECONDS = 10;

/** Settles as the promise does, or rejects when that takes too long. */
async function withTimeout<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error(`it waits for something, and had not ended after ${MAX_SECONDS} seconds`);
    timer = setTimeout(() => reject(error), MAX_SECONDS * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function unreadable(message: string, suggestion = "Correct the file.", index = 0): UnreadableSchema {
  return { unreadable: { file: METADATA_SCHEMA, index, message, suggestion } };
}

/** Returns the error of esbuild or of the file, which may throw any value. */
function reasonOf(error: unknown): { text: string; place?: Place; suggestion?: string } {
  const isError = error instanceof Error;
  const [first] = (isError && (error as Partial<esbuild.BuildFailure>).errors) || [];
  if (first?.location) {
    const { line, column } = first.location;
    const suggestion = installSuggestion(first);
    return { text: first.text, place: { line, column: column + 1 }, ...(suggestion && { suggestion }) };
  }
  const text = first?.text ?? (isError ? String(error.message) : `it throws ${inspect(error)}`);
  return { text: text.split("\n")[0] ?? "" };
}

/**
 * Returns the file's exports. It is bundled first, because Node does not load a `.ts` file of a CommonJS package as
 * a module, and does not load a changed file again.
 */
async function imported(root: string): Promise<{ module: Record<string, unknown>; sources: Sources }> {
  const started = Date.now();
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [METADATA_SCHEMA],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    logLevel: "silent",
    metafile: true,
  });
  const files = Object.keys(metafile.inputs).map((input) => resolve(root, input));
  const module = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`
  );
  return { module, sources: sourcesOf(files, started) };
}

/** Returns the bytes of files; of none if a file was removed or saved since the bundle was started. */
function sourcesOf(files: readonly string[], started: number): Sources {
  try {
    const isOlder = files.every((file) => statSync(file).mtimeMs < started);
    return new Map(isOlder ? files.map((file) => [file, readFileSync(file)]) : []);
  } catch {
    return new Map();
  }
}

/**
 * Returns the JSON Schema of a schema's output. Valibot's is converted here, during the build, so that no bundle
 * contains the converter; any other validator must have its own (`StandardJSONSchemaV1`).
 */
function jsonSchema(schema: StandardSchemaV1): JsonSchema {
  const standard: StandardSchemaV1.Props & { jsonSchema?: StandardJSONSchemaV1.Converter } =
    schema["~standard"];
  if (standard.vendor === "valibot") return valibotOutput(schema as v.GenericSchema);
  if (typeof standard.jsonSchema?.input === "function") {
    // Throws for a schema that contains itself.
    const { properties } = JSON.parse(JSON.stringify({ ...converted(standard.jsonSchema) })) as JsonSchema;
    return { properties: { ...properties } };
  }
  throw new Error(`${standard.vendor ?? "the exported value"} has no JSON Schema (StandardJSONSchemaV1)`);
}

function converted(converter: StandardJSONSchemaV1.Converter): JsonSchema {
  const options = { target: "draft-2020-12" } as const;
  try {
    return converter.output(options);
  } catch {
    // Some converters reject a schema that transforms a value. Then only the keys of its output are known.
    return keysOf(converter.input(options) ?? {});
  }
}
