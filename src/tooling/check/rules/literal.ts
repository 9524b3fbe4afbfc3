import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

export const literal: Rule = {
  name: "literal",
  severity: "error",
  protects:
    "{{…}} prints a value by its name; a text in it would be printed as it is, and looks like a name that is not meant.",
  mending: "Write the text without braces and quotes; or, for a value, its name without quotes.",
  example: { file: "templates/en/forgot-password/sms.txt.hbs", to: '{{code}} {{"is your code"}}' },
  check: (project) =>
    visitsOf(project, "output")
      .filter(({ node }) => node.path.type !== "PathExpression")
      .map(({ node, where }) => ({
        ...at(node, project),
        part: where.part,
        message: "A text stands in braces here, where a name belongs.",
      })),
};
