import { codeLives } from "./code-life.ts";
import { type Duration, durationsInFigures, durationsInWords } from "./durations.ts";
import { linesOf } from "./lines.ts";
import { perPart } from "./remembered.ts";
import type { Case } from "./rule.ts";

/** A length of time that a part speaks of, and whether it can be what people take for the life of the code. */
export interface StatedLife extends Duration {
  /** Where it is typed: looked for when there is something to be told. */
  readonly place: () => Pick<Case, "file" | "index">;
  readonly isRight: boolean;
  /**
   * Whether it may well be about something else: the right life is said beside it, or it is in words that
   * people use for much else ("one day", "a minute").
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
        place: () => line.at(each.index),
        isRight: each.minutes === life,
        isSeen: line.isSeen(),
      })),
    );
  const figures = read(durationsInFigures);
  const words = figures.some(({ isRight, isSeen }) => isRight && isSeen) ? [] : read(durationsInWords);
  const right = [...figures, ...words].filter(({ isRight }) => isRight);
  // What a list of emails shows of one is read by itself, and nobody reads it in the email.
  const isSaidBeside = ({ isSeen }: { isSeen: boolean }) => right.some((each) => each.isSeen === isSeen);
  return [
    ...figures.map((each) => ({ ...each, isUnsure: isSaidBeside(each) })),
    ...words.map((each) => ({
      ...each,
      isUnsure: isSaidBeside(each) || each.by === "hint" || each.minutes < 30 || each.minutes >= 1440,
    })),
  ];
});
