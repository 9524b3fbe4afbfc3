import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { boundsOf } from "../../../src/tooling/check/bounds.ts";
import { readMetadataSchema } from "../../../src/tooling/templates/metadata-schema.ts";
import { valibotOutput } from "../../../src/tooling/templates/valibot-output.ts";
import { validated } from "../../../src/trigger/client-metadata.ts";
import { smallProject } from "../../project.ts";

const short = v.pipe(v.string(), v.maxLength(3));
const schemas = {
  length: short,
  pattern: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
  trimmed: v.pipe(v.string(), v.maxLength(5), v.trim(), v.brand("Shop")),
  optional: v.optional(short),
  standing: v.optional(short, "abc"),
  picked: v.picklist(["gold", "silver"]),
  united: v.union([short, v.literal("longer")]),
  upper: v.pipe(v.string(), v.maxLength(3), v.toUpperCase()),
  boundedUpper: v.pipe(v.string(), v.maxLength(3), v.toUpperCase(), v.maxLength(4)),
  nested: v.pipe(
    v.pipe(
      v.string(),
      v.maxLength(3),
      v.transform((text) => text.repeat(20)),
    ),
    v.string(),
  ),
  rewritten: v.pipe(
    v.string(),
    v.maxLength(3),
    v.transform((text) => text + text),
    v.string(),
    v.maxLength(4),
  ),
  fallback: v.fallback(short, "a long word"),
  optionalFallback: v.optional(v.fallback(short, "a long word")),
  normal: v.pipe(v.string(), v.maxLength(3), v.normalize("NFKD")),
  stepped: v.pipe(
    v.string(),
    v.maxLength(2),
    v.fallback(v.picklist(["eu", "us", "a region that we do not know"]), "a region that we do not know"),
  ),
  branched: v.pipe(
    v.string(),
    v.maxLength(2),
    v.union([
      v.pipe(
        v.literal("eu"),
        v.transform(() => "European Union"),
      ),
      v.string(),
    ]),
  ),
  boundedBranches: v.pipe(
    v.string(),
    v.union([
      v.pipe(
        v.literal("eu"),
        v.transform(() => "European Union"),
      ),
      v.string(),
    ]),
    v.string(),
    v.maxLength(20),
  ),
} satisfies Record<string, v.GenericSchema<unknown, string | undefined>>;

test.each<[keyof typeof schemas, number, boolean]>([
  ["length", 3, true],
  ["pattern", 2, true],
  ["trimmed", 5, true],
  ["optional", 3, true],
  ["standing", 3, true],
  ["picked", 6, true],
  ["united", 6, true],
  ["upper", 64, false],
  ["boundedUpper", 4, true],
  ["nested", 64, false],
  ["rewritten", 4, true],
  ["fallback", 64, false],
  ["optionalFallback", 64, false],
  ["normal", 64, false],
  ["stepped", 64, false],
  ["branched", 64, false],
  ["boundedBranches", 20, true],
])("the bound of what comes out of %s", (name, longest, isBounded) => {
  const bounds = boundsOf(valibotOutput(v.object({ shop: schemas[name] })));
  expect(bounds.get("shop")).toMatchObject({ longest, isBounded });
});

test("nothing that comes out is longer than its bound", async () => {
  const schema = v.object(schemas);
  const bounds = boundsOf(valibotOutput(schema));
  const text = fc.oneof(
    fc.constantFrom("\u0390\u0390\u0390", "\ufdfa", "gold"),
    fc.string({ unit: "binary", maxLength: 6 }),
  );
  const sent = fc.dictionary(fc.constantFrom(...Object.keys(schemas)), text);
  await fc.assert(
    fc.asyncProperty(sent, async (each) => {
      const { metadata } = await validated(each, schema as never);
      for (const [key, value] of Object.entries(metadata)) {
        const { longest = 0, isBounded } = bounds.get(key) ?? {};
        if (isBounded) expect(value?.length, key).toBeLessThanOrEqual(longest);
      }
    }),
  );
});

test("of a schema that is changed as a whole the keys are known", () => {
  const schema = v.pipe(
    v.object({ shop: short }),
    v.transform(({ shop }) => ({ shop: shop.repeat(9) })),
  );
  expect(boundsOf(valibotOutput(schema))).toEqual(
    new Map([["shop", { longest: 64, isBounded: false, isPlain: false }]]),
  );
});

const other = (output: string) =>
  smallProject({
    "triggers/client-metadata.ts": `
      const properties = { shop: { type: "string", maxLength: 3 } };
      const jsonSchema = { input: () => ({ properties }), output: () => ${output} };
      export const clientMetadata = { "~standard": { version: 1, vendor: "other", jsonSchema } };`,
  });

test.each([
  ["what it lets out", "({ properties: { shop: { maxLength: 5 } } })", 5, true],
  ["its keys, where it cannot say that", '{ throw new Error("no transforms"); }', 64, false],
])("another validator tells %s", async (_, output, longest, isBounded) => {
  const read = await readMetadataSchema(other(output));
  if (!read || !("schema" in read)) throw new Error(JSON.stringify(read));
  expect(boundsOf(read.schema).get("shop")).toMatchObject({ longest, isBounded });
});
