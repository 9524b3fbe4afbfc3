import { CLEAN_LENGTH } from "../../message/clean.ts";

/** How long a value of the client metadata can be. */
export interface Bounds {
  /** UTF-16 units that a message prints at most. */
  readonly longest: number;
  /** Whether the schema says so; otherwise it is {@link CLEAN_LENGTH}, which holds for all that is printed. */
  readonly isStated: boolean;
}

/** The bounds of a key, from the `maxLength`, `enum` or `const` of its JSON Schema: of several the narrowest. */
export function boundsOf(schema: unknown): Bounds {
  const longest = longestOf(schema);
  return { longest: Math.min(longest, CLEAN_LENGTH), isStated: longest < Infinity };
}

function longestOf(schema: unknown): number {
  if (typeof schema !== "object" || schema === null) return Infinity;
  const { const: only, enum: some, maxLength, anyOf, oneOf, allOf, type } = schema as Record<string, unknown>;
  // What is not a string is no value of the client metadata: `null` beside a string widens nothing.
  if (typeof type === "string" && type !== "string") return 0;
  const lengthOf = (value: unknown) => (typeof value === "string" ? value.length : 0);
  const widest = (each: unknown) => (Array.isArray(each) ? Math.max(0, ...each.map(longestOf)) : Infinity);
  return Math.min(
    only === undefined ? Infinity : lengthOf(only),
    Array.isArray(some) ? Math.max(0, ...some.map(lengthOf)) : Infinity,
    // JSON Schema counts characters; the validators that are written in JavaScript count UTF-16 units.
    typeof maxLength === "number" ? Math.max(0, maxLength) : Infinity,
    widest(anyOf),
    widest(oneOf),
    ...(Array.isArray(allOf) ? allOf.map(longestOf) : []),
  );
}
