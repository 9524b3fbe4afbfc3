import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";

/** The members of a JSON Schema that are read here. */
export interface JsonSchema {
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Returns the JSON Schema of a Valibot schema's output. The converter's own `typeMode: "output"` keeps the bounds
 * before `toUpperCase()`, which makes "\u0390" three letters, and ignores a fallback.
 */
export function valibotOutput(schema: v.GenericSchema): JsonSchema {
  const all: JsonSchema = toJsonSchema(schema, { errorMode: "ignore" });
  const out = outputOf(schema);
  // Only the keys are known if the whole object is transformed.
  if (out.type === UNKNOWN.type) return keysOf(all);
  return toJsonSchema(out as v.GenericSchema, { errorMode: "ignore" });
}

/** Returns a schema with the same keys and any values. */
export function keysOf({ properties = {} }: JsonSchema): JsonSchema {
  return { properties: Object.fromEntries(Object.keys(properties).map((key) => [key, {}])) };
}

/** The members of a Valibot schema or action, all plain objects, that are read here. */
interface Item {
  readonly kind: string;
  readonly type: string;
  readonly pipe?: readonly Item[];
  readonly wrapped?: Item;
  readonly options?: readonly unknown[];
  readonly entries?: Readonly<Record<string, Item>>;
  readonly fallback?: unknown;
}

/** The transformations that never make a text longer. */
const SHORTENING: ReadonlySet<string> = new Set([
  "trim",
  "trim_start",
  "trim_end",
  "brand",
  "flavor",
  "readonly",
]);

const UNKNOWN: Item = { kind: "schema", type: "unknown" };

/** Returns a schema for the output of another one, with only the bounds that are valid for the output. */
function outputOf(schema: v.GenericSchema | Item): Item {
  const { pipe, wrapped, options, entries, fallback, ...rest } = schema as Item;
  // A fallback is not validated.
  if (fallback !== undefined) return UNKNOWN;
  if (pipe) return outputOfPipe(pipe.flatMap(flattened));
  return {
    ...rest,
    ...(wrapped && { wrapped: outputOf(wrapped) }),
    ...(options && { options: options.map((each) => (isItem(each) ? outputOf(each) : each)) }),
    ...(entries && {
      entries: Object.fromEntries(Object.entries(entries).map(([key, each]) => [key, outputOf(each)])),
    }),
  };
}

function outputOfPipe(steps: readonly Item[]): Item {
  // Bounds before the last transformation are not valid for the output.
  const kept = steps.slice(Math.max(0, steps.findLastIndex(changesValue)));
  const [first = UNKNOWN, ...others] = kept[0]?.kind === "schema" ? kept : [UNKNOWN, ...kept.slice(1)];
  const pipe = [first, ...others].map((each) => (each.kind === "schema" ? outputOf(each) : each));
  return pipe.length === 1 ? (pipe[0] as Item) : ({ ...pipe[0], pipe } as Item);
}

/** Whether the output of a step, or of a schema in it, may differ from its input. */
function changesValue({ kind, type, fallback, ...item }: Item): boolean {
  if (kind === "transformation") return !SHORTENING.has(type);
  const inside = [
    ...(item.pipe ?? []),
    ...(item.options ?? []),
    ...Object.values(item.entries ?? {}),
    item.wrapped,
  ];
  return fallback !== undefined || inside.some((each) => isItem(each) && changesValue(each));
}

function flattened(item: Item): readonly Item[] {
  return item.pipe && item.fallback === undefined ? item.pipe.flatMap(flattened) : [item];
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null && "kind" in value;
}
