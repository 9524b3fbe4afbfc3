import { languageAndTag } from "../../templates/language-tag.ts";
import { linesOf } from "../html/lines.ts";
import type { CheckedPart, Project } from "../project.ts";
import { type Pair, pairs } from "../reference.ts";
import type { Case, Rule } from "../rule.ts";
import { isUnfinished } from "../unfinished.ts";
import { codeLives, lifeIn } from "../words/code-life.ts";
import { isReadable, namesHours } from "../words/durations.ts";
import { isSpelt } from "../words/number-words.ts";
import { statedLives } from "../words/stated-lives.ts";
import { wordForWord } from "../words/word-for-word.ts";

export const unstatedLife: Rule = {
  name: "unstated-life",
  severity: "warning",
  protects:
    "Where the default language says how long the code is valid, each other language should, and the other way round: people who are not told find out when the code is refused.",
  mending: "Say how long the code is valid.",
  example: {
    file: "templates/de/forgot-password/sms.txt.hbs",
    to: "{{code}} ist Ihr Code für ein neues Passwort bei {{brand.name}}. Geben Sie ihn niemandem.",
  },
  check: (project) => [...inOthers(project), ...inDefault(project)],
};

function inOthers(project: Project): Case[] {
  return pairs(project).flatMap(({ part, reference }) => {
    if (!saysRightly(reference, project) || !isSilent(part, project)) return [];
    return [caseOf(part, `${languageAndTag(reference.locale)} says`)];
  });
}

/** The default language, where it is the only one that does not say it, or says it in words that nobody here reads. */
function inDefault(project: Project): Case[] {
  const others = Map.groupBy(pairs(project), ({ reference }) => reference);
  return [...others].flatMap(([reference, all]) => {
    const isTold = isSilent(reference, project) && all.every(({ part }) => saysRightly(part, project));
    return isTold
      ? [
          caseOf(
            reference,
            all.length === 1
              ? `${languageAndTag((all[0] as Pair).part.locale)} says`
              : "Every other language says",
          ),
        ]
      : [];
  });
}

function caseOf(part: CheckedPart, whoSays: string): Case {
  const life = codeLives[part.source] ?? 0;
  return {
    file: part.file,
    index: 0,
    part,
    message: `${whoSays} here that the code is valid for ${lifeIn(life)}; in ${languageAndTag(part.locale)} no such words were recognised.`,
    mending: `If they are missing, add them, such as “${lifeIn(life, part.locale)}”; if they are there in other words, all is well.`,
  };
}

function saysRightly(part: CheckedPart, project: Project): boolean {
  return statedLives(part, project).some(({ isRight }) => isRight);
}

/** Whether nothing in a part says how long its code is valid, and no more is to be said of it than this. */
function isSilent(part: CheckedPart, project: Project): boolean {
  return (
    codeLives[part.source] !== undefined &&
    !maySay(part, project) &&
    !isUnfinished(part, project) &&
    // What is left in another language may say it there.
    !wordForWord(project).has(part)
  );
}

/**
 * Whether a part says how long the code is valid, rightly or not, or may say it in words of which none are known
 * here. Where "one hour" and the like would be, other words before an hour are no excuse.
 */
function maySay(part: CheckedPart, project: Project): boolean {
  return (
    !isReadable(part.locale) ||
    statedLives(part, project).length > 0 ||
    (!isSpelt(part.locale) && linesOf(part, project).some(({ text }) => namesHours(text, part.locale)))
  );
}
