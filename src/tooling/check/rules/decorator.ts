import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

export const decorator: Rule = {
  name: "decorator",
  severity: "error",
  protects:
    "Decorators and inline partials are not used here: a piece that is printed twice has a file of its own.",
  mending: "Put the piece in templates/_brand and include it.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{> code}}",
    to: '{{#*inline "x"}}{{/inline}}{{> code}}',
  },
  check: (project) =>
    visitsOf(project, "decorator").map(({ node, where }) => ({
      ...at(node, project),
      part: where.part,
      message: "This is a decorator.",
    })),
};
