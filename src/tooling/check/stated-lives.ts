import { codeLives } from "./code-life.ts";
import { type Duration, durationsInFigures, durationsInWords } from "./durations.ts";
import { linesOf } from "./lines.ts";
import { indexAt } from "./place.ts";
import type { CheckedPart, Project } from "./project.ts";
import { perPart } from "./remembered.ts";
import type { Case } from "./rule.ts";
import { at, visits } from "./visits.ts";

/** A length of time that a part speaks of, and whether it can be what people take for the life of the code. */
export interface StatedLife extends Duration {
  readonly place: Pick<Case, "file" | "index">;
  readonly isRight: boolean;
  /**
   * Whether it may well be about something else: the right life stands beside it, or it is in words that
   * people use for much else ("one day").
   */
  readonly isUnsure: boolean;
}

/** All lengths of time in a part: in figures, and where those do not say how long the code is valid, in words. */
export const statedLives = perPart((part, project): readonly StatedLife[] => {
  const { locale } = part;
  const life = codeLives[part.source];
  const read = (durationsOf: typeof durationsInFigures) =>
    linesOf(part, project).flatMap((line) =>
      durationsOf(line.text, locale).map((each) => ({
        ...each,
        place: line.at(each.index),
        isRight: each.minutes === life,
      })),
    );
  const figures = read(durationsInFigures);
  const textOf = handedTexts(part, project);
  const right = new Set(figures.filter(({ isRight }) => isRight).map(({ place }) => textOf(place)));
  const inFigures = figures.map((each) => ({ ...each, isUnsure: right.has(textOf(each.place)) }));
  if (right.size > 0) return inFigures;
  const words = read(durationsInWords);
  const isSaid = words.some(({ isRight }) => isRight);
  return [
    ...inFigures,
    ...words.map((each) => ({
      ...each,
      isUnsure: isSaid || each.by === "hint" || each.minutes % 60 !== 0 || each.minutes >= 1440,
    })),
  ];
});

/**
 * The text that a place of a part's own file is in: one handed to a partial is read by itself, as what a list
 * of emails shows of this one is; all else is one text.
 */
function handedTexts(part: CheckedPart, project: Project): (place: Pick<Case, "file" | "index">) => number {
  const texts = visits(part, project).flatMap((visit) => {
    if (visit.is !== "handed" || visit.where.inside.length > 0) return [];
    const { value } = visit.node;
    const { line, column } = value.loc.end;
    const end = indexAt(part.text, { line, column: column + 1 });
    return value.type === "StringLiteral" ? [{ start: at(value, project).index, end }] : [];
  });
  return ({ file, index }) =>
    file === part.file ? texts.findIndex(({ start, end }) => start <= index && index < end) : -1;
}
