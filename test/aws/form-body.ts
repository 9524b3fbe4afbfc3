import type { NormalizedSchema } from "@smithy/core/schema";
import type { FormNode } from "./form-tree.ts";
import { readText, UNREADABLE } from "./scalar-text.ts";

/**
 * What a form has of a shape, in the SDK's member names and values. What is not as the shape has it is there
 * too, as UNREADABLE, so that `mismatches` tells where. The names are those that the SDK's query client writes.
 */
export function readForm(shape: NormalizedSchema, node: FormNode): unknown {
  const nests = shape.isStructSchema() || shape.isUnitSchema() || shape.isListSchema() || shape.isMapSchema();
  if (!nests) {
    return node.text === undefined || node.parts.size > 0 ? UNREADABLE : readText(shape, node.text);
  }
  if (node.text !== undefined) {
    // An empty list is its name with no text; an empty map or structure is not written at all.
    return shape.isListSchema() && node.text === "" && node.parts.size === 0 ? [] : UNREADABLE;
  }
  if (shape.isListSchema()) return readList(shape, node);
  return shape.isMapSchema() ? readMap(shape, node) : readStructure(shape, node);
}

function readStructure(shape: NormalizedSchema, { parts }: FormNode): unknown {
  const members = new Map([...shape.structIterator()].map(([name, m]) => [wireName(m, name), [name, m]]));
  return Object.fromEntries(
    [...parts].map(([wire, part]) => {
      const [name, member] = (members.get(wire) ?? []) as [name?: string, member?: NormalizedSchema];
      return name === undefined || !member ? [wire, UNREADABLE] : [name, readForm(member, part)];
    }),
  );
}

function readList(shape: NormalizedSchema, node: FormNode): unknown {
  const item = shape.getValueSchema();
  const numbered = numberedParts(shape, node, wireName(item, "member"));
  return numbered ? numbered.map((part) => readForm(item, part)) : UNREADABLE;
}

function readMap(shape: NormalizedSchema, node: FormNode): unknown {
  const keys = shape.getKeySchema();
  const values = shape.getValueSchema();
  const map = new Map<string, unknown>();
  for (const { text, parts } of numberedParts(shape, node, "entry") ?? []) {
    const [key, value] = [parts.get(wireName(keys, "key")), parts.get(wireName(values, "value"))];
    if (text !== undefined || parts.size !== 2 || !key || !value) return UNREADABLE;
    const name = readForm(keys, key);
    if (typeof name !== "string" || map.has(name)) return UNREADABLE;
    map.set(name, readForm(values, value));
  }
  return map.size > 0 ? Object.fromEntries(map) : UNREADABLE;
}

/** The parts 1, 2, 3 … of a list or a map, which are under `name` unless it is flattened; undefined if others. */
function numberedParts(shape: NormalizedSchema, node: FormNode, name: string): FormNode[] | undefined {
  const flat = shape.getMergedTraits().xmlFlattened;
  const numbered = flat ? node : node.parts.size === 1 ? node.parts.get(name) : undefined;
  if (!numbered || numbered.text !== undefined) return undefined;
  const parts = Array.from({ length: numbered.parts.size }, (_, index) => numbered.parts.get(`${index + 1}`));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function wireName(member: NormalizedSchema, name: string): string {
  return member.getMergedTraits().xmlName ?? name;
}
