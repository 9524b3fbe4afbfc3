import type { Project } from "../templates/project.ts";

/** Memoizes a computation per project, for the rules that share it. */
export function perProject<T>(compute: (project: Project) => T): (project: Project) => T {
  const known = new WeakMap<Project, T>();
  return (project) => {
    const before = known.get(project);
    if (before !== undefined) return before;
    const value = compute(project);
    known.set(project, value);
    return value;
  };
}
