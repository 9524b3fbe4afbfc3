import type { Rule } from "../rule.ts";
import { at, isCondition, nameOf, visitsOf } from "../visits.ts";

export const condition: Rule = {
  name: "condition",
  severity: "error",
  protects: "{{#if}} and {{#unless}} ask whether one value is there.",
  mending: "Write {{#if name}}.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{#if name}}",
    to: "{{#if name resetLink}}",
  },
  check: (project) =>
    visitsOf(project, "block")
      .filter(({ node }) => ["if", "unless"].includes(nameOf(node.path)) && !isCondition(node))
      .map(({ node, where }) => ({
        ...at(node, project),
        part: where.part,
        message: `{{#${nameOf(node.path)}}} asks for one name.`,
        mending: `Write {{#${nameOf(node.path)} name}}.`,
      })),
};
