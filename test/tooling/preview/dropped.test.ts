import * as v from "valibot";
import { expect, test } from "vitest";
import { droppedOf } from "../../../src/tooling/preview/dropped.ts";
import { clientMetadata } from "../../../triggers/client-metadata.ts";

test.each([
  ["Anna\u202e", "It holds U+202E right-to-left override, which nobody sees."],
  [
    "A\u0007n\u200bna",
    "It holds U+0007, a control character and U+200B zero-width space, which nobody sees.",
  ],
  ["\u3164", expect.stringContaining("nobody sees")],
  ["<b>", expect.stringContaining("< >")],
  ["anna@example", expect.stringContaining("@")],
  ["tel:x", expect.stringContaining("colon")],
  ["evil.example", expect.stringContaining("full stop")],
  ["12 345", expect.stringContaining("five digits")],
  ["  ", expect.stringContaining("no letter")],
  ["x".repeat(65), expect.stringContaining("64 characters")],
])("%j is not printed: %s", async (name, why) => {
  expect(await droppedOf({ userAttributes: { name } }, undefined, [])).toEqual([{ name: "name", why }]);
});

test("metadata is dropped by the schema, in its words, or by its bounds", async () => {
  const schema = v.object({ shop: v.optional(v.pipe(v.string(), v.maxLength(5, "At most 5."))) });
  const clientMetadata = { shop: "too long", other: "x", huge: "x".repeat(600) };
  expect(await droppedOf({ clientMetadata }, schema as never, ["shop"])).toEqual([
    { name: "metadata.shop", why: "The schema of the metadata says: At most 5." },
    { name: "metadata.other", why: "The schema of the metadata does not know it." },
    { name: "metadata.huge", why: "It is longer than the trigger reads." },
  ]);
  expect(await droppedOf({ clientMetadata: { shop: "x.yz" } }, schema as never, ["shop"])).toEqual([
    { name: "metadata.shop", why: expect.stringContaining("full stop") },
  ]);
});

test("the schema that we ship says what it takes in plain words", async () => {
  const sent = { locale: "x".repeat(36), brand: "Example Shop" };
  expect(await droppedOf({ clientMetadata: sent }, clientMetadata, ["locale", "brand"])).toEqual([
    { name: "metadata.locale", why: "The schema of the metadata says: 35 characters at most." },
    {
      name: "metadata.brand",
      why: "The schema of the metadata says: Small letters, digits and hyphens.",
    },
  ]);
});

test("what is printed is not reported", async () => {
  const sample = { userAttributes: { given_name: "Zo\u00eb", email: "zoe@example.com" } };
  expect(await droppedOf(sample, undefined, [])).toEqual([]);
});

test("what would choose a brand, and chooses none, is reported", async () => {
  const schema = v.object({ brand: v.optional(v.string()) });
  const clients = { one: { brand: "example", brands: ["shop"] } };
  const reported = (clientId: string, brand: string) =>
    droppedOf({ clientId, clientMetadata: { brand } }, schema as never, ["brand"], clients);
  expect(await reported("one", "shop")).toEqual([]);
  expect(await reported("one", "other")).toEqual([
    { name: "metadata.brand", why: "brands.json does not list it for this app client." },
  ]);
  expect(await reported("two", "shop")).toEqual([
    { name: "client", why: "brands.json lists no such app client." },
    { name: "metadata.brand", why: "brands.json does not list it for this app client." },
  ]);
});
