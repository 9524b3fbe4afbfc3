import { SetupError } from "../../error/setup-error.ts";
import { placeAt } from "./place.ts";
import { type Project, projectOf } from "./project.ts";
import { templateFiles } from "./template-sources.ts";

/**
 * Reads the project of a folder, before a change of its files.
 *
 * @param isNeeded whether a file of settings or strings must be readable; by default all must
 * @throws SetupError with the file and line that cannot be read
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
