import { codeLives, lifeIn, quoted } from "../code-life.ts";
import type { Case, Rule } from "../rule.ts";
import { type StatedLife, statedLives } from "../stated-lives.ts";

export const wrongLife: Rule = {
  name: "wrong-life",
  severity: "error",
  protects:
    "Cognito alone decides how long a code is valid: 1 hour to choose a new password, 24 hours to confirm an account, an email address or a phone number. Who reads something else comes too late, or asks for a new code without need. Beside the right one another length of time may be about something else: that is a warning.",
  mending: "Write how long the code is valid.",
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
        .map((stated) => ({ ...stated.place(), part, ...told(stated, life, part.locale) }));
    }),
};

type Told = Pick<Case, "message" | "mending" | "severity">;

/** Where no right life is stated, people take any length of time for it. */
function told(stated: StatedLife, life: number, locale: string): Told {
  const message = `The text says ${quoted(stated)}; the code is valid for ${lifeIn(life)}.`;
  const right = lifeIn(life, locale);
  return stated.isUnsure
    ? {
        message,
        mending: `If this is about the code, write “${right}”; if it is about something else, leave it.`,
        severity: "warning",
      }
    : {
        message,
        mending: `Write “${right}”; or, if this is about something else, say as well how long the code is valid: “${right}”.`,
      };
}
