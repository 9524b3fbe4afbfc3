import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

export const dynamicPartial: Rule = {
  name: "dynamic-partial",
  severity: "error",
  protects:
    "A partial is included by its name, as it is written here. One that is chosen only when the message is sent could be missing then, and nobody could check what it says.",
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
