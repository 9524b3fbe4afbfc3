import * as jsonc from "jsonc-parser";
import { didYouMean } from "./did-you-mean.ts";
import type { Violation } from "./violation.ts";

/** A JSON file: its value, and a tree with the location of each part. */
export interface JsonFile {
  readonly file: string;
  readonly value: unknown;
  readonly tree: jsonc.Node | undefined;
  /** The first syntax error, or the duplicate keys. */
  readonly violations: readonly Violation[];
}

/** Reads a JSON file (RFC 8259: no comments, no trailing commas). With a syntax error, it has no value. */
export function readJson(file: string, text: string): JsonFile {
  const errors: jsonc.ParseError[] = [];
  const tree = jsonc.parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first || !tree) {
    const reason = jsonc.printParseErrorCode(first?.error ?? jsonc.ParseErrorCode.ValueExpected);
    const message = `This is not valid JSON: ${words(reason)}.`;
    const suggestion =
      'Compare with the lines around it: each but the last of a group ends with a comma, quotes are straight ("), and a quote inside of a text is written \\".';
    const violation = { file, index: first?.offset ?? 0, message, suggestion };
    return { file, value: undefined, tree: undefined, violations: [violation] };
  }
  return { file, value: jsonc.getNodeValue(tree), tree, violations: repeatedKeys(tree, file) };
}

/** Returns the index of the value at a path; of the nearest enclosing value if the path does not exist. */
export function indexOfPath({ tree }: JsonFile, path: readonly (string | number)[]): number {
  for (let { length } = path; tree && length > 0; length -= 1) {
    const node = jsonc.findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node.parent?.type === "property" ? node.parent.offset : node.offset;
  }
  return tree?.offset ?? 0;
}

/** Returns `CommaExpected` as "comma expected". */
function words(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/g, " $&").toLowerCase();
}

function repeatedKeys(node: jsonc.Node, file: string): Violation[] {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child) => {
    const [key] = child.type === "property" ? (child.children ?? []) : [];
    const isRepeated = key !== undefined && seen.has(key.value);
    seen.add(key?.value);
    const message = `"${key?.value}" is here twice, and the first one is ignored.`;
    const own = isRepeated ? [{ file, index: child.offset, message, suggestion: "Remove one of them." }] : [];
    return [...own, ...repeatedKeys(child, file)];
  });
}

/** Returns a message for an unknown key, and the suggestion of the nearest known one. */
export function unknownKey(key: string, known: Iterable<string>): Pick<Violation, "message" | "suggestion"> {
  const names = [...known];
  const nearest = didYouMean(key, names);
  const suggestion = nearest ? `Did you mean "${nearest}"?` : `The keys are: ${names.join(", ")}.`;
  return { message: `Unknown key "${key}".`, suggestion };
}
