import { NormalizedSchema } from "@smithy/core/schema";

/**
 * Returns a value of a shape with every member of every structure, one item in each list and one entry in each map.
 * A text is its own path, so that no two are alike.
 */
export function filled(schema: unknown, at = ""): unknown {
  const shape = NormalizedSchema.of(schema as Parameters<typeof NormalizedSchema.of>[0]);
  if (shape.isStructSchema()) {
    const members = [...shape.structIterator()];
    return Object.fromEntries(
      members.map(([name, member]) => [name, filled(member, at ? `${at}.${name}` : name)]),
    );
  }
  if (shape.isListSchema()) return [filled(shape.getValueSchema(), `${at}[0]`)];
  if (shape.isMapSchema()) return { key: filled(shape.getValueSchema(), `${at}.key`) };
  if (shape.isStringSchema()) return at;
  if (shape.isBooleanSchema()) return true;
  if (shape.isNumericSchema()) return at.length;
  if (shape.isTimestampSchema()) return new Date(1_700_000_000_000);
  throw new Error(`${at} is of a kind that is not filled yet: ${shape.getName()}`);
}
