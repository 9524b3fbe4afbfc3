import { describe, expect, test } from "vitest";
import { projectOf } from "../../../src/tooling/templates/project.ts";
import { changed, edited, findingsIn, lines, shippedText } from "../check/shipped.ts";

const SETTINGS = "templates/settings.json";
const BRANDS = "templates/brands.json";
const SAMPLES = "templates/samples.json";
const LANGUAGES = "templates/languages.json";

const found = (file: string, text: string | null) => {
  const { files } = changed({ [file]: text });
  const { settings } = projectOf({ files }).violations;
  return settings.map(({ index, message, suggestion }) => [
    files.get(file)?.slice(index, index + 12),
    message,
    suggestion,
  ]);
};

test("a missing setting has its default, and a missing file is a violation", () => {
  expect(projectOf(changed({ [SETTINGS]: "{}" })).settings).toEqual({
    source: "en",
    default: "en",
    locales: "all",
    drafts: [],
  });
  expect(found(SETTINGS, null)).toEqual([
    [undefined, "The file is missing.", expect.stringContaining("git checkout")],
  ]);
  expect(found(BRANDS, null)).toHaveLength(1);
  expect(found(SAMPLES, null)).toEqual([]);
  expect(found(LANGUAGES, null)).toEqual([]);
});

describe("a violation has its place, a message and a suggestion", () => {
  test.each<[string, string, [string, RegExp, RegExp?]]>([
    [SETTINGS, '{ "default": "en", }', ["}", /^This is not valid JSON/]],
    [SETTINGS, '{ "defualt": "en" }', ['"defualt": "', /^Unknown key "defualt"/, /"default"/]],
    [
      SETTINGS,
      '{ "nothing like it": "en" }',
      ['"nothing lik', /^Unknown key/, /source, default, locales, drafts/],
    ],
    [SETTINGS, '{ "default": "german" }', ['"default": "', /^"german" is not a language tag/, /"pt-BR"/]],
    [SETTINGS, '{ "default": "jp" }', ['"default": "', /^"jp" is not a language tag/]],
    [SETTINGS, '{ "locales": ["en", "de_AT"] }', ['"de_AT"] }', /^"de_AT" is not a language tag/]],
    [SETTINGS, '{ "locales": "en" }', ['"locales": "', /locales/, /"all"/]],
    [SETTINGS, '{ "locales": ["de"] }', ['{ "locales":', /^The default language is not among/]],
    [SETTINGS, '{ "default": "de", "drafts": ["de"] }', ['"default": "', /^The default language is a draft/]],
    [SETTINGS, '{ "default": "de", "default": "en" }', ['"default": "', /twice/]],
    [SETTINGS, "[]", ["[]", /not a group of keys/]],
    [SAMPLES, '{ "Anna": { "phone": {} } }', ['"phone": {} ', /^Unknown key "phone"/, /clientId/]],
    [SAMPLES, '{ "Anna": { "userAttributes": { "name": 1 } } }', ['"name": 1 } ', /^"name" is 1/]],
    [SAMPLES, '{ "Anna": { "locales": { "jp": {} } } }', ['"jp": {} } }', /^"jp" is not a language tag/]],
    [SAMPLES, '{ "Anna": { "locales": { "ja": { "name": 1 } } } }', ['"name": 1 } ', /^"name" is 1/]],
    [LANGUAGES, '{ "de": { "reviewd": "yes" } }', ['"reviewd": "', /^Unknown key/, /"reviewed"/]],
  ])("%s: %s", (file, text, [at, message, suggestion = /^/]) => {
    const [[place, actual, advice = ""] = [], ...more] = found(file, text);
    expect(place).toBe(at);
    expect(actual).toMatch(message);
    expect(advice).toMatch(suggestion);
    expect(more).toEqual([]);
  });

  test.each<[string, string, RegExp]>([
    ["#f3f4f6", "red", /"red" is not a colour/],
    ["https://example.com/help", "http://example.com/help", /not an address/],
    ["https://example.com/help", "https://example.com/{lang}", /not an address/],
    ["help@shop.example.com", "help", /not an email address/],
    ['"Example"', '"<b>"', /not a text that a message can print/],
    ['"default": "example"', '"default": "exampel"', /no brand "exampel"/],
    ['["sample-shop"]', '["shop"]', /no brand "shop"/],
    ['"light"', '"ligth"', /Unknown key "ligth"/],
    [
      '"domain"',
      '"logo": { "url": "https://example.com/a.png", "width": 90 }, "domain"',
      /"height" is missing/,
    ],
  ])("of the brands: %s becomes %s", (from, to, message) => {
    const all = found(BRANDS, shippedText(BRANDS).replace(from, to));
    expect(all.map(([, actual]) => actual)).toEqual([expect.stringMatching(message)]);
  });
});

test.each([
  ["https://example.com/help", "https://example.com/{locale}/help"],
  ['"domain"', '"legal": "Example Inc., 1 Main Street", "domain"'],
  ['"domain"', '"logo": { "url": "https://example.com/a.png", "width": 90, "height": 30 }, "domain"'],
])("a brand may have %s as %s", (from, to) => {
  expect(found(BRANDS, shippedText(BRANDS).replace(from, to))).toEqual([]);
});

test("while the settings are invalid, messages are not checked", () => {
  const files = { ...edited(SETTINGS, '"default"', '"defualt"'), "templates/locales/en.json": "{}" };
  expect(lines(findingsIn(files))).toEqual(["settings settings.json:3:3"]);
});
