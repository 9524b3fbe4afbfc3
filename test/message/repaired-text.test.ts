import { expect, test } from "vitest";
import {
  hasNoEntity,
  plainFor,
  repairedHtml,
  repairedSms,
  repairedText,
} from "../../src/message/repaired-text.ts";

test.each([
  ["plain", "plain"],
  ["heure\u00a0!", "heure&#160;!"],
  ["a\u200cb", "a&#8204;b"],
  ["\u{1fae0}", "&#129760;"],
  ["a\u0000b\u0085c", "ab c"],
  ["a\ud800b", "ab"],
  ["a\uffffb", "ab"],
  ["line\n\tline", "line\n\tline"],
])("HTML %j is repaired as %j", (html, expected) => {
  expect(repairedHtml(html)).toBe(expected);
});

test.each([
  ["  a \n b\t", "a b"],
  ["1\u202fheure\u00a0!", "1 heure !"],
  ["a\u2028b\u3000c", "a b c"],
  ["soft\u00adhyphen", "softhyphen"],
  ["\u2068Anna\u2069", "Anna"],
  ["a\u0000b", "ab"],
  ["a\u0085b", "a b"],
  ["zero\ufeffwidth", "zerowidth"],
  ["one \u200b space\u00ad ", "one space"],
  // No plain character replaces this one, so Cognito would reject the text.
  ["\u20c0", "\u20c0"],
])("text %j is repaired as %j", (text, expected) => {
  expect(repairedText(text)).toBe(expected);
});

test.each([
  ["{####} is your code.\n@example.com #{####}", "{####} is your code.\n@example.com #{####}"],
  [" {####}\n is it. \r\n@example.com #{####}\n", "{####} is it.\n@example.com #{####}"],
  ["{####}\n@example.com #{####} ", "{####}\n@example.com #{####}"],
  // Any other line is joined to the one before.
  ["{####}\n@example.com #{####} more", "{####} @example.com #{####} more"],
  ["{####}\n@Example.com #{####}", "{####} @Example.com #{####}"],
  ["{####}\n@example.com {####}", "{####} @example.com {####}"],
  ["{####}\nexample.com #{####}", "{####} example.com #{####}"],
  ["{####}\n@example.com  #{####}", "{####} @example.com #{####}"],
  ["\n@example.com #{####}", "@example.com #{####}"],
  // Joiners change the form of letters in Persian and Indic scripts.
  ["{####} می\u200cخواهم \u0915\u094d\u200d\u0937", "{####} می\u200cخواهم \u0915\u094d\u200d\u0937"],
  ["{####} a\u200b\u00a0b\u2060", "{####} a b"],
  ["{####}\n{####}", "{####} {####}"],
])("SMS %j is repaired as %j", (sms, expected) => {
  expect(repairedSms(sms, "{####}")).toBe(expected);
});

test("controls, lone surrogates and noncharacters have no entity, and texts lose format characters", () => {
  const wrong: string[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const character = String.fromCodePoint(point);
    const none = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(character);
    const dropped = /[\p{Cc}\p{Cf}\p{Cs}]/u.test(character);
    const plain = character === "\u0085" || /\p{Z}/u.test(character) ? " " : dropped ? "" : character;
    if (hasNoEntity(character) !== none || plainFor(character) !== plain) wrong.push(point.toString(16));
  }
  expect(wrong).toEqual([]);
});
