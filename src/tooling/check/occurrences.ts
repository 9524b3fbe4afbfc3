import type { CheckedPart, Project } from "./project.ts";
import { nameOf } from "./visits.ts";

/** How often something stands in a message: for whom it stands least often, and for whom most often. */
export interface Occurrences {
  readonly least: number;
  readonly most: number;
}

/**
 * How often a piece of a part is printed, through partials and whatever a person or a brand lacks: of an
 * `{{#if}}` and its `{{else}}` one is printed.
 */
export function occurrences(
  part: CheckedPart,
  { partials }: Project,
  isOne: (statement: hbs.AST.Statement) => boolean,
): Occurrences {
  const program = (tree: hbs.AST.Program | undefined): Occurrences =>
    (tree?.body ?? []).map(one).reduce(sum, NONE);
  const one = (statement: hbs.AST.Statement): Occurrences => {
    const own = isOne(statement) ? ONCE : NONE;
    switch (statement.type) {
      case "BlockStatement": {
        const { program: then, inverse } = statement as hbs.AST.BlockStatement;
        return either(program(then), program(inverse));
      }
      case "PartialStatement":
      case "PartialBlockStatement": {
        const { name, program: block } = statement as hbs.AST.PartialBlockStatement;
        const included = partials[part.suffix].get(nameOf(name));
        return [program(included?.tree), program(block)].reduce(sum, own);
      }
      default:
        return own;
    }
  };
  return program(part.tree);
}

const NONE: Occurrences = { least: 0, most: 0 };
const ONCE: Occurrences = { least: 1, most: 1 };

function sum(a: Occurrences, b: Occurrences): Occurrences {
  return { least: a.least + b.least, most: a.most + b.most };
}

function either(a: Occurrences, b: Occurrences): Occurrences {
  return { least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) };
}
