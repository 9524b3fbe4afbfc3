import { didYouMean } from "../../templates/did-you-mean.ts";
import { METADATA_SCHEMA } from "../../templates/metadata-schema.ts";
import { type Scope, whyNotHere } from "../../templates/scope.ts";
import { tagFor } from "../../templates/tag-for.ts";
import { CURLY_QUOTES } from "../characters.ts";
import { partWords } from "../part-words.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { at, isKnown, type Visit, visitsOf, type Where } from "../visits.ts";
import { lookAlike } from "../words/look-alikes.ts";

const CURLY = new RegExp(`^[${CURLY_QUOTES}]`);
const AROUND = new RegExp(`^[${CURLY_QUOTES}]+|[${CURLY_QUOTES}]+$`, "g");

export const unknownName: Rule = {
  name: "unknown-name",
  severity: "error",
  protects:
    "A name that nothing stands for would print nothing, where a person expects something. The names are English in every language.",
  mending: "Look for the name in the list of docs/templates.md.",
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: "{{code}} is your code for {{brand.nam}}",
  },
  check: (project) => {
    const named = visitsOf(project, "name");
    const unknown = named.filter(({ node, where }) => !isKnown(node, where));
    const taken = unknown.length === 0 ? new Map<string, ReadonlySet<string>>() : handedKeys(project);
    return [
      ...unknown.map((visit) => {
        const { node, where } = visit;
        const partial = where.inside.at(-1);
        const isTaken = partial !== undefined && taken.get(partial)?.has(node.original);
        return isTaken && where.includedBy
          ? {
              ...at(where.includedBy.node, project),
              part: where.part,
              ...notHanded(node.original, partial, where.includedBy, named),
            }
          : { ...at(node, project), part: where.part, ...notThere(visit, project) };
      }),
      ...named.filter(isNeverThere).map(({ node, where }) => ({
        ...at(node, project),
        part: where.part,
        message: "There is no resetLink in this message: it is for choosing a new password alone.",
        mending: "Remove it, with the {{#if}} that asks for it: nobody would ever see what stands there.",
      })),
    ];
  },
};

type Named = Extract<Visit, { is: "name" }>;
type Said = Pick<Case, "message" | "mending">;

/** A partial may well ask for what some of the messages have that include it. */
function isNeverThere({ node, where }: Named): boolean {
  const isReset = where.part.source === "CustomMessage_ForgotPassword";
  return node.original === "resetLink" && !isReset && where.inside.length === 0 && isKnown(node, where);
}

function notThere(visit: Named, project: Project): Said {
  const { part, scope } = visit.where;
  const name = typed(visit.node);
  const meant = didYouMean(name, scope.keys());
  const like = lookAlike(name, scope.keys());
  const message = `There is no {{${name}}} in this ${partWords[part.part]}.`;
  if (like) return { message, mending: `Write ${like.name} once more. ${like.sentence}` };
  return {
    message,
    mending:
      withoutQuotes(visit, project) ??
      unprintable(name, project) ??
      whyNotHere(name, part) ??
      keyword(name) ??
      (meant ? `Did you mean "${meant}"?` : undefined) ??
      withQuotes(visit, project) ??
      `The names are: ${shown(scope)}.`,
  };
}

/** For a name between the quotes of a word processor. */
function withoutQuotes({ node, where, how }: Named, project: Project): string | undefined {
  if (!CURLY.test(node.original)) return undefined;
  const name = node.original.replace(AROUND, "");
  if (!where.scope.has(name)) return 'A text stands between straight quotes: "…".';
  const [, block = "if"] = /#(if|unless)\s+$/.exec(before(node, project)) ?? [];
  return `Write ${how === "asked" ? `{{#${block} ${name}}}` : name}, without quotes.`;
}

/** For a text without quotes, handed over. An address is no such text. */
function withQuotes({ node, how }: Named, project: Project): string | undefined {
  const [, key] = /([\w-]+)=\s*$/.exec(before(node, project)) ?? [];
  if (how !== "handed" || !key || key === "href" || key === "src") return undefined;
  return `Put quotes around it, if it is a text: ${key}="${node.original}".`;
}

/** What stands before a name on its line. */
function before(node: hbs.AST.Node, project: Project): string {
  const { file, index } = at(node, project);
  return (project.files.get(file) ?? "").slice(Math.max(0, index - 100), index);
}

/** For a word of the blocks: `{{ELSE}}`, `{{esle}}`, `{{endif}}`. */
function keyword(name: string): string | undefined {
  const meant =
    didYouMean(name, ["else"], 2) === undefined ? tagFor(name, { names: [], partials: [] }) : "{{else}}";
  return meant && `Write ${meant}.`;
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
function notHanded(
  name: string,
  partial: string,
  { node }: NonNullable<Where["includedBy"]>,
  named: readonly Named[],
): Said {
  const handed = node.hash?.pairs.map(({ key }) => key) ?? [];
  const inside = named.filter(({ where }) => where.includedBy?.node === node);
  const unused = handed.filter((key) => !inside.some((each) => each.node.original === key));
  const meant = didYouMean(name, unused, 2) ?? (unused.length === 1 ? unused[0] : undefined);
  const sign = node.type === "PartialBlockStatement" ? "#>" : ">";
  return {
    message: `{{${sign} ${partial}}} needs ${name}=.`,
    mending: meant
      ? `Write ${name}=… instead of ${meant}=…: it is the same in every language.`
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
