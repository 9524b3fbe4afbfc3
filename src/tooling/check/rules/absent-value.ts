import type { Rule } from "../rule.ts";
import { at, mayBeAbsent, nameOf, type Partial, visitsOf } from "../visits.ts";

export const absentValue: Rule = {
  name: "absent-value",
  severity: "error",
  protects:
    "What a person or a brand may lack is printed inside an {{#if}} that asks for it: otherwise a gap would stand in its place.",
  mending: "Put it inside an {{#if …}} that asks for it.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "<p>{{#if name}}Hello <bdi>{{name}}</bdi>,{{else}}Hello,{{/if}}</p>",
    to: "<p>Hello <bdi>{{name}}</bdi>,</p>",
  },
  check: (project) =>
    visitsOf(project, "name")
      .filter(({ node, how, where }) => how === "printed" && mayBeAbsent(node.original, where))
      .map(({ node, where }) => {
        const { includedBy } = where;
        const pair = includedBy?.node.hash?.pairs.find(({ key }) => key === node.original);
        // What a partial is handed is asked for around the partial.
        const name = pair?.value.type === "PathExpression" ? nameOf(pair.value) : node.original;
        return {
          ...at(pair?.value ?? node, project),
          part: where.part,
          message: `{{${name}}} may be absent: for some people nothing would stand here.`,
          mending:
            includedBy && pair
              ? aroundPartial(name, pair.key, includedBy.node)
              : `Put it inside {{#if ${name}}}…{{/if}}.`,
        };
      }),
};

/** One that stands around half of an email, or all of it, is there for everybody. */
function aroundPartial(name: string, key: string, node: Partial): string {
  return node.type === "PartialBlockStatement"
    ? `Give ${key} a text that is always there, as in ${key}="…".`
    : `Put {{> ${nameOf(node.name)} …}} inside {{#if ${name}}}…{{/if}}.`;
}
