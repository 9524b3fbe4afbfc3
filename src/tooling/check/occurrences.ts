import type { BrandSettings } from "../templates/settings.ts";
import { brandValue } from "./html/hosts.ts";
import type { CheckedPart, Project } from "./project.ts";
import { nameOf } from "./visits.ts";

/** How often something stands in a message: for whom it stands least often, and for whom most often. */
export interface Occurrences {
  readonly least: number;
  readonly most: number;
}

type Program = hbs.AST.Program;

/**
 * How often a message prints something, over all brands and whatever a person lacks. The tree has its
 * partials in it; of a condition about what is always there, such as `{{#if code}}`, one branch counts.
 */
export function occurrences(
  tree: Program,
  { scope }: CheckedPart,
  { brands }: Project,
  isOne: (statement: hbs.AST.Statement) => boolean,
): Occurrences {
  const counted = countedIn(tree, isOne);
  const optional = askedNames(counted).filter((name) => scope.get(name) === "optional");
  const ofPerson = optional.filter((name) => !isOfBrand(name));
  const all = Object.values(brands.brands).flatMap((brand) =>
    Array.from({ length: 2 ** ofPerson.length }, (_, chosen) => {
      const isThere = (name: string) => {
        const index = ofPerson.indexOf(name);
        if (index >= 0) return Boolean(chosen & (1 << index)) && (name !== "resetLink" || hasPage(brand));
        return !isOfBrand(name) || brandValue(name, brand) !== undefined;
      };
      return count(counted, isThere);
    }),
  );
  return { least: Math.min(...all), most: Math.max(...all) };
}

/** What is counted, and the conditions that it stands in: most emails have none. */
type Counted = "one" | { readonly asked: string; readonly then: Counted[]; readonly otherwise: Counted[] };

function countedIn(tree: Program | undefined, isOne: (statement: hbs.AST.Statement) => boolean): Counted[] {
  return (tree?.body ?? []).flatMap((statement): Counted[] => {
    if (statement.type !== "BlockStatement") return isOne(statement) ? ["one"] : [];
    const { path, params, program, inverse } = statement as hbs.AST.BlockStatement;
    const isIf = nameOf(path) === "if";
    const then = countedIn(isIf ? program : inverse, isOne);
    const otherwise = countedIn(isIf ? inverse : program, isOne);
    if (then.length === 0 && otherwise.length === 0) return [];
    return [{ asked: params[0] ? nameOf(params[0]) : "", then, otherwise }];
  });
}

function askedNames(counted: readonly Counted[]): string[] {
  const names = counted.flatMap((each) =>
    each === "one" ? [] : [each.asked, ...askedNames(each.then), ...askedNames(each.otherwise)],
  );
  return [...new Set(names)];
}

function count(counted: readonly Counted[], isThere: (name: string) => boolean): number {
  return counted
    .map((each) => (each === "one" ? 1 : count(isThere(each.asked) ? each.then : each.otherwise, isThere)))
    .reduce((a, b) => a + b, 0);
}

function isOfBrand(name: string): boolean {
  return name.startsWith("brand.");
}

function hasPage({ resetUrl }: BrandSettings): boolean {
  return resetUrl !== undefined;
}
