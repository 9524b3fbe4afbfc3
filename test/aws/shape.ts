import type { NormalizedSchema } from "@smithy/core/schema";
import type { StaticStructureSchema } from "@smithy/types";

const scalars: readonly {
  readonly name: string;
  is(shape: NormalizedSchema): boolean;
  has(value: unknown): boolean;
}[] = [
  { name: "a string", is: (shape) => shape.isStringSchema(), has: (value) => typeof value === "string" },
  { name: "a boolean", is: (shape) => shape.isBooleanSchema(), has: (value) => typeof value === "boolean" },
  { name: "a number", is: (shape) => shape.isNumericSchema(), has: Number.isFinite },
  {
    name: "a timestamp",
    is: (shape) => shape.isTimestampSchema(),
    has: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  },
  {
    name: "a blob",
    is: (shape) => shape.isBlobSchema(),
    has: (value) => typeof value === "string" || value instanceof Uint8Array,
  },
];

/** Returns how a value, as the SDK takes and returns it, differs from its shape; `at` is the value's own name. */
export function mismatches(shape: NormalizedSchema, value: unknown, at: string): string[] {
  if (shape.isStructSchema() || shape.isUnitSchema()) return structureMismatches(shape, value, at);
  if (shape.isListSchema()) {
    if (!Array.isArray(value)) return [`${at} is not a list`];
    return value.flatMap((item, index) => mismatches(shape.getValueSchema(), item, `${at}[${index}]`));
  }
  if (shape.isMapSchema()) {
    if (!isRecord(value)) return [`${at} is not a map`];
    return Object.entries(value).flatMap(([key, item]) =>
      mismatches(shape.getValueSchema(), item, `${at}.${key}`),
    );
  }
  const scalar = scalars.find(({ is }) => is(shape));
  if (!scalar) return [`${at} is of a kind that is not checked yet: ${shape.getName()}`];
  return scalar.has(value) ? [] : [`${at} is not ${scalar.name}`];
}

function structureMismatches(shape: NormalizedSchema, value: unknown, at: string): string[] {
  if (!isRecord(value)) return [`${at} is not a structure`];
  const members = new Map(shape.structIterator());
  return [
    ...requiredMembers(shape)
      .filter((name) => value[name] === undefined)
      .map((name) => `${at}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, member]) => {
      if (member === undefined) return [];
      const memberShape = members.get(name);
      if (!memberShape) return [`${at}.${name} is not a member of ${shape.getName() ?? "it"}`];
      return mismatches(memberShape, member, `${at}.${name}`);
    }),
  ];
}

/** The model lists the required members first, and counts them. */
export function requiredMembers(shape: NormalizedSchema): readonly string[] {
  if (shape.isUnitSchema()) return [];
  const [, , , , names, , count = 0] = shape.getSchema() as StaticStructureSchema;
  return names.slice(0, count);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
