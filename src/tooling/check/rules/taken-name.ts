import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

/** The names of the model, those that a part must not print among them. */
const modelNames = ["code", "username", "name", "resetLink", "locale", "dir", "brand", "metadata"];

export const takenName: Rule = {
  name: "taken-name",
  severity: "error",
  protects:
    "A value that is handed to a partial has a name of its own. Under one that every message has already, such as name or code, the partial would print something else than its reader expects.",
  mending: "Give it another name, here and in the partial.",
  example: { file: "templates/en/forgot-password/email.html.hbs", from: 'label="Choose', to: 'name="Choose' },
  check: (project) =>
    visitsOf(project, "handed")
      .filter(({ node }) => node.key.includes(".") || modelNames.includes(node.key))
      .map(({ node, where }) => ({
        ...at(node, project),
        part: where.part,
        message: `"${node.key}" is a name that every message has already.`,
      })),
};
