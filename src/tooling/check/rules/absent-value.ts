import type { Rule } from "../rule.ts";
import { at, mayBeAbsent, nameOf, visitsOf } from "../visits.ts";

export const absentValue: Rule = {
  name: "absent-value",
  severity: "error",
  protects:
    "What a person or a brand may lack is printed inside an {{#if}} that asks for it: otherwise a gap would stand in its place.",
  mending: "Put it inside {{#if name}}…{{/if}}.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{else}}Hello,{{/if}}",
    to: "{{/if}}{{name}}",
  },
  check: (project) =>
    visitsOf(project, "name")
      .filter(({ node, how, where }) => how === "printed" && mayBeAbsent(node.original, where))
      .map(({ node, where }) => {
        const handed = where.includedBy?.node.hash?.pairs.find(({ key }) => key === node.original)?.value;
        // What a partial is handed is asked for around the partial.
        const name = handed?.type === "PathExpression" ? nameOf(handed) : node.original;
        return {
          ...at(handed ?? node, project),
          part: where.part,
          message: `{{${name}}} may be absent: for some people nothing would stand here.`,
          mending: handed
            ? `Put {{> ${where.inside.at(-1)} …}} inside {{#if ${name}}}…{{/if}}.`
            : `Put it inside {{#if ${name}}}…{{/if}}.`,
        };
      }),
};
