import { allDifferences, type Difference, differenceCases, differences } from "../differences.ts";
import type { Project } from "../project.ts";
import type { Rule } from "../rule.ts";

export const unlikeValues: Rule = {
  name: "unlike-values",
  severity: "warning",
  protects:
    "A value that one language prints and another does not, such as a name, is mostly forgotten: people are told less in that language, or the same thing twice.",
  mending: "Print it as often as in the default language.",
  example: {
    file: "templates/de/forgot-password/subject.txt.hbs",
    to: "Ihr Code für ein neues Passwort",
  },
  check: (project) => {
    const all = allDifferences("value", project)
      // Another rule speaks of the code.
      .filter(({ shown }) => shown !== "{{code}}")
      .filter((difference) => !isHandedToUnlikePartial(difference, project));
    return differenceCases(all, project, {
      verb: "prints",
      tooMany: (shown, reference) => `Remove this ${shown}, or print it in ${reference} too.`,
      missing: (shown, reference) => `Print ${shown} here too, or leave it out in ${reference}.`,
    });
  },
};

/** Whether all of it is that a partial is missing or too many: a finding of its own. */
export function isHandedToUnlikePartial({ here, there, ...pair }: Difference, project: Project): boolean {
  const [more, fewer] = here.length > there.length ? [here, there] : [there, here];
  const unlike = new Set(
    differences("partial", pair, project).flatMap((each) =>
      [...each.here, ...each.there].map(({ name }) => name),
    ),
  );
  const handed = more.filter(({ handedTo }) => handedTo !== undefined && unlike.has(handedTo));
  return handed.length >= more.length - fewer.length;
}
