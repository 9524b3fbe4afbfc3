import { codeLives, lifeIn } from "../code-life.ts";
import type { Rule } from "../rule.ts";
import { statedLives } from "../stated-lives.ts";

export const wrongLife: Rule = {
  name: "wrong-life",
  severity: "error",
  protects:
    "Cognito alone decides how long a code is valid: 1 hour to choose a new password, 24 hours to confirm an account, an email address or a phone number. Who reads something else comes too late, or asks for a new code without need.",
  mending: "Write how long the code is really valid.",
  example: {
    file: "templates/de/forgot-password/sms.txt.hbs",
    to: "{{code}} ist Ihr Code für {{brand.name}}. Er gilt 24 Stunden.",
  },
  check: (project) =>
    project.parts.flatMap((part) => {
      const life = codeLives[part.source];
      if (life === undefined) return [];
      return statedLives(part, project)
        .filter(({ isRight }) => !isRight)
        .map(({ minutes, said, isUnsure, place }) => ({
          ...place,
          part,
          message: `The text says “${said}” (${lifeIn(minutes)}); the code is valid for ${lifeIn(life)}.`,
          mending: isUnsure
            ? `If this is about the code, write “${lifeIn(life, part.locale)}”; if it is about something else, leave it.`
            : `Write “${lifeIn(life, part.locale)}”.`,
          ...(isUnsure && { severity: "warning" as const }),
        }));
    }),
};
