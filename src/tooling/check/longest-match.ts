import { type AST, RegExpParser } from "@eslint-community/regexpp";

/**
 * The longest text, in UTF-16 units, that a regular expression matches from start to end; `Infinity` when
 * it is not anchored at both, repeats without end, refers back, or cannot be read.
 */
export function longestMatch(pattern: string): number {
  // Whether the schema reads it with the flag `u` is not told: JSON Schema does, `new RegExp` alone does not.
  const read = [true, false]
    .map((unicode) => alternativesOf(pattern, unicode))
    .filter((each) => each !== undefined);
  return read.length === 0 ? Infinity : Math.max(...read.flat().map(anchored));
}

function alternativesOf(pattern: string, unicode: boolean): readonly AST.Alternative[] | undefined {
  try {
    const parser = new RegExpParser({ ecmaVersion: 2025 });
    return parser.parsePattern(pattern, undefined, undefined, { unicode }).alternatives;
  } catch {
    return undefined;
  }
}

function anchored({ elements }: AST.Alternative): number {
  const [first] = elements;
  const last = elements.at(-1);
  const isAnchored =
    first?.type === "Assertion" &&
    first.kind === "start" &&
    last?.type === "Assertion" &&
    last.kind === "end";
  return isAnchored ? sum(elements) : Infinity;
}

function sum(elements: readonly AST.Element[]): number {
  return elements.reduce((length, element) => length + longest(element), 0);
}

function longest(element: AST.Element): number {
  switch (element.type) {
    case "Assertion":
      return 0;
    case "Character":
      return element.value > 0xffff ? 2 : 1;
    case "CharacterSet":
      // A dot, a property or what is not of a kind may be a character of two units.
      return element.kind === "any" || element.kind === "property" || element.negate ? 2 : 1;
    case "CharacterClass":
      return element.negate ? 2 : Math.max(1, ...element.elements.map(longestInClass));
    case "Group":
    case "CapturingGroup":
      return Math.max(...element.alternatives.map((each) => sum(each.elements)));
    case "Quantifier": {
      const once = longest(element.element);
      return once === 0 ? 0 : once * element.max;
    }
    default:
      return Infinity;
  }
}

function longestInClass(element: AST.CharacterClass["elements"][number]): number {
  switch (element.type) {
    case "Character":
      return element.value > 0xffff ? 2 : 1;
    case "CharacterClassRange":
      return element.max.value > 0xffff ? 2 : 1;
    default:
      return 2;
  }
}
