import { SetupError } from "../../log/fault.ts";
import { placeAt } from "./place.ts";
import { type Project, projectOf } from "./project.ts";
import { templateFiles } from "./template-sources.ts";

/**
 * Reads the project of a folder, for writing into it.
 *
 * @param isNeeded the files of settings and strings that must be readable; left out, all of them
 * @throws SetupError with the place of what cannot be read
 */
export function readableProject(
  root: string,
  isNeeded: (file: string, project: Project) => boolean = () => true,
): Project {
  const project = projectOf({ files: templateFiles(root) });
  const { settings, catalogs } = project.violations;
  const violation = [...settings, ...catalogs].find(({ file }) => isNeeded(file, project));
  if (!violation) return project;
  const { line } = placeAt(project.files.get(violation.file) ?? "", violation.index);
  throw new SetupError(
    `${violation.file}:${line}: ${violation.message} ${violation.suggestion ?? ""}`.trim(),
  );
}
