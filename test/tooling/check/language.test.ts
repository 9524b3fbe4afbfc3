import { describe, expect, test } from "vitest";
import { findingsOf, toldBy } from "./found.ts";
import { edited, shippedText } from "./shipped.ts";

const LAYOUT = "templates/_brand/layout.html.hbs";
const AR = "templates/ar/forgot-password/email.html.hbs";
const EN = "templates/en/forgot-password/email.html.hbs";

describe("folders", () => {
  const mending = (folder: string) =>
    findingsOf("folder-name", { [`templates/${folder}/forgot-password/subject.txt.hbs`]: "x" }).map(
      (finding) => finding.mending,
    );

  test.each([
    ["de_DE", "de-DE"],
    ["zh-hant", "zh-Hant"],
    ["EN", "en"],
    ["pt-br", "pt-BR"],
    ["iw", "he"],
    ["en-UK", "en-GB"],
    ["german", "de"],
    ["Japanese", "ja"],
    ["jp", "ja"],
    ["cz", "cs"],
    ["dk", "da"],
  ])("%s is called %s", (folder, tag) => {
    expect(mending(folder)).toEqual([`Name it "${tag}".`]);
  });

  test("a folder that is like no language is told how they are named", () => {
    expect(mending("old copies")).toEqual(['Name it by a language tag such as "de", "pt-BR" or "zh-Hant".']);
  });

  test.each([
    "sr-Latn",
    "zh-Hant",
    "es-419",
    "nb",
    "no",
    "gsw",
    "pt-BR",
  ])("%s is as it should be", (folder) => {
    expect(mending(folder)).toEqual([]);
  });
});

describe("direction", () => {
  test("one for all languages is told in the layout, once", () => {
    const text = shippedText(LAYOUT).replaceAll(' dir="{{dir}}"', "");
    expect(toldBy("direction", { [LAYOUT]: text.replace("<html ", '<html dir="ltr" ') })).toEqual([
      `${LAYOUT}:2:7 error: dir="ltr" stands around words that are written from right to left. (direction)`,
    ]);
    expect(toldBy("direction", { [LAYOUT]: text.replace("<html ", '<html dir="rtl" ') })).toEqual([
      `${LAYOUT}:2:7 error: dir="rtl" stands around words that are written from left to right. (direction)`,
    ]);
  });

  test("what is none is told: an error for who reads from right to left", () => {
    const said = (file: string, dir: string) =>
      toldBy("direction", edited(file, "<p>", `<p dir="${dir}">`)).map((line) => line.slice(file.length));
    expect(said(EN, "left")).toEqual([':2:4 warning: dir="left" is no direction. (direction)']);
    expect(said(AR, "{{locale}}")).toEqual([':2:4 error: dir="{{locale}}" is no direction. (direction)']);
    for (const dir of ["auto", "RTL", "{{dir}}"]) expect(said(AR, dir)).toEqual([]);
  });

  test("of <html> is that of the email, though all words in it stand in another", () => {
    const around = (dir: string) => `<html lang="en" dir="${dir}"><p dir="ltr">{{code}} words</p></html>`;
    expect(toldBy("direction", { [EN]: around("rtl") })).toEqual([
      `${EN}:1:17 error: dir="rtl" stands around words that are written from left to right. (direction)`,
    ]);
    expect(toldBy("direction", { [EN]: around("ltr") })).toEqual([]);
  });

  test("around a block of Arabic, from left to right is an error; around the code alone it is right", () => {
    expect(toldBy("direction", edited(AR, "<p>الرمز", '<p dir="ltr">الرمز'))).toEqual([
      `${AR}:5:4 error: dir="ltr" stands around words that are written from right to left. (direction)`,
    ]);
    expect(toldBy("direction", edited(AR, "{{> code}}", '<p dir="ltr"><b>{{code}}</b> ABC</p>'))).toEqual([]);
    expect(
      toldBy("direction", edited(AR, "<p>الرمز", '<div dir="ltr"><p dir="rtl">الرمز</p></div><p>الرمز')),
    ).toEqual([]);
  });

  test("an Arabic email that says nothing of its direction", () => {
    const text = "<p>{{code}} ساعة واحدة</p>{{#> not-you}}لم تطلب ذلك؟{{/not-you}}";
    expect(toldBy(["direction", "email-language"], { [AR]: text })).toEqual([
      `${AR}:1:1 error: This email is written from right to left, and nothing in it says so. (direction)`,
    ]);
    expect(toldBy("email-language", { [AR]: `<html>${text}</html>` })).toEqual([
      `${AR}:1:1 warning: <html> has no lang="…". (email-language)`,
    ]);
    expect(toldBy("direction", { [EN]: "<p>{{code}} 1 hour</p>{{#> not-you}}Not you?{{/not-you}}" })).toEqual(
      [],
    );
  });
});

describe("lang", () => {
  test.each([
    ["en", [`${LAYOUT}:2:7 warning: lang="en" stands here whatever the language of the email. (wrong-lang)`]],
    [
      "{{brand.name}}",
      [
        `${LAYOUT}:2:7 warning: lang="{{brand.name}}" stands here whatever the language of the email. (wrong-lang)`,
      ],
    ],
    ["{{locale}}", []],
  ])("%s in the layout", (lang, expected) => {
    expect(
      toldBy(["wrong-lang", "email-language"], edited(LAYOUT, 'lang="{{locale}}"', `lang="${lang}"`)),
    ).toEqual(expected);
  });

  test.each([
    ["en", false],
    ["en-GB", false],
    ["de", true],
    ["english", true],
  ])("%s in an English email of its own", (lang, isTold) => {
    const text = `<html lang="${lang}"><p>{{code}}</p>{{#> not-you}}Not you?{{/not-you}}</html>`;
    const told = `${EN}:1:7 warning: This says that the email is in “${lang}”; it is in English (en). (wrong-lang)`;
    expect(toldBy("wrong-lang", { [EN]: text })).toEqual(isTold ? [told] : []);
  });
});

test.each([
  ["zh-TW", []],
  ["zh-Hant-HK", []],
  [
    "zh-Hans",
    [
      "warning: This says that the email is in “zh-Hans”; it is in Traditional Chinese (zh-Hant). (wrong-lang)",
    ],
  ],
  [
    "zh",
    ["warning: This says that the email is in “zh”; it is in Traditional Chinese (zh-Hant). (wrong-lang)"],
  ],
])("%s in an email in zh-Hant, on <html> or <body>", (lang, expected) => {
  const file = "templates/zh-Hant/forgot-password/email.html.hbs";
  for (const [text, column] of [
    [`<html lang="${lang}">{{code}}</html>`, 7],
    [`<html><body lang="${lang}">{{code}}</body></html>`, 13],
  ]) {
    expect(toldBy("wrong-lang", { [file]: text as string })).toEqual(
      expected.map((line) => `${file}:1:${column} ${line}`),
    );
  }
});

describe("what a person typed", () => {
  const bare = (greeting: string) =>
    findingsOf("bare-value", edited(EN, "<bdi>{{name}}</bdi>", greeting), { shop: { maxLength: 9 } });

  test("is told where it is printed bare, and mended", () => {
    const text = shippedText(EN);
    const [finding] = bare("{{name}}");
    expect(finding).toMatchObject({ severity: "warning", file: EN, mending: "Write <bdi>{{name}}</bdi>." });
    const { start, end, text: put } = finding?.fix ?? { start: 0, end: 0, text: "" };
    const before = text.replace("<bdi>{{name}}</bdi>", "{{name}}");
    expect(before.slice(0, start) + put + before.slice(end)).toBe(text);
  });

  test("may be metadata or a user name too", () => {
    expect(bare("{{#if metadata.shop}}{{metadata.shop}}{{/if}}")).toMatchObject([
      { mending: "Write <bdi>{{metadata.shop}}</bdi>." },
    ]);
    const invitation = "templates/en/admin-create-user/email.html.hbs";
    expect(findingsOf("bare-value", { [invitation]: "{{username}}: {{code}}" })).toMatchObject([
      { mending: "Write <bdi>{{username}}</bdi>." },
    ]);
  });

  test.each([
    ["an element with dir=auto", '<span dir="auto">{{name}}</span>'],
    ["an element within <bdi>", "<bdi><b>{{name}}</b></bdi>"],
    ["an attribute", '<span title="{{name}}">x</span>'],
  ])("is isolated by %s", (_, greeting) => {
    expect(bare(greeting)).toEqual([]);
  });
});
