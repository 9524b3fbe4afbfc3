import { TO_TRANSLATE } from "../../templates/to-translate.ts";
import type { Project } from "../project.ts";
import type { Rule } from "../rule.ts";
import { at, type Visit, visitsOf } from "../visits.ts";

export const untranslated: Rule = {
  name: "untranslated",
  severity: "error",
  protects:
    "{{! translate }} stands beside each text of a new language that is still in another one: a person would get half of a message in a language that they may not read.",
  mending: "Translate this text, then remove the {{! translate }}.",
  example: {
    file: "templates/de/forgot-password/subject.txt.hbs",
    to: "{{! translate }}Your code to choose a new {{brand.name}} password",
  },
  check: (project) =>
    translateMarks(project).map(({ node, where }) => ({
      ...at(node, project),
      part: where.part,
      message: "This text is not translated yet.",
    })),
};

/** The comments that `new locale` leaves where a text waits for its translation. */
export function translateMarks(project: Project): readonly Extract<Visit, { is: "comment" }>[] {
  return visitsOf(project, "comment").filter(({ node }) => node.value.trim() === TO_TRANSLATE);
}
