import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

export const circularPartial: Rule = {
  name: "circular-partial",
  severity: "error",
  protects: "A partial that includes itself would never end.",
  mending: "Remove this, here or in the partial that it includes.",
  example: { file: "templates/_brand/code.html.hbs", to: "{{> code}}" },
  check: (project) =>
    visitsOf(project, "partial")
      .filter(({ name, where }) => name !== undefined && where.inside.includes(name))
      .map(({ node, name, where }) => ({
        ...at(node, project),
        part: where.part,
        message: `"${name}" includes itself.`,
      })),
};
