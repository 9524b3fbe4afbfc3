import { perProject } from "./remembered.ts";
import { visitsOf } from "./visits.ts";

/** The files of the partials that a message includes, or another partial that one includes. */
export const usedPartials = perProject(
  (project): ReadonlySet<string> =>
    new Set(visitsOf(project, "partial").flatMap(({ included }) => included?.file ?? [])),
);
