import { languageAndTag } from "../templates/language-tag.ts";
import { ownPieces, type Piece } from "./own-pieces.ts";
import type { Project } from "./project.ts";
import { type Pair, pairs } from "./reference.ts";
import type { Case } from "./rule.ts";
import { isUnfinished } from "./unfinished.ts";

/** A piece that a part has more or fewer of than the same part in the default language. */
export interface Difference extends Pair {
  readonly shown: string;
  readonly here: readonly Piece[];
  readonly there: readonly Piece[];
}

/** The pieces of a kind that two languages have in different numbers. */
export function differences(is: Piece["is"], pair: Pair, project: Project): Difference[] {
  const here = byShown(is, ownPieces(pair.part, project));
  const there = byShown(is, ownPieces(pair.reference, project));
  return [...new Set([...here.keys(), ...there.keys()])]
    .map((shown) => ({ ...pair, shown, here: here.get(shown) ?? [], there: there.get(shown) ?? [] }))
    .filter((each) => each.here.length !== each.there.length);
}

/** All differences of a kind, of all parts but those of which more than that is to be said. */
export function allDifferences(is: Piece["is"], project: Project): Difference[] {
  return pairs(project)
    .filter(({ part, reference }) => ![part, reference].some((each) => isUnfinished(each, project)))
    .flatMap((pair) => differences(is, pair, project));
}

function byShown(is: Piece["is"], pieces: readonly Piece[]): Map<string, readonly Piece[]> {
  const found = new Map<string, Piece[]>();
  for (const piece of pieces.filter((each) => each.is === is)) {
    const alike = found.get(piece.shown) ?? [];
    alike.push(piece);
    found.set(piece.shown, alike);
  }
  return found;
}

/** How a kind of piece is spoken of: `prints`, and what mends it where there is one too many or one missing. */
export interface DifferenceWords {
  readonly verb: string;
  readonly tooMany: (shown: string, reference: string) => string;
  readonly missing: (shown: string, reference: string) => string;
}

/**
 * What is so, as `German (de) prints {{name}} once, English (en) twice.`; at the first that is too many, or at the file's start.
 * Where every other language is alike, it is the default language that was changed, and it is told there.
 */
export function differenceCases(
  all: readonly Difference[],
  project: Project,
  words: DifferenceWords,
): Case[] {
  const alike = Map.groupBy(all, ({ reference, shown, here }) => `${reference.file} ${here.length} ${shown}`);
  return [...alike.values()].flatMap((same) =>
    isEveryOther(same, project)
      ? [caseOfDefault(same[0] as Difference, words)]
      : same.map((each) => caseOf(each, words)),
  );
}

function isEveryOther(same: readonly Difference[], project: Project): boolean {
  if (same.length === 1) return false;
  const others = pairs(project).filter(({ reference }) => reference === same[0]?.reference);
  return others.length === same.length;
}

function caseOf({ part, reference, shown, here, there }: Difference, words: DifferenceWords): Case {
  const isMore = here.length > there.length;
  return {
    file: part.file,
    index: isMore ? (here[there.length] as Piece).index : 0,
    part,
    message: compared(part.locale, here, languageAndTag(reference.locale), there, shown, words),
    mending: (isMore ? words.tooMany : words.missing)(shown, languageAndTag(reference.locale)),
  };
}

function caseOfDefault({ reference, shown, here, there }: Difference, words: DifferenceWords): Case {
  const isMore = there.length > here.length;
  return {
    file: reference.file,
    index: isMore ? (there[here.length] as Piece).index : 0,
    part: reference,
    message: compared(reference.locale, there, "every other language", here, shown, words),
    mending: isMore
      ? "Do the same in the others, or remove it here."
      : "Do the same here, or change the others.",
  };
}

function compared(
  locale: string,
  own: readonly Piece[],
  other: string,
  others: readonly Piece[],
  shown: string,
  { verb }: DifferenceWords,
): string {
  const language = languageAndTag(locale);
  return own.length === 0
    ? `${language} never ${verb} ${shown}; ${other} does so ${times(others.length)}.`
    : `${language} ${verb} ${shown} ${times(own.length)}, ${other} ${times(others.length)}.`;
}

/** `never`, `once`, `3 times` */
export function times(count: number): string {
  return ["never", "once", "twice"][count] ?? `${count} times`;
}
