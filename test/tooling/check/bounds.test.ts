import { expect, test } from "vitest";
import { boundsOf } from "../../../src/tooling/check/bounds.ts";

test.each<[string, unknown, number, boolean]>([
  ["a length", { type: "string", maxLength: 10 }, 10, true],
  ["none", { type: "string" }, 64, false],
  ["a length that is none", { maxLength: -1 }, 0, true],
  ["more than is printed", { maxLength: 500 }, 64, true],
  ["a text or null", { anyOf: [{ type: "string", maxLength: 10 }, { type: "null" }] }, 10, true],
  ["a text or any text", { anyOf: [{ type: "string", maxLength: 10 }, { type: "string" }] }, 64, false],
  ["some texts", { enum: ["a", "abc"] }, 3, true],
  ["one text", { const: "abcd" }, 4, true],
  ["a pattern", { pattern: "^[a-z]{1,5}$" }, 5, true],
  [
    "the narrowest of all",
    { maxLength: 30, allOf: [{ pattern: "^.*$" }, { pattern: "^[a-z]{2}$" }] },
    2,
    true,
  ],
  ["a UUID", { type: "string", format: "uuid" }, 36, true],
  ["an address", { type: "string", format: "email" }, 64, false],
])("the bound of %s", (_, schema, longest, isBounded) => {
  expect(boundsOf({ properties: { key: schema } }).get("key")).toMatchObject({ longest, isBounded });
});
