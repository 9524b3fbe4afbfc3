import * as jsonc from "jsonc-parser";
import type { Catalog } from "./catalog.ts";

/**
 * Returns the JSON text of a catalog in which some strings, by id, are changed. The formatting of everything else
 * stays. A new key is inserted in the order of the source.
 */
export function catalogTextWith(text: string, changes: ReadonlyMap<string, string>, source: Catalog): string {
  const order = [...source.strings.values()];
  const rank = new Map(order.map(({ id }, index) => [id, index]));
  const rankOf = (id: string) => rank.get(id) ?? order.length;
  const sections = [...new Set(order.map(({ section }) => section))];
  const keysOf = (section: string) => order.flatMap((each) => (each.section === section ? [each.key] : []));
  const layout = layoutOf(text);
  let changed = text;
  // In the source's order, since each new key is inserted after the previous one.
  for (const [id, value] of [...changes].sort(([a], [b]) => rankOf(a) - rankOf(b))) {
    const dot = id.indexOf(".");
    const [section, key] = [id.slice(0, dot), id.slice(dot + 1)];
    const valueNode = nodeAt(changed, section, key);
    if (valueNode) {
      if ((valueNode.value ?? "") !== value) changed = withLiteral(changed, valueNode, value);
      continue;
    }
    if (value === "") continue;
    if (!nodeAt(changed, section)) changed = withProperty(changed, [], section, "{}", sections, layout);
    changed = withProperty(changed, [section], key, JSON.stringify(value), keysOf(section), layout);
  }
  return changed === text ? text : changed.trimEnd() + (text.includes("\r\n") ? "\r\n" : "\n");
}

function nodeAt(text: string, ...path: string[]): jsonc.Node | undefined {
  const tree = jsonc.parseTree(text);
  return tree && jsonc.findNodeAtLocation(tree, path);
}

function withLiteral(text: string, { offset, length }: jsonc.Node, value: string): string {
  return text.slice(0, offset) + JSON.stringify(value) + text.slice(offset + length);
}

/** The formatting of a JSON file. */
interface Layout {
  /** Empty in a file of one line. */
  readonly lineEnd: string;
  readonly indentation: string;
  /** The text between a key and its value. */
  readonly colon: string;
}

function layoutOf(text: string): Layout {
  const isOneLine = /\{\s*"/.test(text) && !text.trim().includes("\n");
  return {
    lineEnd: isOneLine ? "" : text.includes("\r\n") ? "\r\n" : "\n",
    indentation: isOneLine ? "" : (/\{\s*\n([ \t]+)"/.exec(text)?.[1] ?? "  "),
    colon: /"(\s*:\s*)["{]/.exec(text)?.[1] ?? ": ",
  };
}

/** Returns the text with one more property in the object at a path. */
function withProperty(
  text: string,
  path: readonly string[],
  key: string,
  value: string,
  order: readonly string[],
  { lineEnd, indentation, colon }: Layout,
): string {
  const object = nodeAt(text, ...path) as jsonc.Node;
  const properties = object.children ?? [];
  const property = `${JSON.stringify(key)}${colon}${value}`;
  const index = insertionIndex(
    properties.map(({ children }) => String(children?.[0]?.value)),
    key,
    order,
  );
  const [previous, next] = [properties[index - 1], properties[index]];
  const inserted = (start: number, end: number, added: string) =>
    text.slice(0, start) + added + text.slice(end);
  // The new property gets the same white space before it as its neighbour.
  const spaceBefore = ({ offset }: jsonc.Node) =>
    /\r?\n[ \t]*$/.exec(text.slice(0, offset))?.[0] ?? colon.replace(/^\s*:/, "");
  if (previous) {
    const end = previous.offset + previous.length;
    return inserted(end, end, `,${spaceBefore(previous)}${property}`);
  }
  if (next) return inserted(next.offset, next.offset, `${property},${spaceBefore(next)}`);
  const outer = lineEnd + indentation.repeat(path.length);
  const inner = outer + indentation;
  return inserted(object.offset, object.offset + object.length, `{${inner}${property}${outer}}`);
}

/** Returns the index after the nearest key that precedes it in the order; the end for a key that is not in the order. */
function insertionIndex(keys: readonly string[], key: string, order: readonly string[]): number {
  const rank = order.indexOf(key);
  if (rank < 0) return keys.length;
  const previous = order.slice(0, rank).findLast((each) => keys.includes(each));
  return previous === undefined ? 0 : keys.indexOf(previous) + 1;
}
