import { describe, expect, test } from "vitest";
import { languageRange, shownRange } from "../../src/locale/language-range.ts";
import { localeServed } from "../../src/locale/locale-served.ts";
import { offeredLocale } from "../../src/locale/locale-table.ts";
import { nearestLocale } from "../../src/locale/nearest-locale.ts";
import { localeTable } from "../../src/tooling/templates/locale-table.ts";

const offered = [
  "en",
  "de",
  "de-CH",
  "fr",
  "ja",
  "ar",
  "zh-Hans",
  "zh-Hant",
  "he",
  "sr",
  "nb",
  "pt-BR",
  "id",
  "fil",
  "es-419",
  "es-ES",
  "en-US",
];
const table = localeTable(offered);
const nearest = (text: unknown, among: readonly string[] = offered) => {
  const range = languageRange(text);
  return range && nearestLocale(range, among, table)?.tag;
};

describe("the locale nearest to", () => {
  test.each([
    ["de", "de"],
    ["DE", "de"],
    ["de-CH", "de-CH"],
    ["de-CH-1996", "de-CH"],
    ["de-Latn-CH", "de-CH"],
    ["de-AT", "de"],
    ["en_US", "en-US"],
    ["en_GB", "en"],
    ["de_DE.UTF-8", "de"],
    ["de_DE@euro", "de"],
    ["fr-CA,fr;q=0.8,en;q=0.5", "fr"],
    ["de-x-private", "de"],
    ["deu", "de"],
    ["ger", "de"],
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["zh-Hant-HK", "zh-Hant"],
    ["zh-Hans-TW", "zh-Hans"],
    ["zh-cmn-TW", "zh-Hant"],
    ["iw", "he"],
    ["iw-IL", "he"],
    ["in", "id"],
    ["tl", "fil"],
    ["no", "nb"],
    ["no-NO", "nb"],
    ["nb", "nb"],
    ["pt", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["es", "es-ES"],
    ["es-MX", "es-ES"],
    ["es-419", "es-419"],
    ["sr", "sr"],
    ["sr-Cyrl-RS", "sr"],
  ])("%s is %s", (text, expected) => {
    expect(nearest(text)).toBe(expected);
  });

  test.each([
    ["another language", "nl"],
    ["another script", "sr-Latn"],
    ["another script, by an old name", "sh"],
    ["another script by its region", "sr-ME"],
    ["Cantonese: not Mandarin", "zh-yue"],
    ["nn: not Bokmål", "nn"],
    ["an empty text", ""],
    ["spaces", "  "],
    ["a property of Object", "__proto__"],
    ["another property", "constructor"],
    ["5,000 characters", "de-".repeat(1_667)],
    ["a tag over 35 characters", `de-${"a".repeat(8)}-${"b".repeat(8)}-${"c".repeat(8)}-${"d".repeat(8)}`],
    ["a private tag", "x-klingon"],
    ["a grandfathered tag", "i-klingon"],
    ["a star", "*"],
    ["markup", "<b>de</b>"],
    ["a number", 7],
    ["undefined", undefined],
    ["null", null],
    ["a lone surrogate", "\ud800"],
  ])("%s is undefined", (_, text) => {
    expect(nearest(text)).toBeUndefined();
  });

  test("is one in which this message is offered", () => {
    expect(nearest("de-CH", ["en", "de"])).toBe("de");
    expect(nearest("de-CH", ["en"])).toBeUndefined();
  });

  test.each([
    [["sr-Latn"], "sh-BA", "sr-Latn"],
    [["no"], "nb-NO", "no"],
    [["en-GB"], "en-US", "en-GB"],
    [["zh"], "zh-TW", undefined],
    [["zh"], "zh-SG", "zh"],
  ])("with %j offered, %s is %s", (tags, text, expected) => {
    const range = languageRange(text);
    expect(range && nearestLocale(range, tags, localeTable(tags))?.tag).toBe(expected);
  });
});

test.each([
  ["ar", "rtl"],
  ["he", "rtl"],
  ["de", "ltr"],
  ["ja", "ltr"],
])("%s is written %s", (tag, dir) => {
  expect(offeredLocale(tag, table)?.dir).toBe(dir);
});

describe("the locale served", () => {
  const stated = (metadata: unknown, attribute: unknown, client?: string) => [
    { by: "metadata" as const, text: metadata },
    { by: "attribute" as const, text: attribute },
    { by: "client" as const, text: client },
    { by: "project" as const, text: "en" },
  ];

  test.each([
    [stated("de-CH", "fr"), { asked: "de-CH", by: "metadata", unmet: [] }],
    [stated(undefined, "fr_FR"), { asked: "fr-FR", by: "attribute", unmet: [] }],
    [stated("", "fr"), { asked: "fr", by: "attribute", unmet: [] }],
    [stated("nl-BE", "fr"), { asked: "fr", by: "attribute", unmet: [{ asked: "nl-BE", by: "metadata" }] }],
    [stated(undefined, undefined, "ja"), { asked: "ja", by: "client", unmet: [] }],
    [
      stated("<b>", undefined),
      { asked: "en", by: "project", unmet: [{ asked: "(no tag)", by: "metadata" }] },
    ],
  ])("of %j", (languages, expected) => {
    expect(localeServed(languages, offered, table)).toMatchObject(expected);
  });

  test("is undefined when not even the project's is offered", () => {
    expect(localeServed(stated("de", "fr"), [], table)).toBeUndefined();
  });
});

test.each([
  ["de-ch-1996", "de-CH"],
  ["zh-hant-tw", "zh-Hant-TW"],
  ["es-419", "es-419"],
  ["de-anna-smith", "de-Anna"],
])("a log shows %s as %s, without what follows the region", (text, expected) => {
  expect(shownRange(languageRange(text) as never)).toBe(expected);
});
