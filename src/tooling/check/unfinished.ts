import { TO_TRANSLATE } from "../templates/to-translate.ts";
import { formFacts } from "./form-facts.ts";
import type { CheckedPart, Project } from "./project.ts";
import { perPart } from "./remembered.ts";
import { type Visit, visits } from "./visits.ts";

/** Whether somebody gets an email or SMS that has no code in it. */
export function lacksCode(part: CheckedPart, project: Project): boolean {
  return part.part !== "subject" && formFacts(part, project).some(({ hasCode }) => !hasCode);
}

/** Whether somebody is invited and not told the name to sign in with. */
function lacksUsername(part: CheckedPart, project: Project): boolean {
  return (
    part.part !== "subject" &&
    part.source === "CustomMessage_AdminCreateUser" &&
    formFacts(part, project).some(({ hasUsername }) => !hasUsername)
  );
}

/** Whether a part is so far from done that to compare it with another language's would say little more. */
export function isUnfinished(part: CheckedPart, project: Project): boolean {
  return (
    part.text.trim() === "" ||
    isMarked(part, project) ||
    lacksCode(part, project) ||
    lacksUsername(part, project)
  );
}

/** The comments that `new locale` leaves where a text of a part waits for its translation. */
export const translateMarks = perPart(
  (part, project): readonly Extract<Visit, { is: "comment" }>[] =>
    visits(part, project).filter(
      (visit) => visit.is === "comment" && visit.node.value.trim() === TO_TRANSLATE,
    ) as Extract<Visit, { is: "comment" }>[],
);

/** Whether a part waits for its translation: what else it lacks is known by then. */
export function isMarked(part: CheckedPart, project: Project): boolean {
  return translateMarks(part, project).length > 0;
}
