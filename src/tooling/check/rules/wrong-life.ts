import type { Case, Rule } from "../rule.ts";
import { codeLives, lifeIn, quoted } from "../words/code-life.ts";
import { type StatedLife, statedLives } from "../words/stated-lives.ts";

export const wrongLife: Rule = {
  name: "wrong-life",
  severity: "error",
  protects:
    "Cognito alone decides how long a code is valid: 1 hour to choose a new password, 24 hours to confirm an account, an email address or a phone number. People who read another length of time come too late, or ask for a new code that they do not need. One in the same sentence as the right one may be about something else: that is a warning. Nothing is said of one in another sentence.",
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
