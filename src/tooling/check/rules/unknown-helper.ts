import { didYouMean } from "../../templates/did-you-mean.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { at, everyVisit, nameOf } from "../visits.ts";

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
        return [unknown(`There is no helper "${nameOf(node.path)}".`, node, visit, project)];
      }
      if (visit.is === "block") {
        const name = nameOf(visit.node.path);
        if (["if", "unless"].includes(name)) return [];
        const meant = didYouMean(name, ["if", "unless"], 2);
        const mending = meant
          ? `Did you mean "${meant}"?`
          : "Write {{#if …}} or {{#unless …}}: there are no others.";
        return [{ ...unknown(`There is no block helper "${name}".`, visit.node, visit, project), mending }];
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

function unknown(
  message: string,
  node: hbs.AST.Node,
  { where }: { where: { part: Case["part"] } },
  project: Project,
): Case {
  return { ...at(node, project), part: where.part, message };
}
