import { didYouMean } from "../../templates/did-you-mean.ts";
import { tagFor } from "../../templates/tag-for.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { at, everyVisit, knownIn, nameOf, type Visit } from "../visits.ts";
import { lookAlike } from "../words/look-alikes.ts";

export const unknownHelper: Rule = {
  name: "unknown-helper",
  severity: "error",
  protects:
    "{{…}} prints a value as it is, and {{#if}} and {{#unless}} ask whether one is there. What else Handlebars calls a helper, such as one that writes a name in capitals, would fail when the message is to be sent.",
  mending: "Print the value alone, as in {{brand.name}}.",
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: "{{code}} is your code for {{upper brand.name}}",
  },
  check: (project) =>
    everyVisit(project).flatMap((visit): Case[] => {
      if (visit.is === "output") {
        const { node } = visit;
        if (node.path.type !== "PathExpression" || (node.params.length === 0 && !node.hash)) return [];
        return [
          {
            ...unknown(`There is no helper "${nameOf(node.path)}".`, node, visit, project),
            ...asTag(node, visit, project),
          },
        ];
      }
      if (visit.is === "block") {
        const name = nameOf(visit.node.path);
        if (["if", "unless"].includes(name)) return [];
        return [
          {
            ...unknown(`There is no {{#${name}}}.`, visit.node, visit, project),
            mending: blockMending(name, visit, project),
          },
        ];
      }
      if (visit.is === "handed" && visit.node.value.type === "SubExpression") {
        const mending = "Write a text in quotes, or a name, without the ( ).";
        return [
          {
            ...unknown(
              "A value that is handed over cannot be worked out here.",
              visit.node.value,
              visit,
              project,
            ),
            mending,
          },
        ];
      }
      return [];
    }),
};

/** What was meant for a block: a partial, or one of the two. */
function blockMending(name: string, { where }: Visit, { partials }: Project): string {
  const like = lookAlike(name, ["if", "unless"]);
  if (like) return `Write ${like.name} once more. ${like.sentence}`;
  const meant = didYouMean(name, ["if", "unless"], 2);
  if (meant) return `Did you mean {{#${meant} …}}?`;
  if (where.scope.has(name)) return `Write {{#if ${name}}}, which asks whether it is there.`;
  const piece = didYouMean(name, partials[where.part.suffix].keys(), 1);
  return piece
    ? `Write {{#> ${piece}}}, with a >: it is a piece of templates/_brand.`
    : "Write {{#if …}} or {{#unless …}}: there are no others.";
}

/** What was meant for something else than a value: `{{if name}}`, `{{elseif name}}`. */
function asTag(
  node: hbs.AST.MustacheStatement,
  { where }: Visit,
  project: Project,
): Pick<Case, "message" | "mending"> | Record<never, never> {
  const { file, index } = at(node, project);
  const source = project.files.get(file) ?? "";
  const typed = source
    .slice(index, source.indexOf("}}", index))
    .replace(/^\{+~?\s*/, "")
    .trim();
  const meant = tagFor(typed.replace(/\s*\.\s*/g, ".").replace(/\.$/, ""), knownIn(where, project));
  if (!meant) return {};
  return { message: `{{${typed}}} cannot be read.`, mending: `Write ${meant}.` };
}

function unknown(
  message: string,
  node: hbs.AST.Node,
  { where }: { where: { part: Case["part"] } },
  project: Project,
): Case {
  return { ...at(node, project), part: where.part, message };
}
