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

test.each<[string, unknown, boolean]>([
  ["small letters", { pattern: "^[a-z]{1,5}$" }, true],
  ["words and digits", { pattern: "^\\w{1,3}[ -]\\d{2}$" }, true],
  ["one of two", { pattern: "^gold$|^silver$" }, true],
  ["some values", { enum: ["gold", "silver-2"] }, true],
  ["any letter", { pattern: "^\\p{L}{1,5}$" }, false],
  ["all but a few", { pattern: "^[^<>]{1,5}$" }, false],
  ["anything", { pattern: "^.{1,5}$" }, false],
  ["what is no word", { pattern: "^\\W{1,5}$" }, false],
  ["a bracket, which takes two places", { pattern: "^[\\[a]{1,5}$" }, false],
  ["a backtick, which forces UCS-2", { enum: ["`"] }, false],
  ["a range that goes beyond ASCII", { pattern: "^[a-\u00ff]{1,5}$" }, false],
  ["a length alone", { maxLength: 5 }, false],
  ["letters by their numbers, which only one flag reads", { pattern: "^[\\u{e0}-\\u{ff}]{1,5}$" }, false],
])("%s: plain or not", (_, schema, isPlain) => {
  expect(boundsOf({ properties: { key: schema } }).get("key")?.isPlain).toBe(isPlain);
});
