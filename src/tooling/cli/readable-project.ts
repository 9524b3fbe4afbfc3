import { SetupError } from "../../log/fault.ts";
import { placeAt } from "../templates/place.ts";
import { type Project, projectOf } from "../templates/project.ts";
import { templateFiles } from "../templates/template-sources.ts";
import type { Io } from "./io.ts";
import { projectFolder } from "./project-folder.ts";

/**
 * Returns the project of the current folder, for a command that writes. Throws a SetupError when its settings or
 * a catalog cannot be read.
 */
export function readableProject(io: Pick<Io, "cwd">): { readonly root: string; readonly project: Project } {
  const root = projectFolder(io);
  const project = projectOf({ files: templateFiles(root) });
  const [first] = [...project.violations.settings, ...project.violations.catalogs];
  if (!first) return { root, project };
  const { line } = placeAt(project.files.get(first.file) ?? "", first.index);
  throw new SetupError(`${first.file}:${line}: ${first.message} ${first.suggestion ?? ""}`.trim());
}
