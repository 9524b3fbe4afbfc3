import { expect, test } from "vitest";
import { longestMatch } from "../../../src/tooling/check/longest-match.ts";

test.each([
  ["^[a-z0-9-]{1,32}$", 32],
  ["^(?:de|de-CH)$", 5],
  ["^a|b$", Number.POSITIVE_INFINITY],
  ["[a-z]{1,9}", Number.POSITIVE_INFINITY],
  ["^a*$", Number.POSITIVE_INFINITY],
  ["^(", Number.POSITIVE_INFINITY],
  // Characters beyond the first 65,536 take two units.
  ["^\\p{L}{1,20}$", 40],
  ["^\\S{1,30}$", 60],
  ["^[\\p{L} ]{1,30}$", 60],
  ["^[\\u{1F600}]{2}$", 4],
  ["^\\d{6}$", 6],
  // With the flag `v` these are sets in sets and texts, which are longer; the flag is not told.
  ["^[[\\p{L}]]{1,20}$", Number.POSITIVE_INFINITY],
  ["^[\\q{abc|d}]{1,8}$", Number.POSITIVE_INFINITY],
  ["^[\\w&&[^x]]{1,8}$", Number.POSITIVE_INFINITY],
])("the longest match of %s has %s units", (pattern, longest) => {
  expect(longestMatch(pattern)).toBe(longest);
});
