import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { boundsOf, type MetadataBounds } from "../../../src/tooling/check/metadata-bounds.ts";
import { METADATA_SCHEMA, readMetadataSchema } from "../../../src/tooling/templates/metadata-schema.ts";
import { type JsonSchema, valibotOutput } from "../../../src/tooling/templates/valibot-output.ts";
import { validated } from "../../../src/trigger/metadata.ts";
import { smallProject } from "../../project.ts";

function allBounds({ properties = {} }: JsonSchema): ReadonlyMap<string, MetadataBounds> {
  return new Map(Object.entries(properties).map(([key, each]) => [key, boundsOf(each)]));
}

const short = v.pipe(v.string(), v.maxLength(3));
const schemas = {
  length: short,
  pattern: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
  trimmed: v.pipe(v.string(), v.maxLength(5), v.trim(), v.brand("Shop")),
  optional: v.optional(short),
  defaulted: v.optional(short, "abc"),
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
  ["pattern", 64, false],
  ["trimmed", 5, true],
  ["optional", 3, true],
  ["defaulted", 3, true],
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
])("the bound of the output of %s", (name, longest, isStated) => {
  const bounds = allBounds(valibotOutput(v.object({ shop: schemas[name] })));
  expect(bounds.get("shop")).toMatchObject({ longest, isStated });
});

test("no output is longer than its bound", async () => {
  const schema = v.object(schemas);
  const bounds = allBounds(valibotOutput(schema));
  const text = fc.oneof(
    fc.constantFrom("\u0390\u0390\u0390", "\ufdfa", "gold"),
    fc.string({ unit: "binary", maxLength: 6 }),
  );
  const sent = fc.dictionary(fc.constantFrom(...Object.keys(schemas)), text);
  await fc.assert(
    fc.asyncProperty(sent, async (each) => {
      const { metadata } = await validated(each, schema as never);
      for (const [key, value] of Object.entries(metadata)) {
        const { longest = 0, isStated } = bounds.get(key) ?? {};
        if (isStated) expect(value?.length, key).toBeLessThanOrEqual(longest);
      }
    }),
  );
});

test("only the keys are known of an object that is transformed", () => {
  const schema = v.pipe(
    v.object({ shop: short }),
    v.transform(({ shop }) => ({ shop: shop.repeat(9) })),
  );
  expect(allBounds(valibotOutput(schema))).toEqual(new Map([["shop", { longest: 64, isStated: false }]]));
});

const other = (output: string) =>
  smallProject({
    "triggers/client-metadata.ts": `
      const properties = { shop: { type: "string", maxLength: 3 } };
      const jsonSchema = { input: () => ({ properties }), output: () => ${output} };
      export const clientMetadata = { "~standard": { version: 1, vendor: "other", jsonSchema } };`,
  });

test.each([
  ["of its output", "({ properties: { shop: { maxLength: 5 } } })", 5, true],
  ["of its input's keys if it has none of its output", '{ throw new Error("no transforms"); }', 64, false],
])("another validator has a JSON Schema %s", async (_, output, longest, isStated) => {
  const read = await readMetadataSchema(other(output));
  if (!read || !("schema" in read)) throw new Error(JSON.stringify(read));
  expect(allBounds(read.schema).get("shop")).toMatchObject({ longest, isStated });
});

test("the suggestion for a validator that is not installed is to install it", async () => {
  const root = smallProject({
    [METADATA_SCHEMA]: 'import "some-validator";\nexport const clientMetadata = 1;',
  });
  expect(await readMetadataSchema(root)).toMatchObject({
    unreadable: { index: 7, suggestion: expect.stringMatching(/ some-validator$/) },
  });
});

describe("a schema that was read before", () => {
  const text = (key: string) => `
    import { longest } from "./longest.ts";
    const jsonSchema = { input: () => ({ properties: { ${key}: { maxLength: longest } } }) };
    jsonSchema.output = jsonSchema.input;
    export const clientMetadata = { "~standard": { version: 1, vendor: "other", jsonSchema } };`;
  const imported = "triggers/longest.ts";

  async function readTwice(change: (root: string) => void) {
    const root = smallProject({ [METADATA_SCHEMA]: text("shop"), [imported]: "export const longest = 3;" });
    const past = new Date(Date.now() - 10_000);
    for (const file of [METADATA_SCHEMA, imported]) utimesSync(join(root, file), past, past);
    const previous = await readMetadataSchema(root);
    change(root);
    return { previous, next: await readMetadataSchema(root, previous) };
  }

  test("is not run again while none of its files has changed", async () => {
    const { previous, next } = await readTwice(() => undefined);
    expect(previous).toHaveProperty("schema");
    expect(next).toBe(previous);
  });

  test.each<[string, string, string]>([
    ["its file", METADATA_SCHEMA, text("size")],
    ["an imported file", imported, "export const longest = 5;"],
  ])("is run again when %s has changed", async (_, file, to) => {
    const { previous, next } = await readTwice((root) => writeFileSync(join(root, file), to));
    expect(next).toHaveProperty("schema");
    expect(next).not.toEqual(previous);
  });

  test("is unreadable when an imported file is removed", async () => {
    const { next } = await readTwice((root) => rmSync(join(root, imported)));
    expect(next).toHaveProperty("unreadable");
  });
});
