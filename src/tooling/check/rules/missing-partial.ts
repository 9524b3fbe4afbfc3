import { didYouMean } from "../../templates/did-you-mean.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { at, type Visit, visitsOf } from "../visits.ts";

export const missingPartial: Rule = {
  name: "missing-partial",
  severity: "error",
  protects:
    "{{> code}} puts in a piece that messages share, called a partial: the file of that name in templates/_brand. Emails have partials of their own, in .html.hbs, and so have subjects and SMS, in .txt.hbs.",
  mending: "Add it, or remove this.",
  example: { file: "templates/en/forgot-password/email.html.hbs", from: "{{> code}}", to: "{{> cod}}" },
  check: (project) =>
    visitsOf(project, "partial").flatMap((visit) => {
      const wrong = missing(visit, project);
      return wrong ? [{ ...at(visit.node, project), part: visit.where.part, ...wrong }] : [];
    }),
};

function missing(
  { name, included, where }: Extract<Visit, { is: "partial" }>,
  { partials }: Project,
): Pick<Case, "message" | "mending"> | undefined {
  if (name === undefined || included) return undefined;
  if (name === "@partial-block") {
    if (where.inside.length > 0) return undefined;
    return { message: "{{> @partial-block}} belongs in a partial.", mending: "Remove it here." };
  }
  const { suffix } = where.part;
  const other = suffix === "html" ? "txt" : "html";
  const message = `There is no templates/_brand/${name}.${suffix}.hbs.`;
  if (partials[other].has(name)) {
    const mending = `There is a ${name}.${other}.hbs, which cannot stand here: add a ${name}.${suffix}.hbs.`;
    return { message, mending };
  }
  const meant = didYouMean(name, partials[suffix].keys());
  return { message, mending: meant && `Did you mean "${meant}"?` };
}
