import { type Line, linesOf } from "../html/lines.ts";
import { perPart } from "../remembered.ts";
import type { Case } from "../rule.ts";
import { codeLives } from "./code-life.ts";
import { type Duration, durationsInFigures, durationsInWords } from "./durations.ts";
import { sentencesIn } from "./sentences.ts";

/** A length of time that a part speaks of, and whether it can be what people take for the life of the code. */
export interface StatedLife extends Duration {
  /** Where it is typed: looked for when there is something to be told. */
  readonly place: () => Pick<Case, "file" | "index">;
  readonly isRight: boolean;
  /**
   * Whether it may well be about something else: the right life is said in the same sentence, or it is in words
   * that people use for much else ("the hour", "a minute").
   */
  readonly isUnsure: boolean;
}

/**
 * All lengths of time in a part: in figures, and where those do not say how long the code is valid, in words.
 * Where the right one is said, those in other sentences are about something else: when to look for an email
 * that is late, a trial of 30 days, a 24-hour hotline.
 */
export const statedLives = perPart((part, project): readonly StatedLife[] => {
  const { locale } = part;
  const life = codeLives[part.source];
  const read = (durationsOf: typeof durationsInFigures) =>
    linesOf(part, project).flatMap((line) =>
      durationsOf(line.text, locale).map((each) => ({
        ...each,
        line,
        place: () => line.at(each.index),
        isRight: each.minutes === life,
        isSeen: line.isSeen(),
      })),
    );
  const figures = read(durationsInFigures);
  const words = figures.some(({ isRight, isSeen }) => isRight && isSeen) ? [] : read(durationsInWords);
  const all = [...figures, ...words];
  const right = all.filter(({ isRight }) => isRight);
  return all.flatMap((each) => {
    // What a list of emails shows of one is read by itself, and nobody reads it in the email.
    const beside = right.filter(({ isSeen }) => isSeen === each.isSeen);
    const isBeside = beside.some((other) => isInSentence(each, other, locale));
    if (beside.length > 0 && !isBeside) return [];
    const isVague = each.by === "hint" || (each.by === "words" && each.minutes < LEAST_LIFE);
    return [{ ...each, isUnsure: isBeside || isVague }];
  });
});

/** In minutes: "a minute" and "two minutes" are said of much, and no code is valid for less. */
const LEAST_LIFE = 5;

interface InLine extends Duration {
  readonly line: Line;
}

/** Whether two lengths of time stand in one sentence. */
function isInSentence(one: InLine, other: InLine, locale: string): boolean {
  if (one.line !== other.line) return false;
  if (one.index === other.index) return true;
  const [first, second] = one.index < other.index ? [one, other] : [other, one];
  const sentences = sentencesIn(one.line.text, locale);
  return !sentences.some(({ index }) => index > first.index && index <= second.index);
}
