import { allDifferences, type Difference, differenceCases, differences } from "../differences.ts";
import type { Project } from "../project.ts";
import type { Rule } from "../rule.ts";

export const unlikeConditions: Rule = {
  name: "unlike-conditions",
  severity: "warning",
  protects:
    "What stands inside {{#if name}} is read by some people only. Where one language asks and another does not, somebody reads a line that is not for them, or misses one that is.",
  mending: "Ask for the same values as the default language.",
  example: {
    file: "templates/de/forgot-password/email.html.hbs",
    from: "<p>Der Code gilt 1 Stunde.</p>",
    to: "{{#if brand.supportUrl}}<p>Der Code gilt 1 Stunde.</p>{{/if}}",
  },
  check: (project) => {
    const all = allDifferences("condition", project).filter(
      (difference) => !isAboutUnlikePiece(difference, project),
    );
    return differenceCases(all, project, {
      verb: "has",
      tooMany: (shown, reference) => `Remove this ${shown} with its {{/…}}, or write it in ${reference} too.`,
      missing: (shown) => `Write ${shown}…{{/…}} here too, around what it is about.`,
    });
  },
};

/** Whether the value it asks for is printed, or handed over, more or less often too: a finding of its own. */
function isAboutUnlikePiece({ here, there, ...pair }: Difference, project: Project): boolean {
  const [asked] = [...here, ...there];
  const unlike = (["value", "link"] as const).flatMap((is) => differences(is, pair, project));
  return unlike.some(
    (each) =>
      here.length > there.length === each.here.length > each.there.length &&
      [...each.here, ...each.there].some(({ name }) => name === asked?.name),
  );
}
