import { describe, expect, test } from "vitest";
import { readJson } from "../../../src/tooling/templates/json-text.ts";
import { findingsOf } from "../check/found.ts";
import { shippedText } from "../check/shipped.ts";

const MESSAGES = "templates/messages.json";
const BRANDS = "templates/_brand/brand.json";
const SAMPLES = "templates/samples.json";

/** What is said of a file of settings: `line:column message | mending`. */
const said = (file: string, text: string) =>
  findingsOf("settings", { [file]: text }).map(
    ({ line, column, message, mending }) => `${line}:${column} ${message} | ${mending}`,
  );
const brand = (from: string, to: string) => shippedText(BRANDS).replace(from, to);

describe("what is no JSON", () => {
  test.each([
    ["", "1:1 The file is empty. | See the one in cognito-recovery's own templates/."],
    ['{"default":"en",\n"locales":["en",]\n}', "2:16 Nothing follows this comma but ]. | Remove the comma."],
    ['{"default":"en","locales":["en"],\n}', "1:33 Nothing follows this comma but }. | Remove the comma."],
    ['{\n"default":"en",\n"locales":["en"]\n', "3:17 The { of line 1 is not closed. | Add the missing }."],
    [
      '{"locales":["en"}',
      "1:17 This } does not close the [ of line 1. | Write ], or look for a missing bracket before it.",
    ],
    [
      '{"default":"en"\n"locales":["en"]}',
      "2:1 Before this a comma or a quote is missing. | Add it at the end of what stands before.",
    ],
    ['{"default" "en"}', '1:2 After the key "default" there is no colon. | Write it so: "key": value.'],
    [
      '{"default":"en,\n"locales":["en"]}',
      '1:12 The text that begins here has no closing quote. | Add a " where it ends.',
    ],
    ["{'default':\"en\"}", "1:2 Here stands ' for a quote. | Write \" before the text, and after it."],
    ['{"default":“en”}', '1:12 Here stands “ for a quote. | Write " before the text, and after it.'],
    ['{"default":en}', '1:12 en stands here without quotes. | Write " before it, and after it.'],
    ['{"default":,}', "1:12 Before this , a value is missing. | Write it, or remove the ,."],
    ['{\n// the default\n"default":"en"}', "2:1 This is a comment, which JSON does not have. | Remove it."],
    [
      '{"default":"en"}}',
      "1:17 There is a } too many. | Remove it, or look for a missing bracket before it.",
    ],
    [
      '{"default":"C:\\x"}',
      "1:12 This text cannot be read. | Write a space for a tab in it, and \\\\ for a \\.",
    ],
    ["[".repeat(5000), "1:102 This is nested too deeply. | Write it flatter."],
  ])("%j is told by line and column, in plain words", (text, expected) => {
    expect(said(MESSAGES, text)).toEqual([expected]);
  });

  test("is told of exactly what JSON.parse refuses", () => {
    const text = shippedText(BRANDS).slice(0, 700);
    const whole = `${text.slice(0, text.lastIndexOf("\n"))}\n}}}`;
    const refused = (json: string) => {
      try {
        JSON.parse(json);
        return false;
      } catch {
        return true;
      }
    };
    for (let index = 0; index < whole.length; index += 1) {
      for (const instead of ["", '"', ",", "}", "\t", "\\", "1", "\u00a0"]) {
        const json = whole.slice(0, index) + instead + whole.slice(index + 1);
        expect("fault" in readJson(json), json).toBe(refused(json));
      }
    }
  });
});

describe("a language", () => {
  test.each([
    ["de_AT", '"de_AT" is no language tag. | Write "de-AT".'],
    ["EN-gb", '"EN-gb" is no language tag. | Write "en-GB".'],
    ["german", '"german" is no language tag. | Write "de".'],
    ["jp", '"jp" is no language tag. | Write "ja".'],
    ["x y", '"x y" is no language tag. | Write one such as "de", "pt-BR" or "zh-Hant".'],
  ])("is a tag, which %s is not", (tag, expected) => {
    const text = JSON.stringify({ default: "en", locales: ["en", tag] });
    expect(said(MESSAGES, text)).toEqual([`1:33 At entry 2 of locales: ${expected}`]);
  });

  test("is listed once, and the default one always", () => {
    expect(said(MESSAGES, '{"default":"en","locales":["en","de","en"]}')).toEqual([
      '1:38 At entry 3 of locales: "en" stands in this list twice. | Remove it once.',
    ]);
    expect(said(MESSAGES, '{"default":"en","locales":["de"]}')).toEqual([
      '1:2 At default: "en" is the default language, and `locales` does not list it. | Add "en" to locales, or make one of those the default.',
    ]);
    expect(said(MESSAGES, '{"default":"en","locales":[]}')).toEqual([
      '1:17 At locales: No language is listed. | List one at least, as in ["en"].',
    ]);
  });
});

describe("a key", () => {
  test.each([
    [
      MESSAGES,
      '{"default":"en","default":"de","locales":["en","de"]}',
      '1:17 In this file "default" stands twice, and the first one would be passed over. | Remove one of them.',
    ],
    [
      BRANDS,
      brand('"name": "Example"', '"name": "A", "name": "Example"'),
      '5:20 In brands.example "name" stands twice, and the first one would be passed over. | Remove one of them.',
    ],
    [
      SAMPLES,
      '{"Anna":{},"Anna":{}}',
      '1:12 In this file "Anna" stands twice, and the first one would be passed over. | Remove one of them.',
    ],
    [
      MESSAGES,
      '{"default":"en","locales":["en"],"__proto__":{}}',
      '1:34 In this file "__proto__" cannot be read. | Choose another name, or remove it.',
    ],
    [
      MESSAGES,
      '{"default":"en","locales":["en"],"messages":{"constructor":["en"]}}',
      '1:46 In messages "constructor" cannot be read. | Choose another name, or remove it.',
    ],
    [
      BRANDS,
      brand('"example": {', '"__proto__": {}, "example": {'),
      '4:5 In brands "__proto__" cannot be read. | Choose another name, or remove it.',
    ],
    [
      SAMPLES,
      '{"Anna":{"userAttributes":{"__proto__":"x"}}}',
      '1:28 In Anna.userAttributes "__proto__" cannot be read. | Choose another name, or remove it.',
    ],
  ])("of %s that would be lost is told: %s", (file, text, expected) => {
    expect(said(file, text)).toEqual([expected]);
  });

  test.each([
    [
      MESSAGES,
      '{"default":"en","locale":["en"]}',
      '1:17 At locale: Nothing reads this key. | Did you mean "locales"?',
    ],
    [
      BRANDS,
      brand('"light"', '"ligth"'),
      '9:7 At brands.example.ligth: Nothing reads this key. | Did you mean "light"?',
    ],
    [
      BRANDS,
      brand('"brand": "example"', '"brands": ["example"], "bran": "example"').replace(
        '"brands": ["sample-shop"]',
        '"locale": "en"',
      ),
      '48:50 At clients.1example23456789.bran: Nothing reads this key. | Did you mean "brand"?',
    ],
    [
      SAMPLES,
      '{"Anna":{"phone":{}}}',
      "1:10 At Anna.phone: Nothing reads this key. | Remove it, or mend its name. Here can stand: clientId, userAttributes, clientMetadata.",
    ],
  ])("of %s that is misspelt is told once, with what was meant: %s", (file, text, expected) => {
    expect(said(file, text)).toEqual([expected]);
  });
});

describe("a value of another kind is told in plain words", () => {
  test.each([
    [
      MESSAGES,
      '{"default":"en","locales":"en"}',
      '1:17 At locales: This is "en"; it should be a list, in [ ]. | Write ["en"].',
    ],
    [
      MESSAGES,
      '{"default":"en","locales":{"en":1}}',
      "1:17 At locales: This is a group of keys, in { }; it should be a list, in [ ]. | Write it so.",
    ],
    [
      MESSAGES,
      '{"default":1,"locales":["en"]}',
      '1:2 At default: This is 1; it should be a text, in " ". | Write it so.',
    ],
    [
      MESSAGES,
      '{"default":"en","locales":["en"],"messages":[]}',
      "1:34 At messages: This is a list, in [ ]; it should be a group of keys, in { }. | Name each entry.",
    ],
    [
      SAMPLES,
      "[]",
      "1:1 At the top: This is a list, in [ ]; it should be a group of keys, in { }. | Name each entry.",
    ],
    [BRANDS, brand('"name": "Example",', ""), "4:5 At brands.example.name: This is missing. | Add it."],
    [
      BRANDS,
      brand('"default": "example"', '"default": "exampel"'),
      '2:3 At default: `brands` has no brand "exampel". | Did you mean "example"?',
    ],
  ])("%s: %s", (file, text, expected) => {
    expect(said(file, text)).toEqual([expected]);
  });
});
