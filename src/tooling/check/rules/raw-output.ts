import type { Rule } from "../rule.ts";
import { at, nameOf, visitsOf } from "../visits.ts";

export const rawOutput: Rule = {
  name: "raw-output",
  severity: "error",
  protects:
    "Names and metadata come from strangers. Between three braces they are printed with whatever HTML is in them: a stranger could put a link or a picture into your email.",
  mending: "Write it with two braces.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "<bdi>{{name}}</bdi>",
    to: "<bdi>{{{name}}}</bdi>",
  },
  check: (project) =>
    visitsOf(project, "output")
      .filter(({ node }) => node.path.type === "PathExpression" && !node.escaped)
      .map(({ node, where }) => ({
        ...at(node, project),
        part: where.part,
        message: "This is printed with any HTML that is in it, a stranger's too.",
        mending: `Write {{${nameOf(node.path)}}}, with two braces.`,
      })),
};
