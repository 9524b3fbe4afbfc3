import type { CheckedPart, Project } from "./project.ts";

/**
 * The same function, which looks at each part once. It may ask the project for what all parts share, and for no
 * other part: a part stands in the next project too, where all of that is as it was.
 */
export function perPart<T>(
  of: (part: CheckedPart, project: Project) => T,
): (part: CheckedPart, project: Project) => T {
  const known = new WeakMap<CheckedPart, { readonly value: T }>();
  return (part, project) => {
    const found = known.get(part) ?? { value: of(part, project) };
    known.set(part, found);
    return found.value;
  };
}

/** The same function, which looks at each project once. */
export function perProject<T>(of: (project: Project) => T): (project: Project) => T {
  const known = new WeakMap<Project, { readonly value: T }>();
  return (project) => {
    const found = known.get(project) ?? { value: of(project) };
    known.set(project, found);
    return found.value;
  };
}
