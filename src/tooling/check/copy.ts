import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
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
  /** The schema as JSON Schema, or why it cannot be read; `undefined` for a project without one. */
  readonly metadata?: { readonly schema: JsonSchema } | { readonly unread: Unread } | undefined;
}

/** What stands in a project's folder. */
export async function readCopy(root: string): Promise<Copy> {
  const names = [...filesIn(root, "templates"), METADATA_SCHEMA].filter((name) =>
    existsSync(join(root, name)),
  );
  const files = new Map(
    names.map((name) => [name, readFileSync(join(root, name), "utf8").replace(/^\ufeff/, "")]),
  );
  return { files, metadata: await readMetadataSchema(root) };
}

/** Templates and settings; whatever else lies among them is nobody's business here. */
function filesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:hbs|json)$/.test(entry.name))
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((name) => !name.includes("/."))
    .sort();
}
