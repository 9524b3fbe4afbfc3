import { describe, expect, test } from "vitest";
import { newLocale, newMessage } from "../../../src/tooling/templates/new-copy.ts";
import { marked } from "../../../src/tooling/templates/to-translate.ts";

describe("what is to be translated is marked, line by line", () => {
  test.each<[string, string, string, number]>([
    ["a text", "{{code}} is your code", "{{code}} is your code {{! translate }}", 1],
    ["a text before the end of the file's last line", "Your code\n", "Your code {{! translate }}\n", 1],
    [
      "nothing but values",
      "{{code}}\n{{#if name}}{{name}}{{/if}}",
      "{{code}}\n{{#if name}}{{name}}{{/if}}",
      0,
    ],
    ["nothing but tags", '<p class="text">\n</p>', '<p class="text">\n</p>', 0],
    [
      "a text in a tag's line",
      "<p>Hello</p>\n<p>{{code}}</p>",
      "<p>Hello</p> {{! translate }}\n<p>{{code}}</p>",
      1,
    ],
    ["what is handed to a partial", '{{> ask text="Help?"}}', '{{> ask text="Help?"}} {{! translate }}', 1],
    [
      "no address, and no number",
      '{{> go href="https://a.example" n="5"}}',
      '{{> go href="https://a.example" n="5"}}',
      0,
    ],
    [
      "a text that is handed over on several lines, where its braces close",
      '{{> ask\n  text="Help?"\n}}\n',
      '{{> ask\n  text="Help?"\n}} {{! translate }}\n',
      1,
    ],
    ["two texts of a line once", "a <b>b</b> c", "a <b>b</b> c {{! translate }}", 1],
    ["each line of a text", "<p>\na\nb\n</p>", "<p>\na {{! translate }}\nb {{! translate }}\n</p>", 2],
    [
      "no entity, and no comment",
      "&nbsp;{{! a }}{{!-- b }} --}}<!-- c -->",
      "&nbsp;{{! a }}{{!-- b }} --}}<!-- c -->",
      0,
    ],
    ["the line ends of Windows", "a\r\nb\r\n", "a {{! translate }}\r\nb {{! translate }}\r\n", 2],
    ["other scripts", "ご確認", "ご確認 {{! translate }}", 1],
    [
      "a picture's text",
      '<img src="a.png" alt="Our shop">',
      '<img src="a.png" alt="Our shop"> {{! translate }}',
      1,
    ],
    [
      "the words of other attributes, where their tag ends",
      '<table\n  summary=\'A b\'\n>\n<a title="x">\n<b aria-label="y">',
      '<table\n  summary=\'A b\'\n> {{! translate }}\n<a title="x"> {{! translate }}\n<b aria-label="y"> {{! translate }}',
      3,
    ],
    [
      "no attribute without words, or of other meaning",
      '<img alt="" title="&nbsp;5"><img alt="{{brand.name}}" class="text" data-title="a" href="title=5">',
      '<img alt="" title="&nbsp;5"><img alt="{{brand.name}}" class="text" data-title="a" href="title=5">',
      0,
    ],
    ["a lone < and {", "a < b { c\nd", "a < b { c {{! translate }}\nd {{! translate }}", 2],
    ["a last line without an end, as it was", "a\r\n{{code}}", "a {{! translate }}\r\n{{code}}", 1],
  ])("%s", (_, template, expected, marks) => {
    expect(marked(template)).toEqual({ text: expected, marks });
  });
});

test("a long file, and a tag that goes on for many lines, are marked too", () => {
  const lines = 50_000;
  expect(marked("a\n".repeat(lines)).marks).toBe(lines);
  const tag = `<p${"\n  class=a".repeat(lines)}>`;
  expect(marked(`a ${tag}\n`).text).toBe(`a ${tag} {{! translate }}\n`);
  expect(marked("x".repeat(5_000_000)).marks).toBe(1);
  expect(marked("<".repeat(10_000)).marks).toBe(0);
});

const files = new Map([
  ["templates/messages.json", "{}"],
  ["templates/en/forgot-password/subject.txt.hbs", "Your code"],
  ["templates/en/forgot-password/sms.txt.hbs", "{{code}}"],
  ["templates/en/sign-up/subject.txt.hbs", "Welcome"],
  ["templates/nl/sign-up/subject.txt.hbs", "Welkom"],
]);

test("a new locale has what the reference has, with marks, and keeps what it had", () => {
  const { files: added, marks, kept } = newLocale(files, "en", "nl");
  expect([...added]).toEqual([
    ["templates/nl/forgot-password/subject.txt.hbs", "Your code {{! translate }}"],
    ["templates/nl/forgot-password/sms.txt.hbs", "{{code}}"],
  ]);
  expect(marks).toBe(1);
  expect(kept).toEqual(["templates/nl/sign-up/subject.txt.hbs"]);
});

test("a message that has some of its parts is given the others", () => {
  const begun = new Map([...files, ["templates/nl/forgot-password/sms.txt.hbs", "Eigen {{code}}"]]);
  expect([...newLocale(begun, "en", "nl").files.keys()]).toEqual([
    "templates/nl/forgot-password/subject.txt.hbs",
  ]);
});

describe("a new message", () => {
  const shipped = new Map([
    ["templates/en/authentication/subject.txt.hbs", "Sign in"],
    ["templates/de/authentication/subject.txt.hbs", "Anmelden"],
    ["templates/en/sign-up/subject.txt.hbs", "Shipped"],
  ]);
  const of = (message: string, locales: readonly string[], reference = "en") =>
    newMessage(files, shipped, { message, reference, locales });

  test("is as shipped where it is shipped, and marked where it is not", () => {
    expect([...of("authentication", ["en", "de", "nl"]).files]).toEqual([
      ["templates/en/authentication/subject.txt.hbs", "Sign in"],
      ["templates/de/authentication/subject.txt.hbs", "Anmelden"],
      ["templates/nl/authentication/subject.txt.hbs", "Sign in {{! translate }}"],
    ]);
  });

  test("is marked in English where the reference is not shipped", () => {
    expect([...of("authentication", ["nl"], "nl").files.values()]).toEqual(["Sign in {{! translate }}"]);
  });

  test("comes from the project's own text where there is one", () => {
    expect([...of("sign-up", ["en", "de", "nl"]).files]).toEqual([
      ["templates/de/sign-up/subject.txt.hbs", "Welcome {{! translate }}"],
    ]);
  });

  test("that has some of its parts is given the others", () => {
    const more = new Map([...shipped, ["templates/en/sign-up/sms.txt.hbs", "Shipped {{code}}"]]);
    const { files: added, kept } = newMessage(files, more, {
      message: "sign-up",
      reference: "en",
      locales: ["en", "nl"],
    });
    expect([...added]).toEqual([
      ["templates/en/sign-up/sms.txt.hbs", "Shipped {{code}}"],
      ["templates/nl/sign-up/sms.txt.hbs", "Shipped {{code}} {{! translate }}"],
    ]);
    expect(kept).toEqual(["templates/en/sign-up/subject.txt.hbs", "templates/nl/sign-up/subject.txt.hbs"]);
  });
});
