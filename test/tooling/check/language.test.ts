import { describe, expect, test } from "vitest";
import { edited, findingsOf, found } from "./found.ts";
import { shipped } from "./shipped.ts";

const LAYOUT = "templates/_brand/layout.html.hbs";
const AR = "templates/ar/forgot-password/email.html.hbs";
const EN = "templates/en/forgot-password/email.html.hbs";

describe("folders", () => {
  const mending = (folder: string) =>
    findingsOf({ [`templates/${folder}/forgot-password/subject.txt.hbs`]: "x" })
      .filter(({ rule }) => rule === "folder-name")
      .map((finding) => finding.mending);

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
  const of = (rule: string, files: Readonly<Record<string, string>>) =>
    found(files).filter((line) => line.includes(`(${rule})`));

  test("one for all languages is told in the layout, once", () => {
    const text = (shipped.files.get(LAYOUT) ?? "").replaceAll(' dir="{{dir}}"', "");
    expect(of("direction", { [LAYOUT]: text.replace("<html ", '<html dir="ltr" ') })).toEqual([
      `${LAYOUT}:2:7 error: dir="ltr" stands around words that are written from right to left. (direction)`,
    ]);
    expect(of("direction", { [LAYOUT]: text.replace("<html ", '<html dir="rtl" ') })).toEqual([
      `${LAYOUT}:2:7 error: dir="rtl" stands around words that are written from left to right. (direction)`,
    ]);
  });

  test("around a block of Arabic, from left to right is an error; around the code alone it is right", () => {
    expect(of("direction", edited(AR, "<p>الرمز", '<p dir="ltr">الرمز'))).toEqual([
      `${AR}:5:4 error: dir="ltr" stands around words that are written from right to left. (direction)`,
    ]);
    expect(of("direction", edited(AR, "{{> code}}", '<p dir="ltr"><b>{{code}}</b> ABC</p>'))).toEqual([]);
    expect(
      of("direction", edited(AR, "<p>الرمز", '<div dir="ltr"><p dir="rtl">الرمز</p></div><p>الرمز')),
    ).toEqual([]);
  });

  test("an Arabic email that says nothing of its direction", () => {
    const text = "<p>{{code}} ساعة واحدة</p>{{#> not-you}}لم تطلب ذلك؟{{/not-you}}";
    expect(of("direction", { [AR]: text })).toEqual([
      `${AR}:1:1 error: This email is written from right to left, and nothing in it says so. (direction)`,
    ]);
    expect(of("direction", { [EN]: "<p>{{code}} 1 hour</p>{{#> not-you}}Not you?{{/not-you}}" })).toEqual([]);
  });
});

describe("lang", () => {
  test.each([
    ["en", [`${LAYOUT}:2:7 warning: lang="en" stands here whatever the language of the email. (wrong-lang)`]],
    ["{{locale}}", []],
  ])("%s in the layout", (lang, expected) => {
    expect(found(edited(LAYOUT, 'lang="{{locale}}"', `lang="${lang}"`))).toEqual(expected);
  });

  test.each([
    ["en", false],
    ["en-GB", false],
    ["de", true],
    ["english", true],
  ])("%s in an English email of its own", (lang, isTold) => {
    const text = `<html lang="${lang}"><p>{{code}}</p>{{#> not-you}}Not you?{{/not-you}}</html>`;
    const told = `${EN}:1:7 warning: This says that the email is in “${lang}”; it is in “en”. (wrong-lang)`;
    expect(found({ [EN]: text }).filter((line) => line.includes("(wrong-lang)"))).toEqual(
      isTold ? [told] : [],
    );
  });
});

describe("what a person typed", () => {
  const bare = (greeting: string) =>
    findingsOf(edited(EN, "<bdi>{{name}}</bdi>", greeting)).filter(({ rule }) => rule === "bare-value");

  test("is told where it is printed bare, and mended", () => {
    const text = shipped.files.get(EN) ?? "";
    const [finding] = bare("{{name}}");
    expect(finding).toMatchObject({ severity: "warning", file: EN, mending: "Write <bdi>{{name}}</bdi>." });
    const { start, end, text: put } = finding?.fix ?? { start: 0, end: 0, text: "" };
    const before = text.replace("<bdi>{{name}}</bdi>", "{{name}}");
    expect(before.slice(0, start) + put + before.slice(end)).toBe(text);
  });

  test.each([
    ["an element with dir=auto", '<span dir="auto">{{name}}</span>'],
    ["an element within <bdi>", "<bdi><b>{{name}}</b></bdi>"],
    ["an attribute", '<span title="{{name}}">x</span>'],
  ])("is isolated by %s", (_, greeting) => {
    expect(bare(greeting)).toEqual([]);
  });
});
