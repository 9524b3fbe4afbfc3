import { NormalizedSchema } from "@smithy/core/schema";
import type { StaticStructureSchema } from "@smithy/types";

/** How values stand: as JSON on the wire, or as the SDK takes and gives them. */
export type Form = "json" | "sdk";

interface Scalar {
  readonly name: string;
  is(shape: NormalizedSchema): boolean;
  json(value: unknown, shape: NormalizedSchema): boolean;
  sdk(value: unknown): boolean;
}

const isString = (value: unknown) => typeof value === "string";
const isBoolean = (value: unknown) => typeof value === "boolean";
const isNumber = (value: unknown) => typeof value === "bigint" || Number.isFinite(value);

/** The two timestamps that are texts in JSON, date-time and http-date; the others are epoch seconds. */
const TEXT_TIMESTAMPS: readonly unknown[] = [5, 6];

const scalars: readonly Scalar[] = [
  { name: "a string", is: (shape) => shape.isStringSchema(), json: isString, sdk: isString },
  { name: "a boolean", is: (shape) => shape.isBooleanSchema(), json: isBoolean, sdk: isBoolean },
  {
    name: "a number",
    is: (shape) => shape.isNumericSchema() || shape.isBigIntegerSchema() || shape.isBigDecimalSchema(),
    json: isNumber,
    sdk: isNumber,
  },
  {
    name: "a timestamp",
    is: (shape) => shape.isTimestampSchema(),
    json: (value, shape) => (TEXT_TIMESTAMPS.includes(shape.getSchema()) ? isString : isNumber)(value),
    sdk: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  },
  {
    name: "a blob",
    is: (shape) => shape.isBlobSchema(),
    json: (value) => typeof value === "string" && Buffer.from(value, "base64").toString("base64") === value,
    sdk: (value) => typeof value === "string" || value instanceof Uint8Array,
  },
];

/** In what `value` is not of `shape`, each with where that is, beginning with `at`. */
export function mismatches(shape: NormalizedSchema, value: unknown, form: Form, at: string): string[] {
  if (shape.isDocumentSchema()) return [];
  if (shape.isStructSchema() || shape.isUnitSchema()) return structureMismatches(shape, value, form, at);
  if (shape.isListSchema()) {
    if (!Array.isArray(value)) return [`${at} is not a list`];
    return value.flatMap((item, index) => itemMismatches(shape, item, form, `${at}[${index}]`));
  }
  if (shape.isMapSchema()) {
    if (!isRecord(value)) return [`${at} is not a map`];
    return Object.entries(value).flatMap(([key, item]) => itemMismatches(shape, item, form, `${at}.${key}`));
  }
  const scalar = scalars.find(({ is }) => is(shape));
  if (!scalar) return [`${at} is of a kind that we cannot check: ${shape.getName()}`];
  return scalar[form](value, shape) ? [] : [`${at} is not ${scalar.name}`];
}

function itemMismatches(shape: NormalizedSchema, item: unknown, form: Form, at: string): string[] {
  if (item === null && shape.getMergedTraits().sparse) return [];
  return mismatches(shape.getValueSchema(), item, form, at);
}

function structureMismatches(shape: NormalizedSchema, value: unknown, form: Form, at: string): string[] {
  if (!isRecord(value)) return [`${at} is not a structure`];
  const members = new Map(shape.structIterator());
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  const missing = [...members.keys()]
    .slice(0, requiredCount(shape))
    .filter((name) => !given.some(([key]) => key === name));
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...(shape.isUnionSchema() && given.length !== 1 ? [`${at} has not just one member`] : []),
    ...given.flatMap(([key, member]) => {
      const memberShape = members.get(key);
      if (!memberShape) return [`${at}.${key} is not a member of ${shape.getName() ?? "it"}`];
      return mismatches(memberShape, member, form, `${at}.${key}`);
    }),
  ];
}

/** A structure with those members of another that `keep` keeps, and required of them what was. */
export function part(shape: NormalizedSchema, keep: (member: NormalizedSchema) => boolean): NormalizedSchema {
  if (shape.isUnitSchema()) return shape;
  const [kind, namespace, name, traits, names, members] = shape.getSchema() as StaticStructureSchema;
  const kept = [...shape.structIterator()].flatMap(([, member], index) => (keep(member) ? [index] : []));
  const required = kept.filter((index) => index < requiredCount(shape)).length;
  const pick = <T>(all: readonly T[]) => all.filter((_, index) => kept.includes(index));
  return NormalizedSchema.of([kind, namespace, name, traits, pick(names), pick(members), required]);
}

/** The model has the required members first, and how many they are. */
function requiredCount(shape: NormalizedSchema): number {
  return shape.isUnitSchema() ? 0 : ((shape.getSchema() as StaticStructureSchema)[6] ?? 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
