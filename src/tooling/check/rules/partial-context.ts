import type { Rule } from "../rule.ts";
import { at, nameOf, visitsOf } from "../visits.ts";

export const partialContext: Rule = {
  name: "partial-context",
  severity: "error",
  protects:
    'What a partial is to print beside the values of the message is given to it with a name and an = before it, as label is in {{> button label="Help"}}.',
  mending: "Write a name and = before it: {{> button label=…}}.",
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
        message: `Here stands ${nameOf(node.params[0] as hbs.AST.Expression)}, without a name and an =.`,
        mending: `Remove it, or write before it what it is for {{> ${name}}}, as label= is in {{> button label="Help"}}.`,
      })),
};
