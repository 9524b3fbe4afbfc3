import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

export const decorator: Rule = {
  name: "decorator",
  severity: "error",
  protects:
    "What Handlebars calls a decorator or an inline partial, {{#*inline …}} and the like, is not used here: a piece that is printed twice has a file of its own.",
  mending:
    "Put the piece into a file of templates/_brand, such as note.html.hbs, and write {{> note}} where it is to stand.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{> code}}",
    to: '{{#*inline "x"}}{{/inline}}{{> code}}',
  },
  check: (project) =>
    visitsOf(project, "decorator").map(({ node, where }) => ({
      ...at(node, project),
      part: where.part,
      message: "A * after the braces has no meaning here.",
    })),
};
