import { allDifferences, differenceCase } from "../differences.ts";
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
  check: (project) =>
    allDifferences("link", project)
      .filter((difference) => !isHandedToUnlikePartial(difference, project))
      .map((difference) => {
        const { shown, reference } = difference;
        return differenceCase(difference, "links to", {
          tooMany: `Remove this link to ${shown}, or link to it in ${reference.locale} too.`,
          missing: `Link to ${shown} here too, or remove the link in ${reference.locale}.`,
        });
      }),
};
