import { didYouMean } from "../../templates/did-you-mean.ts";
import { METADATA_SCHEMA } from "../../templates/metadata-schema.ts";
import { type Scope, whyNotHere } from "../../templates/scope.ts";
import { partWords } from "../part-words.ts";
import type { Project } from "../project.ts";
import type { Rule } from "../rule.ts";
import { at, isKnown, visitsOf } from "../visits.ts";

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
        const name = typed(node);
        const meant = didYouMean(name, where.scope.keys());
        return {
          ...at(node, project),
          part: where.part,
          message: `There is no {{${name}}} in this ${partWords[where.part.part]}.`,
          mending:
            unprintable(name, project) ??
            whyNotHere(name, where.part) ??
            (meant ? `Did you mean "${meant}"?` : `The names are: ${shown(where.scope)}.`),
        };
      }),
};

/** With the brackets that Handlebars has taken off: `[brand.name]` is another name than `brand.name`. */
function typed({ original, parts, depth, data }: hbs.AST.PathExpression): string {
  const isPlain = depth > 0 || data || parts.every((part) => /^[^.\s/[\]]+$/.test(part));
  return isPlain ? original : parts.map((part) => (/[.\s/]/.test(part) ? `[${part}]` : part)).join(".");
}

/** A key of the metadata that Handlebars would read as something else. */
function unprintable(name: string, { metadata }: Project): string | undefined {
  const key = name.replace(/^metadata\./, "").replace(/^\[(.*)\]$/, "$1");
  if (!name.startsWith("metadata.") || !metadata.has(key)) return undefined;
  return `No template can print a key named "${key}": ask an engineer to name it with letters and digits alone in ${METADATA_SCHEMA}.`;
}

function shown(scope: Scope): string {
  return [...scope.keys()].filter((name) => !/^brand\.(?:light|dark)\./.test(name)).join(", ");
}
