import { allDifferences, type Difference, differenceCases } from "../differences.ts";
import type { Piece } from "../own-pieces.ts";
import type { CheckedPart, Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { fetchedFrom } from "./fetched-from.ts";
import { linkTarget } from "./link-target.ts";
import { textLink } from "./text-link.ts";
import { isHandedToUnlikePartial } from "./unlike-values.ts";

export const unlikeLinks: Rule = {
  name: "unlike-links",
  severity: "warning",
  protects:
    "A link or a picture that only one language has is mostly forgotten or left over: people are sent somewhere else than those who read another language. Pages of the same host may differ.",
  mending: "Link to the same places as the default language.",
  example: {
    file: "templates/de/forgot-password/email.html.hbs",
    from: "{{> code}}",
    to: '{{> code}}\n<p><a href="tel:+4930901820">Anrufen</a></p>',
  },
  check: (project) => {
    const all = allDifferences("link", project).filter(
      (difference) => !isHandedToUnlikePartial(difference, project),
    );
    return differenceCases(withoutTold(all, project), project, {
      verb: "points to",
      tooMany: (shown, reference) =>
        `Remove this link or picture, or put one to ${shown} into ${reference} too.`,
      missing: (shown, reference) =>
        `Link to ${shown} here too, or remove the link or picture in ${reference}.`,
    });
  },
};

/** Without those of which another rule says that they lead to the wrong place, and what they stand in the place of. */
function withoutTold(all: readonly Difference[], project: Project): readonly Difference[] {
  const told = new Set(
    [linkTarget, fetchedFrom, textLink].flatMap((rule) => rule.check(project)).map(placeOf),
  );
  const isTold = (difference: Difference) => {
    const { part, pieces } = more(difference);
    return pieces.some(({ index }) => told.has(placeOf({ file: part.file, index })));
  };
  const wrong = all.filter(isTold);
  return all.filter(
    (each) =>
      !wrong.some(
        (other) => other === each || (other.part === each.part && more(other).part !== more(each).part),
      ),
  );
}

function placeOf({ file, index }: Pick<Case, "file" | "index">): string {
  return `${file} ${index}`;
}

/** The part that has more of it. */
function more({ part, reference, here, there }: Difference): { part: CheckedPart; pieces: readonly Piece[] } {
  return here.length > there.length ? { part, pieces: here } : { part: reference, pieces: there };
}
