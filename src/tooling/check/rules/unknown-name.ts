import { didYouMean } from "../../templates/did-you-mean.ts";
import { type Scope, whyNotHere } from "../../templates/scope.ts";
import { partWords } from "../part-words.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { at, isKnown, visitsOf, type Where } from "../visits.ts";

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
  check: (project) => {
    const unknown = visitsOf(project, "name").filter(({ node, where }) => !isKnown(node, where));
    if (unknown.length === 0) return [];
    const taken = handedKeys(project);
    return unknown.map(({ node, where }) => {
      const partial = where.inside.at(-1);
      const isTaken = partial !== undefined && taken.get(partial)?.has(node.original);
      return isTaken && where.includedBy
        ? {
            ...at(where.includedBy.node, project),
            part: where.part,
            ...notHanded(node.original, partial, where.includedBy),
          }
        : { ...at(node, project), part: where.part, ...notThere(node.original, where) };
    });
  },
};

type Said = Pick<Case, "message" | "mending">;

function notThere(name: string, { part, scope }: Where): Said {
  const meant = didYouMean(name, scope.keys());
  return {
    message: `There is no {{${name}}} in this ${partWords[part.part]}.`,
    mending:
      (CURLY.test(name) ? 'A text stands between straight quotes: "…".' : undefined) ??
      whyNotHere(name, part) ??
      (meant ? `Did you mean "${meant}"?` : `The names are: ${shown(scope)}.`),
  };
}

/** The keys that each partial is handed somewhere: what it prints of these is not misspelt in the partial. */
function handedKeys(project: Project): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { node, name } of visitsOf(project, "partial")) {
    if (name === undefined) continue;
    const own = keys.get(name) ?? new Set();
    for (const { key } of node.hash?.pairs ?? []) own.add(key);
    keys.set(name, own);
  }
  return keys;
}

/** Said where the partial is included: the partial itself is as it should be. */
function notHanded(name: string, partial: string, { node }: NonNullable<Where["includedBy"]>): Said {
  const handed = node.hash?.pairs.map(({ key }) => key) ?? [];
  const meant = didYouMean(name, handed, 2);
  const sign = node.type === "PartialBlockStatement" ? "#>" : ">";
  return {
    message: `{{${sign} ${partial}}} needs a ${name}.`,
    mending: meant
      ? `Write ${name}=… instead of ${meant}=….`
      : `Write {{${sign} ${partial} ${[...handed.map((key) => `${key}=…`), `${name}="…"`].join(" ")}}}.`,
  };
}

function shown(scope: Scope): string {
  return [...scope.keys()].filter((name) => !/^brand\.(?:light|dark)\./.test(name)).join(", ");
}
