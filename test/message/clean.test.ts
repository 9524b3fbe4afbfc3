import { describe, expect, test } from "vitest";
import { clean } from "../../src/message/clean.ts";

describe("names of people stay as they are", () => {
  test.each([
    "Anna",
    "Jean-Luc",
    "O'Brien",
    "D’Angelo",
    "María José",
    "Søren",
    "陽香",
    "ليلى",
    "Владимир",
    "Nguyễn",
    "J. R. R.",
    "Smith, Jr.",
    "Anna (Nana)",
    "Ann & Bob",
    "Elizabeth II",
    "Louis 14",
    "अनीता",
    "x".repeat(64),
  ])("%s", (name) => {
    expect(clean(name)).toBe(name);
  });

  test("but for spaces around", () => {
    expect(clean("  Anna ")).toBe("Anna");
  });
});

describe("what is more than words is absent", () => {
  test.each([
    ["nothing", undefined],
    ["an empty text", ""],
    ["spaces", "   "],
    ["over 64 characters", "x".repeat(65)],
    ["very long", "x".repeat(100_000)],
    ["markup", "<b>Anna</b>"],
    ["an open bracket", "a < b"],
    ["the code's placeholder", "{####}"],
    ["the user name's placeholder", "{username}"],
    ["a link", "https://evil.example"],
    ["a scheme", "tel:123"],
    ["a host", "evil.example"],
    ["a host after words", "Anna, see evil.com now"],
    ["a host in another script", "пример.рф"],
    ["a host with an ideographic full stop", "evil。com"],
    ["a host with a full-width full stop", "evil．com"],
    ["a host after a space", "evil. com"],
    ["a host with a mark after the dot", "evil.\ufe0fcom"],
    ["a host with a joiner after the dot", "evil.\u034fcom"],
    ["a host with a small full stop", "evil\ufe52com"],
    ["a scheme with a mark before the colon", "https\ufe0f://evil/x"],
    ["a number with non-breaking hyphens", "call +49\u2011151\u2011123"],
    ["a number with commas", "0800,123,456"],
    ["a code with low lines", "1_2_3_4_5_6"],
    ["an IP address", "10.0.0.1"],
    ["an address", "a@b"],
    ["a full-width address", "a＠b"],
    ["a network path", "\\\\evil\\share"],
    ["a phone number", "+49 151 123"],
    ["a spaced code", "1 2 3 4 5 6"],
    ["a code in other digits", "١٢٣٤٥٦"],
    ["a line end", "Anna\nYour code is wrong"],
    ["a NUL", "Anna\u0000"],
    ["a bidi override", "Anna\u202e"],
    ["an isolate", "\u2068Anna"],
    ["a zero width joiner", "a\u200db"],
    ["a line separator", "a\u2028b"],
    ["a lone surrogate", "a\ud800"],
    ["a private use character", "\ue000"],
  ])("%s", (_, value) => {
    expect(clean(value)).toBeUndefined();
  });
});
