import type { Rule } from "../rule.ts";
import { at, nameOf, visitsOf } from "../visits.ts";

export const rawOutput: Rule = {
  name: "raw-output",
  severity: "error",
  protects:
    "Names and metadata come from strangers. Printed without escaping, one could put a link or a picture of its own into your email.",
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
        message: "This prints without escaping.",
        mending: `Write {{${nameOf(node.path)}}}, with two braces.`,
      })),
};
