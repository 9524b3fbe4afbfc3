import { codeLives, lifeIn } from "../code-life.ts";
import type { Rule } from "../rule.ts";
import { statedLives } from "../stated-lives.ts";

export const unknownLife: Rule = {
  name: "unknown-life",
  severity: "error",
  protects:
    "For a code to sign in with, and for a temporary password, nobody outside of Cognito knows how long it is valid: a length of time that a message gives would be a guess, and a person would rely on it.",
  mending: "Remove it: say only what is known.",
  example: {
    file: "templates/en/authentication/sms.txt.hbs",
    to: "{{code}} is your code to sign in to {{brand.name}}. Valid for 3 minutes.",
  },
  check: (project) =>
    project.parts
      .filter(({ source }) => codeLives[source] === undefined)
      .flatMap((part) =>
        statedLives(part, project).map(({ minutes, said, isUnsure, place }) => ({
          ...place,
          part,
          message: `The text says “${said}” (${lifeIn(minutes)}), and how long this is valid is not known.`,
          ...(isUnsure && {
            severity: "warning" as const,
            mending: "If this is about the code or the password, remove it; if not, leave it.",
          }),
        })),
      ),
};
