import { allDifferences, differenceCases } from "../differences.ts";
import type { Rule } from "../rule.ts";
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
    to: '{{> code}}\n<p><a href="https://example.org/hilfe">Hilfe</a></p>',
  },
  check: (project) => {
    const all = allDifferences("link", project).filter(
      (difference) => !isHandedToUnlikePartial(difference, project),
    );
    return differenceCases(all, project, {
      verb: "points to",
      tooMany: (shown, reference) =>
        `Remove this link or picture, or put one to ${shown} into ${reference} too.`,
      missing: (shown, reference) =>
        `Link to ${shown} here too, or remove the link or picture in ${reference}.`,
    });
  },
};
