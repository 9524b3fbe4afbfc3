import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

export const partialContext: Rule = {
  name: "partial-context",
  severity: "error",
  protects:
    'A partial sees what the message sees, and what it is handed with a name before it, as in {{> button label="Help"}}.',
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
        message: "What this partial is handed has no name.",
        mending: `Write a name and = before it, as in {{> ${name} name=…}}, or remove it.`,
      })),
};
