import { didYouMean } from "../../templates/did-you-mean.ts";
import { type Scope, whyNotHere } from "../../templates/scope.ts";
import { partWords } from "../part-words.ts";
import type { Rule } from "../rule.ts";
import { at, isKnown, visitsOf } from "../visits.ts";

/** As a word processor writes quotes. */
const CURLY = /^[“”„‟«»‘’‚]/;

export const unknownName: Rule = {
  name: "unknown-name",
  severity: "error",
  protects: "A name that nothing stands for would print nothing, where a person expects something.",
  mending: "docs/templates.md lists the names.",
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: "{{code}} is your code for {{brand.nam}}",
  },
  check: (project) =>
    visitsOf(project, "name")
      .filter(({ node, where }) => !isKnown(node, where))
      .map(({ node, where }) => {
        const name = node.original;
        const meant = didYouMean(name, where.scope.keys());
        return {
          ...at(node, project),
          part: where.part,
          message: `There is no {{${name}}} in this ${partWords[where.part.part]}.`,
          mending:
            (CURLY.test(name) ? 'A text stands between straight quotes: "…".' : undefined) ??
            whyNotHere(name, where.part) ??
            (meant ? `Did you mean "${meant}"?` : `The names are: ${shown(where.scope)}.`),
        };
      }),
};

function shown(scope: Scope): string {
  return [...scope.keys()].filter((name) => !/^brand\.(?:light|dark)\./.test(name)).join(", ");
}
