import type { Project } from "../project.ts";
import type { Rule } from "../rule.ts";
import { nameOf, visitsOf } from "../visits.ts";

export const unprintedBlock: Rule = {
  name: "unprinted-block",
  severity: "error",
  protects:
    "What stands between {{#> name}} and {{/name}} is handed to the partial, which has to print it: otherwise it is in no message, in any language.",
  mending: "Write {{> @partial-block}} in the partial, where the block is to stand.",
  example: { file: "templates/_brand/note.html.hbs", to: "<p>A note</p>" },
  check: (project) =>
    visitsOf(project, "partial").flatMap(({ node, name, included, where }) =>
      node.type !== "PartialBlockStatement" ||
      !included ||
      // What cannot be read may print it.
      project.unread.some(({ file }) => file === included.file) ||
      printsBlock(included.tree, where.part.suffix, project)
        ? []
        : [
            {
              file: included.file,
              index: 0,
              part: where.part,
              message: `"${name}" does not print what stands between {{#> ${name}}} and {{/${name}}}: nobody reads it.`,
              mending: `Write {{> @partial-block}} where it is to stand, or write {{> ${name}}} in the messages.`,
            },
          ],
    ),
};

function printsBlock(
  tree: hbs.AST.Program | undefined,
  suffix: "html" | "txt",
  project: Project,
  inside: readonly string[] = [],
): boolean {
  return (tree?.body ?? []).some((statement) => {
    switch (statement.type) {
      case "BlockStatement": {
        const { program, inverse } = statement as hbs.AST.BlockStatement;
        return [program, inverse].some((each) => printsBlock(each, suffix, project, inside));
      }
      case "PartialBlockStatement":
        return printsBlock((statement as hbs.AST.PartialBlockStatement).program, suffix, project, inside);
      case "PartialStatement": {
        const name = nameOf((statement as hbs.AST.PartialStatement).name);
        if (name === "@partial-block") return true;
        // One without a block of its own prints the one around it.
        const included = inside.includes(name) ? undefined : project.partials[suffix].get(name);
        return printsBlock(included?.tree, suffix, project, [...inside, name]);
      }
      default:
        return false;
    }
  });
}
