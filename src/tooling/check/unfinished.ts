import { formFacts } from "./form-facts.ts";
import type { CheckedPart, Project } from "./project.ts";

/** Whether somebody gets an email or SMS that has no code in it. */
export function lacksCode(part: CheckedPart, project: Project): boolean {
  return part.part !== "subject" && formFacts(part, project).some(({ hasCode }) => !hasCode);
}

/** Whether a part is so far from done that to compare it with another language's would say little more. */
export function isUnfinished(part: CheckedPart, project: Project): boolean {
  return part.text.trim() === "" || lacksCode(part, project);
}
