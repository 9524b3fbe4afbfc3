import { SetupError } from "../../error/setup-error.ts";
import { placeAt } from "../templates/place.ts";
import { type Project, projectOf } from "../templates/project.ts";
import { templateFiles } from "../templates/template-sources.ts";
import { projectFolder } from "./project-folder.ts";

/** The project of the current folder, for a command that writes: its settings and catalogs can be read. */
export function readableProject(): { readonly root: string; readonly project: Project } {
  const root = projectFolder();
  const project = projectOf({ files: templateFiles(root) });
  const [first] = [...project.violations.settings, ...project.violations.catalogs];
  if (!first) return { root, project };
  const { line } = placeAt(project.files.get(first.file) ?? "", first.index);
  throw new SetupError(`${first.file}:${line}: ${first.message} ${first.suggestion ?? ""}`.trim());
}
