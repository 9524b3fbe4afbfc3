import { CLEAN_LENGTH } from "../../message/clean.ts";

/** The longest that a value of the client metadata can be. */
export interface MetadataBounds {
  /** The most UTF-16 units that a message prints. */
  readonly longest: number;
  /** Whether this is the limit of the schema. Otherwise it is {@link CLEAN_LENGTH}, that of every printed value. */
  readonly isStated: boolean;
}

/** Returns the bounds of a key: the narrowest `maxLength`, `enum` or `const` of its JSON Schema. */
export function boundsOf(schema: unknown): MetadataBounds {
  const longest = longestOf(schema);
  return { longest: Math.min(longest, CLEAN_LENGTH), isStated: longest <= CLEAN_LENGTH };
}

function longestOf(schema: unknown): number {
  if (typeof schema !== "object" || schema === null) return Infinity;
  const { const: only, enum: some, maxLength, anyOf, oneOf, allOf, type } = schema as Record<string, unknown>;
  // Values of the client metadata are strings: another type, such as `null`, adds nothing.
  if (typeof type === "string" && type !== "string") return 0;
  const lengthOf = (value: unknown) => (typeof value === "string" ? value.length : 0);
  const widest = (each: unknown) => (Array.isArray(each) ? Math.max(0, ...each.map(longestOf)) : Infinity);
  return Math.min(
    only === undefined ? Infinity : lengthOf(only),
    Array.isArray(some) ? Math.max(0, ...some.map(lengthOf)) : Infinity,
    // JSON Schema counts characters, but validators in JavaScript count UTF-16 units.
    typeof maxLength === "number" ? Math.max(0, maxLength) : Infinity,
    widest(anyOf),
    widest(oneOf),
    ...(Array.isArray(allOf) ? allOf.map(longestOf) : []),
  );
}
