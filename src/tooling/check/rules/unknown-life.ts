import type { Case, Rule } from "../rule.ts";
import { codeLives, quoted } from "../words/code-life.ts";
import { type StatedLife, statedLives } from "../words/stated-lives.ts";

export const unknownLife: Rule = {
  name: "unknown-life",
  severity: "warning",
  protects:
    "How long a code to sign in with is valid, nobody outside of Cognito knows; how long a temporary password is, each pool sets for itself. A length of time that a message gives would be a guess, and a person would rely on it.",
  mending: "Remove it: say only what is known.",
  example: {
    file: "templates/en/authentication/sms.txt.hbs",
    to: "{{code}} is your code to sign in to {{brand.name}}. Valid for 3 minutes.",
  },
  check: (project) =>
    project.parts
      .filter(({ source }) => codeLives[source] === undefined)
      .flatMap((part) =>
        statedLives(part, project).map((life) => ({
          ...life.place(),
          part,
          ...(part.source === INVITATION ? ofPassword(life) : ofCode(life)),
        })),
      ),
};

const INVITATION = "CustomMessage_AdminCreateUser";

type Said = Pick<Case, "message" | "mending">;

function ofPassword(stated: StatedLife): Said {
  return {
    message: `The text says ${quoted(stated)}. A pool sets how long a temporary password is valid, so nobody can check it here.`,
    mending:
      "If this is about the password, ask an engineer what your pool sets, or remove it; if it is about something else, leave it.",
  };
}

function ofCode(stated: StatedLife): Said {
  return {
    message: `The text says ${quoted(stated)}, and how long this code is valid is not known.`,
    mending: "If this is about the code, remove it; if it is about something else, leave it.",
  };
}
