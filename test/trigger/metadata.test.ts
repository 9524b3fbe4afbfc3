import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, test } from "vitest";
import { clientMetadataOf, type MetadataSchema, validated } from "../../src/trigger/metadata.ts";
import { clientMetadata } from "../../triggers/client-metadata.ts";

describe("clientMetadataOf", () => {
  test.each([
    ["client metadata", { clientMetadata: { locale: "de" } }, { locale: "de" }],
    ["sign-in's validation data", { validationData: { locale: "fr" } }, { locale: "fr" }],
    [
      "client metadata before validation data",
      { clientMetadata: { a: "1" }, validationData: { a: "2" } },
      { a: "1" },
    ],
    ["validation data beside a null", { clientMetadata: null, validationData: { a: "2" } }, { a: "2" }],
    [
      "both, where they differ",
      { clientMetadata: { a: "1" }, validationData: { b: "2" } },
      { a: "1", b: "2" },
    ],
    ["validation data beside an empty map", { clientMetadata: {}, validationData: { a: "2" } }, { a: "2" }],
    ["nothing when both are null", { clientMetadata: null, validationData: null }, {}],
    ["nothing when both are absent", {}, {}],
    ["nothing of an array", { clientMetadata: ["a"] }, {}],
    ["strings alone", { clientMetadata: { a: 1, b: null, c: {}, d: "kept" } }, { d: "kept" }],
    [
      "no value over 512 characters",
      { clientMetadata: { a: "x".repeat(513), b: "x".repeat(512) } },
      { b: "x".repeat(512) },
    ],
    [
      "no key over 64 characters",
      { clientMetadata: { ["k".repeat(65)]: "a", ["k".repeat(64)]: "b" } },
      { ["k".repeat(64)]: "b" },
    ],
  ])("takes %s", (_, request, expected) => {
    expect(clientMetadataOf({ request: request as never })).toEqual(expected);
  });

  test("takes no more than 20 keys", () => {
    const sent = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`key${index}`, "value"]));
    expect(Object.keys(clientMetadataOf({ request: { clientMetadata: sent } }))).toHaveLength(20);
  });

  test("takes __proto__ as a key like any other", () => {
    const sent = clientMetadataOf({ request: JSON.parse('{"clientMetadata":{"__proto__":"x"}}') });
    expect(Object.getPrototypeOf(sent)).toBe(Object.prototype);
    expect(Object.keys(sent)).toEqual(["__proto__"]);
  });
});

describe("validated", () => {
  test("keeps what fits, and drops and names what does not", async () => {
    expect(await validated({ locale: "de", brand: "NOT A BRAND" }, clientMetadata)).toEqual({
      metadata: { locale: "de" },
      dropped: ["brand"],
    });
  });

  test("is empty without a schema", async () => {
    expect(await validated({ locale: "de" }, undefined)).toEqual({ metadata: {}, dropped: [] });
  });

  const schema = (validate: (value: unknown) => StandardSchemaV1.Result<unknown>) =>
    ({ "~standard": { version: 1, vendor: "test", validate } }) as unknown as MetadataSchema;

  test.each([
    ["an issue without a path", () => ({ issues: [{ message: "no" }] })],
    ["an issue that stays when its key is gone", () => ({ issues: [{ message: "no", path: ["a"] }] })],
    [
      "a schema that throws",
      () => {
        throw new Error("broken");
      },
    ],
  ])("drops everything for %s", async (_, validate) => {
    expect(await validated({ a: "1", b: "2" }, schema(validate))).toEqual({
      metadata: {},
      dropped: ["a", "b"],
    });
  });

  test("reads a path whose first segment is an object", async () => {
    const path = [{ key: "a" }];
    const result = await validated(
      { a: "1", b: "2" },
      schema((value) =>
        Object.hasOwn(value as object, "a") ? { issues: [{ message: "no", path }] } : { value },
      ),
    );
    expect(result).toEqual({ metadata: { b: "2" }, dropped: ["a"] });
  });

  test("leaves out of a schema's result what is no string", async () => {
    const result = await validated(
      { a: "1" },
      schema(() => ({ value: { a: 1, b: "kept" } })),
    );
    expect(result.metadata).toEqual({ b: "kept" });
  });
});
