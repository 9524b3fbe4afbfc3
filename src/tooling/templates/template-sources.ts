import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import {
  METADATA_SCHEMA,
  type ReadSchema,
  readMetadataSchema,
  type UnreadableSchema,
} from "./metadata-schema.ts";

/** The texts of a project's templates, catalogs and settings, by path from its folder. */
export type Files = ReadonlyMap<string, string>;

/** The files that authors write, and the schema of the client metadata that messages may print. */
export interface TemplateSources {
  readonly files: Files;
  /** `undefined` for a project without a schema. */
  readonly metadata?: (Pick<ReadSchema, "schema"> & Partial<ReadSchema>) | UnreadableSchema | undefined;
}

/**
 * Reads a project's templates/ and its schema of the client metadata. Runs the schema's file only if it has changed
 * since `previous`.
 *
 * @throws SetupError with the name of a link out of templates/, or of a file that cannot be read
 */
export async function readTemplateSources(
  root: string,
  previous?: TemplateSources,
): Promise<TemplateSources> {
  const files = new Map(templateFiles(root));
  const schema = join(root, METADATA_SCHEMA);
  if (statSync(schema, { throwIfNoEntry: false })?.isFile()) {
    rejectLinkOutOf(root, root, METADATA_SCHEMA);
    files.set(METADATA_SCHEMA, textOf(root, METADATA_SCHEMA));
  }
  return { files, metadata: await readMetadataSchema(root, previous?.metadata) };
}

/** Returns the .hbs and .json files of a project's templates/, sorted; none without the folder. */
export function templateFiles(root: string): Files {
  if (!statSync(join(root, "templates"), { throwIfNoEntry: false })?.isDirectory()) return new Map();
  rejectLinkOutOf(root, root, "templates");
  const names = namesIn(root, "templates")
    // The names of editors' temporary files begin with a dot.
    .filter((name) => !name.split("/").some((each) => each.startsWith(".")))
    .sort();
  for (const name of names) rejectLinkOutOf(join(root, "templates"), root, name);
  const ours = names.filter((name) => /\.(?:hbs|json)$/.test(name));
  return new Map(ours.map((name) => [name, textOf(root, name)]));
}

/** Returns the names in a folder. Does not follow links, as readdir's `recursive` would: a link to / takes minutes. */
function namesIn(root: string, folder: string): readonly string[] {
  const entries = readable(folder, () => readdirSync(join(root, folder), { withFileTypes: true }));
  return entries.flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? [name, ...namesIn(root, name)] : [name];
  });
}

/** Throws for a link out of the folder: to compile and show its target would publish a private file. */
function rejectLinkOutOf(folder: string, root: string, name: string): void {
  if (!lstatSync(join(root, name)).isSymbolicLink()) return;
  const target = readable(name, () => realpathSync(join(root, name)));
  const from = relative(realpathSync(folder), target);
  if (from !== ".." && !from.startsWith(`..${sep}`) && !isAbsolute(from)) return;
  throw new SetupError(
    `${name} is a link to a file outside of ${relative(root, folder) || "the project"}: put the file itself there.`,
  );
}

/** Returns a file's text without a byte order mark. Bytes that are not UTF-8 become U+FFFD, which a rule reports. */
function textOf(root: string, name: string): string {
  if (!statSync(join(root, name), { throwIfNoEntry: false })?.isFile()) {
    throw new SetupError(`${name} is not a file: remove or rename it.`);
  }
  return readable(name, () => readFileSync(join(root, name), "utf8")).replace(/^\ufeff/, "");
}

function readable<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new SetupError(`${name} cannot be read.`, { cause });
  }
}
