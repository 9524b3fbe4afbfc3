import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

/**
 * The longest text, in UTF-16 units, that a regular expression matches from start to end; `Infinity` when
 * it is not anchored at both, repeats without end, refers back, or cannot be read.
 */
export function longestMatch(pattern: string): number {
  if (isOfSets(pattern)) return Infinity;
  // Whether the schema reads it with the flag `u` is not told: JSON Schema does, `new RegExp` alone does not.
  const read = [true, false]
    .map((unicode) => alternativesOf(pattern, unicode))
    .filter((each) => each !== undefined);
  return read.length === 0 ? Infinity : Math.max(...read.flat().map(anchored));
}

/** Whether all that a regular expression names to be matched, character by character, is of one kind. */
export function takesOnly(pattern: string, kind: RegExp): boolean {
  const isOfKind = (value: number) => kind.test(String.fromCodePoint(value));
  const read = [true, false].flatMap((unicode) => alternativesOf(pattern, unicode) ?? []);
  let isOnly = read.length > 0;
  const must = (isSo: boolean) => {
    isOnly &&= isSo;
  };
  for (const alternative of read) {
    visitRegExpAST(alternative, {
      onCharacterEnter: ({ value }) => must(isOfKind(value)),
      onCharacterClassEnter: ({ negate }) => must(!negate),
      onCharacterClassRangeEnter({ min, max }) {
        const span = max.value - min.value;
        must(span < 128 && Array.from({ length: span + 1 }, (_, at) => min.value + at).every(isOfKind));
      },
      onCharacterSetEnter: ({ kind: set, ...each }) =>
        must((set === "digit" || set === "word") && !("negate" in each && each.negate)),
    });
  }
  return isOnly;
}

/** Whether a pattern says something else with the flag `v`, which is not told either: sets of sets, and of texts. */
function isOfSets(pattern: string): boolean {
  try {
    const read = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(pattern, undefined, undefined, {
      unicodeSets: true,
    });
    let isFound = false;
    const found = () => {
      isFound = true;
    };
    visitRegExpAST(read, {
      onExpressionCharacterClassEnter: found,
      onClassStringDisjunctionEnter: found,
      onCharacterClassEnter: ({ parent }) => parent.type === "CharacterClass" && found(),
    });
    return isFound;
  } catch {
    return false;
  }
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
