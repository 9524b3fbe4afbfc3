import type { CheckedPart, Project } from "./project.ts";

/** The same function, which looks at each part of a project once. */
export function perPart<T>(
  of: (part: CheckedPart, project: Project) => T,
): (part: CheckedPart, project: Project) => T {
  const known = new WeakMap<Project, Map<string, T>>();
  return (part, project) => {
    const ofProject = known.get(project) ?? new Map<string, T>();
    known.set(project, ofProject);
    if (!ofProject.has(part.file)) ofProject.set(part.file, of(part, project));
    return ofProject.get(part.file) as T;
  };
}
