import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

/** The names of the model, those that a part must not print among them. */
const modelNames = ["code", "username", "name", "resetLink", "locale", "dir", "brand", "metadata"];

export const takenName: Rule = {
  name: "taken-name",
  severity: "error",
  protects:
    "Under a name that every message has, a partial would print something else than its reader expects.",
  mending: "Hand it over by another name.",
  example: { file: "templates/en/forgot-password/email.html.hbs", from: 'label="Choose', to: 'name="Choose' },
  check: (project) =>
    visitsOf(project, "handed")
      .filter(({ node }) => node.key.includes(".") || modelNames.includes(node.key))
      .map(({ node, where }) => ({
        ...at(node, project),
        part: where.part,
        message: `"${node.key}" is a name of the message itself.`,
      })),
};
