import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

export const partialContext: Rule = {
  name: "partial-context",
  severity: "error",
  protects: "A partial sees what the message sees, and the values that it is handed by name.",
  mending: "Write {{> name key=value}}.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{> code}}",
    to: "{{> code brand}}",
  },
  check: (project) =>
    visitsOf(project, "partial")
      .filter(({ included, node }) => included && node.params.length > 0)
      .map(({ node, name, where }) => ({
        ...at(node, project),
        part: where.part,
        message: "A partial takes named values only.",
        mending: `Write {{> ${name} key=value}}.`,
      })),
};
