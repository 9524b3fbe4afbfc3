import { describe, expect, test } from "vitest";
import { found, messages, places } from "./email-project.ts";

describe("broken-html finds", () => {
  test.each([
    ["a tag that is not closed", "<div><b>x</div>", ["<b"]],
    ["a tag that is closed too late", "<p><b>x</p>y</b>", ["<b"]],
    ["a link that is closed before what is inside", "<a href='x'><div>y</a></div>", ["<a"]],
    ["a bold that is closed before what is inside", "<b><div>x</b>y</div>", ["<b"]],
    ["an end tag without a start", "<p>x</span></p></div>", ["</span", "</div"]],
    ["a </p> after its paragraph has ended", "<!doctype html><p>a<div>b</div></p>", ["</p"]],
    ["text between rows", "<table><tr><td>a</td></tr>x</table>", ["x"]],
    ["a string between cells", '<table><tr>{{t "intro"}}<td>a</td></tr></table>', ['{{t "intro"}']],
    ["an element in a table", "<table><p>x</p><tr><td>a</td></tr></table>", ["<p"]],
    ["a missing quote", '<a href="https://example.com>x</a> <p class="y">z</p>', ["<a"]],
    ["a quote that never ends", '<a href="https://example.com>x</a>', ["<a"]],
    ["an attribute twice", '<p id="a" id="b">x</p>', ["<p"]],
    ["a < as text", "<p>1 < 2</p>", [" 2</p>"]],
    ["<div/>", "<div/>x", ["<div"]],
    ["an unknown character name", "<p>&foo; &amp; &eacute; a&b</p>", ["warning &foo; &amp; "]],
    ["a second body", "<body><p>x</p><body>", ["<body"]],
    ["a comment that never ends", "<p>x</p><!-- y", [""]],
  ])("%s", (_, html, expected) => {
    expect(found("broken-html", html)).toEqual(expected);
  });

  test.each([
    ["a tag whose end is in a condition", "{{#if name}}<b>{{/if}}x</b>", 1],
    [
      "a tag whose start and end are in equal conditions",
      "{{#if name}}<b>{{/if}}x{{#if name}}</b>{{/if}}",
      0,
    ],
    ["both branches whole", "{{#if name}}<b>x</b>{{else}}<i>y</i>{{/if}}", 0],
    ["an attribute in each branch", '<p {{#if name}}class="a"{{else}}class="b"{{/if}}>x</p>', 0],
    [
      "a tag of its own in each branch",
      '{{#if name}}<div class="a">{{else}}<div class="b">{{/if}}x</div>',
      2,
    ],
  ])("by branches: %s", (_, html, count) => {
    expect(messages("broken-html", html)).toHaveLength(count);
  });

  test.each([
    ["optional tags", "<ul><li>a<li>b</ul><table><tr><td>a<tr><td>b</table><p>a<p>b"],
    ["end tags of implied elements", "<p>x</p></body></html>"],
    ["a picture after the end", "<html><body><p>x</p></body></html><img src='x' alt=''>"],
    ["void elements of XHTML", '<br /><img src="x" alt=""/><hr/>'],
    [
      "tables in paragraphs of an old doctype",
      '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><p>a<table><tr><td>b</td></tr></table></p>',
    ],
    [
      "Outlook's own",
      "<!--[if mso]><table><tr><td><![endif]--><p>x</p><!--[if mso]></td></tr></table><![endif]-->",
    ],
    [
      "Outlook's own body",
      '<html><!--[if mso]><body class="mso"><![endif]--><!--[if !mso]><!--><body><!--<![endif]--><p>x</p></body></html>',
    ],
    ["<![if !mso]>", "<body><![if !mso]><p>x</p><![endif]></body>"],
    [
      "tags in a title, a style or a comment",
      "<title></b></title><style>/* </b> */</style><!-- </b> --><p title='</b>'>x</p>",
    ],
    ["links with &copy in their query", '<a href="https://example.com/?a=1&copy=2">x</a>'],
  ])("nothing in %s", (_, html) => {
    expect(messages("broken-html", html)).toEqual([]);
  });

  test("a violation in a partial is reported there, and once", () => {
    const files = { "templates/partials/box.html.hbs": "<p>x</p>\n  <b>y" };
    const email = '<div>{{> box}}</div><div>{{> box label=(t "intro")}}</div>';
    expect(places("broken-html", email, { files })).toEqual(["templates/partials/box.html.hbs:2:3"]);
  });

  test("an argument printed in the wrong place is reported where it is passed", () => {
    const files = { "templates/partials/box.html.hbs": "<table><tr><td>y</td></tr>{{label}}</table>" };
    expect(places("broken-html", '<div>\n {{> box label="abc"}}</div>', { files })).toEqual([
      "templates/messages/forgot-password.html.hbs:2:17",
    ]);
  });

  test("tags nested deeper than the call stack", () => {
    const html = "<div>".repeat(12_000);
    expect(["broken-html", "direction", "contrast"].map((rule) => messages(rule, `${html}x`).length)).toEqual(
      [1, 1, 0],
    );
  });
});

test.each([
  ['<img src="x">', ["<img"]],
  ['<img src="x" alt="">', []],
  ['<img src="x" alt="{{t "intro"}}">', []],
  ['<!--[if mso]><img src="x"><![endif]-->', []],
])("picture-text: %s", (html, expected) => {
  expect(found("picture-text", html)).toEqual(expected);
});

test.each([
  ["<table><tr><td>x</td></tr></table>", 1],
  ['<table role="presentation"><tr><td><table role="NONE"><tr><td>x</td></tr></table></td></tr></table>', 0],
  ["<table><tr><th>a</th></tr><tr><td>x</td></tr></table>", 0],
  ["<table><tr><td><table><tr><th>a</th></tr></table></td></tr></table>", 1],
  ["<!--[if mso]><table><tr><td><![endif]-->", 0],
])("layout-table: %s", (html, count) => {
  expect(messages("layout-table", html)).toHaveLength(count);
});

test("equal violations are one, with their number", () => {
  const [message, ...others] = messages("picture-text", '<img src="x">'.repeat(12));
  expect([message?.includes("12"), others]).toEqual([true, []]);
});

describe("lang", () => {
  test.each([
    ['<html lang="{{locale}}"><p>{{t "intro"}}</p></html>', []],
    ['<html lang="en"><p>{{t "intro"}}</p></html>', ["lang="]],
    ['<html><p>{{t "intro"}}</p></html>', ["warning <html"]],
    ['<html><body lang="{{locale}}"><p>{{t "intro"}}</p></html>', []],
    ['<html lang="{{locale}}"><p lang="en">{{t "intro"}}</p></html>', ["lang="]],
    ['<html lang="{{locale}}"><p lang="la">Ad astra</p></html>', []],
    ['<html lang="{{dir}}"><p>x</p></html>', ["lang="]],
  ])("%s", (html, expected) => {
    expect(found("lang", html).map((each) => each.replace(/lang=.*/, "lang="))).toEqual(expected);
  });

  test.each([
    ['lang="de-AT"', 0],
    ['lang="en"', 1],
  ])("an email only in German with %s", (lang, count) => {
    const catalogs = { de: { subject: "S", sms: "{{code}}" } };
    const settings = JSON.stringify({ source: "de", default: "de", locales: "all", drafts: [] });
    const project = { catalogs, files: { "templates/settings.json": settings } };
    expect(messages("lang", `<html ${lang}><p>Guten Tag</p></html>`, project)).toHaveLength(count);
  });
});

describe("direction", () => {
  const inHtml = (html: string) => `<html dir="{{dir}}">${html}</html>`;
  test.each([
    ['<html dir="{{dir}}"><p>{{t "intro"}}</p></html>', 0],
    ['<html dir="auto"><p>{{t "intro"}}</p></html>', 0],
    ['<html dir="ltr"><p>{{t "intro"}}</p></html>', 1],
    ['<html dir="rtl"><p>{{t "intro"}}</p></html>', 1],
    ['<html><p>{{t "intro"}}</p></html>', 1],
    [inHtml('<p style="direction:ltr"><b>{{t "intro"}}</b></p>'), 1],
    [inHtml('<style>.a { direction: ltr }</style><p class="a">{{t "intro"}}</p>'), 1],
    [inHtml('<div style="direction:ltr"><div style="direction:{{dir}}">{{t "intro"}}</div></div>'), 0],
    [
      inHtml('<p style="direction:ltr">{{code}}</p><p dir="ltr">+49 30 123</p><p dir="ltr">Example Inc.</p>'),
      0,
    ],
    [inHtml('<p dir="ltr">مرحبا</p>'), 1],
    [inHtml('<p dir="rtl">Hello</p>'), 1],
    [inHtml('<p dir="ltr" style="display:none">{{t "intro"}}</p>'), 0],
  ])("%s", (html, count) => {
    expect(messages("direction", html)).toHaveLength(count);
  });

  test("every element around a text with the same direction is counted", () => {
    const [message] = messages(
      "direction",
      '<div dir="ltr"><p style="direction:ltr">{{t "intro"}}</p></div>',
    );
    expect(message).toMatch(/ar\. \(2 times/);
  });

  test("is not checked where all languages are written from left to right", () => {
    const catalogs = { en: { subject: "S", sms: "{{code}}", intro: "I" } };
    expect(messages("direction", '<p style="direction:ltr">{{t "intro"}}</p>', { catalogs })).toEqual([]);
  });
});
