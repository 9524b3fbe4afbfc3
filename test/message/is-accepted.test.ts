import { expect, test } from "vitest";
import { isAccepted } from "../../src/message/is-accepted.ts";
import { acceptedTable, tableInSource } from "./unicode-13.ts";

test("the table is that of Unicode 13", async () => {
  expect(tableInSource()).toBe(await acceptedTable());
});

test.each([
  ["tab", 0x09, true],
  ["line feed", 0x0a, true],
  ["vertical tab", 0x0b, true],
  ["carriage return", 0x0d, true],
  ["space", 0x20, true],
  ["é", 0xe9, true],
  ["combining acute", 0x301, true],
  ["Arabic alef", 0x627, true],
  ["hiragana a", 0x3042, true],
  ["CJK", 0x9999, true],
  ["emoji of Unicode 6", 0x1f600, true],
  ["emoji of Unicode 13", 0x1fad6, true],
  ["NUL", 0x00, false],
  ["unit separator", 0x1f, false],
  ["DEL", 0x7f, false],
  ["next line", 0x85, false],
  ["no-break space", 0xa0, false],
  ["soft hyphen", 0xad, false],
  ["zero width space", 0x200b, false],
  ["zero width joiner", 0x200d, false],
  ["right-to-left mark", 0x200f, false],
  ["line separator", 0x2028, false],
  ["narrow no-break space", 0x202f, false],
  ["word joiner", 0x2060, false],
  ["left-to-right isolate", 0x2066, false],
  ["som sign, Unicode 14", 0x20c0, false],
  ["ideographic space", 0x3000, false],
  ["lone surrogate", 0xd800, false],
  ["private use", 0xe000, false],
  ["byte order mark", 0xfeff, false],
  ["emoji of Unicode 14", 0x1fae0, false],
  ["last code point", 0x10ffff, false],
])("%s (%i) is accepted: %s", (_, point, expected) => {
  expect(isAccepted(point)).toBe(expected);
});
