import { CLEAN_LENGTH } from "../../message/clean.ts";
import type { JsonSchema } from "../templates/metadata-schema.ts";
import { longestMatch, takesOnly } from "./longest-match.ts";

/** How long a value of the client metadata can be. */
export interface Bounds {
  /** UTF-16 units that a message prints at most. */
  readonly longest: number;
  /** Whether the schema says so; {@link CLEAN_LENGTH} holds for all that is printed. */
  readonly isBounded: boolean;
  /** Whether the schema lets through such letters, digits and signs of ASCII alone as take one place in an SMS. */
  readonly isPlain: boolean;
}

/** The bounds of each key of a schema: of `enum`, `const`, `maxLength` and `pattern` the narrowest. */
export function boundsOf({ properties = {} }: JsonSchema): ReadonlyMap<string, Bounds> {
  return new Map(
    Object.keys(properties)
      .sort()
      .map((key) => {
        const longest = longestOf(properties[key]);
        const isBounded = longest < Infinity;
        return [
          key,
          { longest: Math.min(longest, CLEAN_LENGTH), isBounded, isPlain: isPlain(properties[key]) },
        ];
      }),
  );
}

/** Formats of JSON Schema (draft 2020-12, §7.3) that have one length. */
const FORMATS: Readonly<Record<string, number>> = { uuid: 36, date: 10 };

function longestOf(schema: unknown): number {
  if (typeof schema !== "object" || schema === null) return Infinity;
  const {
    const: only,
    enum: some,
    maxLength,
    pattern,
    anyOf,
    oneOf,
    allOf,
    type,
    format,
  } = schema as Record<string, unknown>;
  // What is no text is no value of the client metadata: `null` beside a text widens nothing.
  if (typeof type === "string" && type !== "string") return 0;
  const lengthOf = (value: unknown) => (typeof value === "string" ? value.length : 0);
  return Math.min(
    only === undefined ? Infinity : lengthOf(only),
    Array.isArray(some) ? Math.max(0, ...some.map(lengthOf)) : Infinity,
    // JSON Schema counts characters; the validators that are written in JavaScript count UTF-16 units.
    typeof maxLength === "number" ? Math.max(0, maxLength) : Infinity,
    typeof pattern === "string" ? longestMatch(pattern) : Infinity,
    FORMATS[String(format)] ?? Infinity,
    ...[anyOf, oneOf].map((each) => (Array.isArray(each) ? Math.max(0, ...each.map(longestOf)) : Infinity)),
    ...(Array.isArray(allOf) ? allOf.map(longestOf) : []),
  );
}

/** Only what is plain to see counts: values of ASCII, or a pattern of it that is anchored and names what it takes. */
function isPlain(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  const { const: only, enum: some, pattern } = schema as Record<string, unknown>;
  const isAscii = (value: unknown) => typeof value === "string" && PLAIN.test(value);
  return (
    isAscii(only) ||
    (Array.isArray(some) && some.every(isAscii)) ||
    (typeof pattern === "string" && longestMatch(pattern) < Infinity && takesOnly(pattern, PLAIN))
  );
}

/** What of ASCII is one of GSM-7's own characters: brackets and the like take two places, a backtick forces UCS-2. */
const PLAIN = /^[ -Z_a-z]*$/;
