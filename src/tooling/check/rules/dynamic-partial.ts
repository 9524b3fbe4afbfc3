import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

export const dynamicPartial: Rule = {
  name: "dynamic-partial",
  severity: "error",
  protects:
    "Which partial is printed must be known when it is checked: one that is chosen when the message is sent could be missing then.",
  mending: "Write its name, as in {{> layout}}.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{> code}}",
    to: "{{> (lookup brand 'name')}}",
  },
  check: (project) =>
    visitsOf(project, "partial")
      .filter(({ name }) => name === undefined)
      .map(({ node, where }) => ({
        ...at(node, project),
        part: where.part,
        message: "Which partial this is would be known only when the message is sent.",
      })),
};
