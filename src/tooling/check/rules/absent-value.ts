import type { Rule } from "../rule.ts";
import { at, mayBeAbsent, visitsOf } from "../visits.ts";

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
      .map(({ node, where }) => ({
        ...at(node, project),
        part: where.part,
        message: `{{${node.original}}} may be absent.`,
        mending: `Put it inside {{#if ${node.original}}}…{{/if}}.`,
      })),
};
