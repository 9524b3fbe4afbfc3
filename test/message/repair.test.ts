import { expect, test } from "vitest";
import { repairedHtml, repairedText } from "../../src/message/repair.ts";

test.each([
  ["plain", "plain"],
  ["heure\u00a0!", "heure&#160;!"],
  ["a\u200cb", "a&#8204;b"],
  ["\u{1fae0}", "&#129760;"],
  ["a\u0000b\u0085c", "abc"],
  ["a\ud800b", "ab"],
  ["a\uffffb", "ab"],
  ["line\n\tline", "line\n\tline"],
])("HTML %j is sent as %j", (html, expected) => {
  expect(repairedHtml(html)).toBe(expected);
});

test.each([
  ["  a \n b\t", "a b"],
  ["1\u202fheure\u00a0!", "1 heure !"],
  ["a\u2028b\u3000c", "a b c"],
  ["soft\u00adhyphen", "softhyphen"],
  ["\u2068Anna\u2069", "Anna"],
  ["a\u0000b", "ab"],
  // No plain character stands for these: the rules refuse them, and the message steps down.
  ["\u20c0", "\u20c0"],
])("text %j is sent as %j", (text, expected) => {
  expect(repairedText(text)).toBe(expected);
});
