import { didYouMean } from "../../templates/did-you-mean.ts";
import { METADATA_SCHEMA } from "../../templates/metadata-schema.ts";
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
  mending: "Look for the name in the list of docs/templates.md.",
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
        : { ...at(node, project), part: where.part, ...notThere(typed(node), where, project) };
    });
  },
};

type Said = Pick<Case, "message" | "mending">;

function notThere(name: string, { part, scope }: Where, project: Project): Said {
  const meant = didYouMean(name, scope.keys());
  return {
    message: `There is no {{${name}}} in this ${partWords[part.part]}.`,
    mending:
      (CURLY.test(name) ? 'A text stands between straight quotes: "…".' : undefined) ??
      unprintable(name, project) ??
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
