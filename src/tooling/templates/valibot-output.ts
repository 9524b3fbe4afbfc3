import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import type { JsonSchema } from "./metadata-schema.ts";

/**
 * What a Valibot schema lets out as JSON Schema. The converter's own `typeMode: "output"` keeps the bounds that
 * are before `toUpperCase()`, which makes three letters of "\u0390", and knows nothing of a fallback.
 */
export function valibotOutput(schema: v.GenericSchema): JsonSchema {
  const all: JsonSchema = toJsonSchema(schema, { errorMode: "ignore" });
  const out = outputOf(schema);
  // Of a schema that is changed as a whole only the keys are known.
  if (out.type === UNKNOWN.type) return keysOf(all);
  return toJsonSchema(out as v.GenericSchema, { errorMode: "ignore" });
}

/** The same keys, with nothing said of their values. */
export function keysOf({ properties = {} }: JsonSchema): JsonSchema {
  return { properties: Object.fromEntries(Object.keys(properties).map((key) => [key, {}])) };
}

/** A Valibot schema or action as far as it matters here: all of them are plain objects. */
interface Item {
  readonly kind: string;
  readonly type: string;
  readonly pipe?: readonly Item[];
  readonly wrapped?: Item;
  readonly options?: readonly unknown[];
  readonly entries?: Readonly<Record<string, Item>>;
  readonly fallback?: unknown;
}

/** Transformations that make nothing longer. */
const SHORTENING: ReadonlySet<string> = new Set([
  "trim",
  "trim_start",
  "trim_end",
  "brand",
  "flavor",
  "readonly",
]);

const UNKNOWN: Item = { kind: "schema", type: "unknown" };

/** A schema for what another one lets out, with those bounds alone that hold for it. */
function outputOf(schema: v.GenericSchema | Item): Item {
  const { pipe, wrapped, options, entries, fallback, ...rest } = schema as Item;
  // A fallback is checked by nothing.
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
  // Bounds before the last change do not hold for what comes out.
  const kept = steps.slice(Math.max(0, steps.findLastIndex(changesValue)));
  const [first = UNKNOWN, ...others] = kept[0]?.kind === "schema" ? kept : [UNKNOWN, ...kept.slice(1)];
  const pipe = [first, ...others].map((each) => (each.kind === "schema" ? outputOf(each) : each));
  return pipe.length === 1 ? (pipe[0] as Item) : ({ ...pipe[0], pipe } as Item);
}

/** Whether a step lets out something else than what it was given, or a schema inside of it does. */
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
