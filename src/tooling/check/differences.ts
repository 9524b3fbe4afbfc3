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

/** What is so, as `de prints {{name}} once, en twice.`; at the first that is too many, or at the file's start. */
export function differenceCase(
  { part, reference, shown, here, there }: Difference,
  verb: string,
  mendings: { readonly tooMany: string; readonly missing: string },
): Case {
  const isMore = here.length > there.length;
  return {
    file: part.file,
    index: isMore ? (here[there.length] as Piece).index : 0,
    part,
    message: `${part.locale} ${verb} ${shown} ${times(here.length)}, ${reference.locale} ${times(there.length)}.`,
    mending: isMore ? mendings.tooMany : mendings.missing,
  };
}

/** `never`, `once`, `3 times` */
export function times(count: number): string {
  return ["never", "once", "twice"][count] ?? `${count} times`;
}
