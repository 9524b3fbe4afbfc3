import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { SetupError } from "../../log/fault.ts";
import {
  METADATA_SCHEMA,
  type ReadSchema,
  readMetadataSchema,
  type Unread,
} from "../templates/metadata-schema.ts";

/** The texts of a project's templates and settings, by their paths from its folder. */
export type Files = ReadonlyMap<string, string>;

/** All that authors write, and the schema of the metadata that they may print: what the checker takes. */
export interface Copy {
  readonly files: Files;
  /** The paths of what lies among them, by other endings: one of it may be misnamed. */
  readonly others?: readonly string[];
  /** The schema as JSON Schema, and by itself; or why it cannot be read; `undefined` for a project without one. */
  readonly metadata?:
    | (Pick<ReadSchema, "schema"> & Partial<ReadSchema>)
    | { readonly unread: Unread }
    | undefined;
}

/**
 * What stands in a project's folder; where it was read before, its schema is run again only when that has changed.
 *
 * @throws a SetupError that names what of it is no file, cannot be read, or is a link out of the project
 */
export async function readCopy(root: string, before?: Copy): Promise<Copy> {
  const { files: templates, others } = everythingIn(root);
  const files = new Map(templates);
  if (kindOf(join(root, METADATA_SCHEMA)) === "file") {
    refuseOutside(root, dirname(METADATA_SCHEMA));
    refuseOutside(root, METADATA_SCHEMA);
    files.set(METADATA_SCHEMA, textOf(root, METADATA_SCHEMA));
  }
  return { files, others, metadata: await readMetadataSchema(root, before?.metadata) };
}

/** The templates and settings of a project's folder; whatever else lies among them is nobody's business here. */
export function templatesIn(root: string): Files {
  return everythingIn(root).files;
}

function everythingIn(root: string): { readonly files: Files; readonly others: readonly string[] } {
  const kind = kindOf(join(root, "templates"));
  if (!kind) return { files: new Map(), others: [] };
  if (kind !== "folder") {
    throw new SetupError("templates is a file, and should be the folder of the messages.");
  }
  refuseOutside(root, "templates");
  const names = namesIn(root, "templates", []).sort();
  const ours = names.filter((name) => OURS.test(name));
  return {
    files: new Map(ours.map((name) => [name, textOf(root, name)])),
    others: names.filter((name) => !OURS.test(name)),
  };
}

const OURS = /\.(?:hbs|json)$/;

/** The files of a folder and of those inside it, links to other places of the project followed. */
function namesIn(root: string, folder: string, around: readonly string[]): string[] {
  const real = realpathSync(join(root, folder));
  if (around.includes(real)) {
    throw new SetupError(`${folder} is a link to a folder that it stands in: remove it.`);
  }
  return entriesOf(root, folder).flatMap((entry): string[] => {
    const name = `${folder}/${entry}`;
    // What an editor keeps beside a file.
    if (entry.startsWith(".")) return [];
    const isOurs = OURS.test(entry);
    const kind = kindOf(join(root, name));
    const isFolder = kind === "folder";
    if (isOurs && isFolder) throw new SetupError(`${name} is a folder, and its name is a file's: rename it.`);
    if (isOurs || isFolder) refuseOutside(root, name);
    return isFolder ? namesIn(root, name, [...around, real]) : isOurs || kind === "file" ? [name] : [];
  });
}

/**
 * What is read is shown: a project of somebody else's, with a link to a private file of ours among its templates,
 * would have that written into the pages of a preview.
 */
function refuseOutside(root: string, name: string): void {
  if (!leadsOutside(root, name)) return;
  throw new SetupError(
    `${name} is a link to what lies outside of the project: put ${itself(root, name)} there.`,
  );
}

function itself(root: string, name: string): string {
  return kindOf(join(root, name)) === "folder" ? "the folder itself" : "the file itself";
}

/** Whether what is there is a link out of the project's folder. */
export function leadsOutside(root: string, name: string): boolean {
  const path = join(root, name);
  if (!isLink(path)) return false;
  const to = realPathOf(path);
  return to !== undefined && !isInside(realpathSync(root), to);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Where a path leads to in the end; `undefined` where that is nothing. */
function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isInside(folder: string, path: string): boolean {
  const from = relative(folder, path);
  return from !== ".." && !from.startsWith(`..${sep}`) && !isAbsolute(from);
}

/** What a path leads to, over links; `undefined` when to nothing: a link in a circle leads nowhere. */
function kindOf(path: string): "folder" | "file" | "other" | undefined {
  try {
    const status = statSync(path);
    return status.isDirectory() ? "folder" : status.isFile() ? "file" : "other";
  } catch {
    return undefined;
  }
}

function entriesOf(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder));
  } catch (cause) {
    throw new SetupError(`The folder ${folder} cannot be read.`, { cause });
  }
}

/** What is no UTF-8 is U+FFFD here, as everywhere: a rule says so. */
function textOf(root: string, name: string): string {
  // To read a pipe would wait for whoever writes into it.
  if (kindOf(join(root, name)) === "other") throw new SetupError(`${name} is no file: remove it.`);
  try {
    return readFileSync(join(root, name), "utf8").replace(/^\ufeff/, "");
  } catch (cause) {
    throw new SetupError(
      isLink(join(root, name))
        ? `${name} is a link to what cannot be read: mend the link, or put the file itself there.`
        : `${name} cannot be read.`,
      { cause },
    );
  }
}
