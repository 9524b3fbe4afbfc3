import type { Project } from "../templates/project.ts";

/** Memoizes a computation per project, for the rules that share it. */
export function perProject<T>(compute: (project: Project) => T): (project: Project) => T {
  const cache = new WeakMap<Project, T>();
  return (project) => {
    const cached = cache.get(project);
    if (cached !== undefined) return cached;
    const value = compute(project);
    cache.set(project, value);
    return value;
  };
}
