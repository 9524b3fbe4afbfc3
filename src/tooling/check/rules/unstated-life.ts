import { languageAndTag } from "../../templates/language-tag.ts";
import { codeLives, lifeIn } from "../code-life.ts";
import { isReadable, namesHours } from "../durations.ts";
import { linesOf } from "../lines.ts";
import type { CheckedPart, Project } from "../project.ts";
import { pairs } from "../reference.ts";
import type { Rule } from "../rule.ts";
import { statedLives } from "../stated-lives.ts";
import { isUnfinished } from "../unfinished.ts";

export const unstatedLife: Rule = {
  name: "unstated-life",
  severity: "warning",
  protects:
    "Where the default language says how long the code is valid, each other language should: who does not know it finds out when the code is refused.",
  mending: "Say how long the code is valid.",
  example: {
    file: "templates/de/forgot-password/sms.txt.hbs",
    to: "{{code}} ist Ihr Code für ein neues Passwort bei {{brand.name}}. Geben Sie ihn niemandem.",
  },
  check: (project) =>
    pairs(project).flatMap(({ part, reference }) => {
      const life = codeLives[part.source];
      const isSaid = statedLives(reference, project).some(({ isRight }) => isRight);
      if (life === undefined || !isSaid || isUnfinished(part, project) || maySay(part, project)) return [];
      return [
        {
          file: part.file,
          index: 0,
          part,
          message: `${languageAndTag(reference.locale)} says here that the code is valid for ${lifeIn(life)}; in ${languageAndTag(part.locale)} no such words were recognised.`,
          mending: `If they are missing, add them, such as “${lifeIn(life, part.locale)}”; if they are there in other words, all is well.`,
        },
      ];
    }),
};

/** Whether a part says how long the code is valid, rightly or not, or may say it in words that are not known here. */
function maySay(part: CheckedPart, project: Project): boolean {
  return (
    !isReadable(part.locale) ||
    statedLives(part, project).length > 0 ||
    linesOf(part, project).some(({ text }) => namesHours(text, part.locale))
  );
}
