import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { MetadataSchema } from "../../trigger/client-metadata.ts";
import {
  type JsonSchema,
  METADATA_SCHEMA,
  readMetadataSchema,
  type Unread,
} from "../templates/metadata-schema.ts";

/** The texts of a project's templates and settings, by their paths from its folder. */
export type Files = ReadonlyMap<string, string>;

/** All that authors write, and the schema of the metadata that they may print: what the checker takes. */
export interface Copy {
  readonly files: Files;
  /** The schema as JSON Schema, and by itself; or why it cannot be read; `undefined` for a project without one. */
  readonly metadata?: { readonly schema: JsonSchema; readonly validator?: MetadataSchema } | { readonly unread: Unread } | undefined;
}

/** What stands in a project's folder. */
export async function readCopy(root: string): Promise<Copy> {
  const files = new Map(templatesIn(root));
  if (existsSync(join(root, METADATA_SCHEMA))) files.set(METADATA_SCHEMA, textOf(root, METADATA_SCHEMA));
  return { files, metadata: await readMetadataSchema(root) };
}

/** The templates and settings of a project's folder; whatever else lies among them is nobody's business here. */
export function templatesIn(root: string): Files {
  if (!existsSync(join(root, "templates"))) return new Map();
  const names = readdirSync(join(root, "templates"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:hbs|json)$/.test(entry.name))
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((name) => !name.includes("/."))
    .sort();
  return new Map(names.map((name) => [name, textOf(root, name)]));
}

/** What is no UTF-8 is U+FFFD here, as everywhere: a rule says so. */
function textOf(root: string, name: string): string {
  return readFileSync(join(root, name), "utf8").replace(/^\ufeff/, "");
}
