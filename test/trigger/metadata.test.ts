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
    [
      "validation data if client metadata is null",
      { clientMetadata: null, validationData: { a: "2" } },
      { a: "2" },
    ],
    [
      "both, where they differ",
      { clientMetadata: { a: "1" }, validationData: { b: "2" } },
      { a: "1", b: "2" },
    ],
    [
      "validation data if client metadata is empty",
      { clientMetadata: {}, validationData: { a: "2" } },
      { a: "2" },
    ],
    ["nothing when both are null", { clientMetadata: null, validationData: null }, {}],
    ["nothing when both are absent", {}, {}],
    ["no array", { clientMetadata: ["a"] }, {}],
    ["strings only", { clientMetadata: { a: 1, b: null, c: {}, d: "text" } }, { d: "text" }],
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
  test("accepts valid keys, and drops and names the others", async () => {
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
    ["an issue that remains without its key", () => ({ issues: [{ message: "no", path: ["a"] }] })],
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

  test("accepts only strings of a schema's result", async () => {
    const result = await validated(
      { a: "1" },
      schema(() => ({ value: { a: 1, b: "text" } })),
    );
    expect(result.metadata).toEqual({ b: "text" });
  });
});
