import { describe, expect, test } from "vitest";
import { type Changes, edited, findingsIn, lines, withStrings } from "./shipped.ts";

const SIGN_UP = "templates/messages/sign-up.html.hbs";
const settings = (changes: object) => ({
  "templates/settings.json": JSON.stringify({ source: "en", default: "en", locales: "all", ...changes }),
});
/** Lines added to an email, after its first one. */
const added = (html: string, file = SIGN_UP) => edited(file, "{{#> layout}}\n", `{{#> layout}}\n${html}\n`);
const rulesIn = (files: Changes, metadata?: Readonly<Record<string, unknown>>) =>
  lines(findingsIn(files, metadata));

describe("Handlebars", () => {
  test.each<[what: string, html: string, column: number]>([
    ["a value as HTML", "{{{brand.name}}}", 1],
    ["a value as HTML, with &", "{{&brand.name}}", 1],
    ["a helper", "{{uppercase brand.name}}", 1],
    ["a helper with a name", "{{format value=brand.name}}", 1],
    ["each", "{{#each brand.hosts}}x{{/each}}", 1],
    ["with", "{{#with brand}}{{/with}}", 1],
    ["a section", "{{#brand.legal}}{{/brand.legal}}", 1],
    ["an inverse section", "{{^brand.legal}}{{/brand.legal}}", 1],
    ["a condition on two values", "{{#if brand.legal brand.domain}}{{/if}}", 1],
    ["a condition on a text", '{{#if "x"}}{{/if}}', 1],
    ["a condition on a helper", "{{#if (eq locale dir)}}{{/if}}", 1],
    ["a condition on zero", "{{#if brand.legal includeZero=true}}{{/if}}", 1],
    ["a condition inside another", "{{#if brand.legal}}{{#each x}}{{/each}}{{/if}}", 20],
    ["a literal", '{{"x"}}', 1],
    ["a number", "{{12}}", 1],
    ["text without a key", "{{t}}", 1],
    ["text of a value", "{{t brand.name}}", 1],
    ["text with a value", '{{t "intro" name=name}}', 1],
    ["a key in curly quotes", "{{t “intro”}}", 1],
    ["a dynamic partial", "{{> (lookup . 'x')}}", 1],
    ["a partial's context", "{{> not-you brand}}", 1],
    ["a partial's argument that is computed", '{{> note label=(concat "a" "b")}}', 1],
    ["a decorator", "{{* x}}", 1],
    ["an inline partial", '{{#*inline "x"}}{{/inline}}', 1],
    ["a raw block", "{{{{raw}}}}{{x}}{{{{/raw}}}}", 1],
  ])("%s is not allowed", (_, html, column) => {
    expect(rulesIn(added(html))).toEqual([`allowed-syntax messages/sign-up.html.hbs:2:${column}`]);
  });

  test.each([
    "{{!-- a note --}}{{! another }}",
    "{{#unless brand.legal}}{{else}}{{/unless}}",
    '{{#if (t "intro")}}{{/if}}',
    "{{#if brand.legal}}{{brand.legal}}{{else if brand.domain}}{{brand.domain}}{{/if}}",
    '{{> not-you a="x" b=1 c=true d=brand.name e=(t "intro")}}',
    "{{~#if brand.domain~}} {{~brand.domain~}} {{~/if~}}",
  ])("%s is allowed", (html) => {
    expect(rulesIn(added(html))).toEqual([]);
  });

  test.each<[what: string, files: Changes, expected: readonly string[]]>([
    ["a partial that is missing", added("{{> nothing}}"), ["missing-partial messages/sign-up.html.hbs:2:1"]],
    [
      "one with a block",
      added("{{#> nothing}}{{/nothing}}"),
      ["missing-partial messages/sign-up.html.hbs:2:1"],
    ],
    [
      "one in a partial, once",
      { "templates/partials/note.html.hbs": "{{> a}}" },
      ["missing-partial partials/note.html.hbs:1:1"],
    ],
    [
      "two that include each other",
      {
        "templates/partials/a.html.hbs": "{{> b}}",
        "templates/partials/b.html.hbs": "{{> a}}",
        ...added("{{> a}}"),
      },
      ["circular-partial partials/a.html.hbs:1:1", "circular-partial partials/b.html.hbs:1:1"],
    ],
    [
      "one that nothing includes",
      { "templates/partials/a.txt.hbs": "x" },
      ["unused-partial partials/a.txt.hbs:1:1"],
    ],
    [
      "one that only an unused partial includes",
      { "templates/partials/a.html.hbs": "{{> not-you}}" },
      ["unused-partial partials/a.html.hbs:1:1"],
    ],
  ])("%s", (_, files, expected) => {
    expect(rulesIn(files)).toEqual(expected);
  });
});

describe("values", () => {
  const shop = { shop: { type: "string", maxLength: 20 } };

  test.each<[what: string, files: Changes, expected: readonly string[]]>([
    ["an unknown one", added("{{brand.nam}}"), ["unknown-value messages/sign-up.html.hbs:2:1"]],
    [
      "an unknown one in a condition",
      added("{{#if nmae}}{{/if}}"),
      ["unknown-value messages/sign-up.html.hbs:2:7"],
    ],
    [
      "an unknown argument",
      added("{{> button href=resetLnk label=dir}}"),
      ["unknown-value messages/sign-up.html.hbs:2:17"],
    ],
    [
      "an argument that is not passed, at the partial",
      added("{{> button href=dir}}"),
      ["unknown-value partials/button.html.hbs:3:241"],
    ],
    ["this", added("{{this}}"), ["unknown-value messages/sign-up.html.hbs:2:1"]],
    ["a group of values", added("{{brand}}"), ["unknown-value messages/sign-up.html.hbs:2:1"]],
    [
      "the logo itself",
      added("{{#if brand.logo}}{{brand.logo}}{{/if}}"),
      ["unknown-value messages/sign-up.html.hbs:2:19"],
    ],
    [
      "the user name outside of an invitation",
      added("{{username}}"),
      ["unknown-value messages/sign-up.html.hbs:2:1"],
    ],
    [
      "the code in a subject",
      { "templates/messages/sign-up.subject.txt.hbs": "{{code}}" },
      ["unknown-value messages/sign-up.subject.txt.hbs:1:1"],
    ],
    ["a name outside of its condition", added("{{name}}"), ["optional-value messages/sign-up.html.hbs:2:1"]],
    [
      "a name in the else of its condition",
      added("{{#if name}}{{else}}{{name}}{{/if}}"),
      ["optional-value messages/sign-up.html.hbs:2:21"],
    ],
    [
      "a name unless there is one",
      added("{{#unless name}}{{name}}{{/unless}}"),
      ["optional-value messages/sign-up.html.hbs:2:17"],
    ],
    [
      "a value in the condition of another",
      added("{{#if name}}{{metadata.shop}}{{/if}}"),
      ["optional-value messages/sign-up.html.hbs:2:13"],
    ],
    [
      "a brand's value that one brand does not have",
      added("{{brand.supportUrl}}"),
      ["optional-value messages/sign-up.html.hbs:2:1"],
    ],
    [
      "a part of the logo",
      added("{{#if brand.logo.dark}}{{brand.logo.dark}}{{/if}}"),
      ["optional-value messages/sign-up.html.hbs:2:24"],
    ],
    [
      "an argument outside of its condition",
      added("{{> button href=resetLink label=dir}}"),
      ["optional-value messages/sign-up.html.hbs:2:17"],
    ],
    ["a name in its condition", added("{{#if name}}{{name}}{{/if}}"), []],
    ["a name in an inner condition", added("{{#if name}}{{#if brand.legal}}{{name}}{{/if}}{{/if}}"), []],
    [
      "a string that prints one outside of its condition, at the structure",
      edited(
        SIGN_UP,
        '{{#if name}}{{t "greeting"}}{{else}}{{t "greeting-without-name"}}{{/if}}',
        '{{t "greeting"}}{{t "greeting-without-name"}}',
      ),
      ["optional-value messages/sign-up.html.hbs:2:4 shared.greeting"],
    ],
    [
      "a string of one language that prints one outside of its condition",
      withStrings("de", { "sign-up.intro": "{{name}}, bei {{brand.name}}" }),
      [
        "different-values locales/de.json:22:15 de sign-up.intro",
        "optional-value locales/de.json:22:15 de sign-up.intro",
      ],
    ],
  ])("%s", (_, files, expected) => {
    expect(rulesIn(files, shop)).toEqual(expected);
  });

  test.each([
    ["{{brand.nam}}", "{{brand.name}}"],
    ["{{intro}}", '{{t "intro"}}'],
    ["{{greeting}}", '{{t "greeting"}}'],
  ])("%s: did you mean %s", (typed, meant) => {
    const [found] = findingsIn(added(typed));
    expect(found?.suggestion).toBe(`Did you mean ${meant}?`);
  });

  test.each<[what: string, html: string, column: number]>([
    ["an attribute", '<p title="{{#if name}}{{name}}{{/if}}">', 23],
    ["an attribute without quotes", "<p class={{#if name}}{{name}}{{/if}}>", 22],
    ["an address", '<a href="https://a.example/{{#if name}}{{name}}{{/if}}">', 40],
    ["an attribute in the other quotes", "<p title='\"{{#if name}}{{name}}{{/if}}'>", 24],
    ["a style", '<p style="color:{{#if name}}{{name}}{{/if}}">', 29],
    ["a tag", "<p {{#if name}}{{name}}{{/if}}>", 16],
    ["a comment", "<!--[if mso]>{{#if name}}{{name}}{{/if}}<![endif]-->", 26],
    ["a style sheet", "<style>a{ {{#if name}}{{name}}{{/if}} }</style>", 23],
    ["a title", "<title>{{#if name}}{{name}}{{/if}}</title>", 20],
    ["a title, by way of a string", '<title>{{#if name}}{{t "greeting"}}{{/if}}</title>', 20],
  ])("a personal value is not printed in %s", (_, html, column) => {
    const found = rulesIn(added(html)).filter((line) => line.startsWith("personal"));
    expect(found).toEqual([expect.stringContaining(`personal-value messages/sign-up.html.hbs:2:${column}`)]);
  });

  test("a personal value in a string of one language, printed in an attribute", () => {
    const files = {
      ...added('<p title="{{#if name}}{{t "intro"}}{{/if}}">'),
      ...withStrings("de", { "sign-up.intro": "{{name}} {{brand.name}}" }),
    };
    const found = rulesIn(files).filter((line) => line.startsWith("personal"));
    expect(found).toEqual(["personal-value locales/de.json:22:15 de sign-up.intro"]);
  });
});

describe("texts", () => {
  test.each<[what: string, html: string, expected: readonly string[]]>([
    ["in an address", '<a href="{{t "intro"}}">', ["text-place :2:10"]],
    ["in a style", '<p style="{{t "intro"}}">', ["text-place :2:11"]],
    ["in a style sheet", '<style>{{t "intro"}}</style>', ["text-place :2:8"]],
    ["in a comment", '<!--[if mso]>{{t "intro"}}<![endif]-->', ["text-place :2:14"]],
    ["in a tag", '<p {{t "intro"}}>', ["text-place :2:4"]],
    [
      "in text that is read aloud",
      '<img alt="{{t "intro"}}" title="{{t "intro"}}"><p aria-label="{{t "intro"}}">',
      [],
    ],
    ["with a key that is misspelt", '{{t "intor"}}', ["unknown-string :2:1"]],
    [
      "with an optional key that no language has, once",
      '{{#if (t "ps")}}{{t "ps"}}{{/if}}',
      ["unknown-string :2:1"],
    ],
    ["written here", "<p>Hello</p>", ["untranslatable-text :2:4"]],
    ["written here, read aloud", '<img alt="Logo">', ["untranslatable-text :2:11"]],
    ["written here, in the title", "<title>Hello</title>", ["untranslatable-text :2:8"]],
    ["of entities and marks", "<p>&nbsp;&#8204; — 24 &copy;</p>", []],
    ["of Outlook's own", "<!--[if mso]><p>Outlook</p><![endif]--><!--[if !mso]><!--><!--<![endif]-->", []],
    ["of Outlook's own, in the other form", "<!--[if !mso]><!-- --><p>.</p><!-- <![endif]-->", []],
    ["of styles and classes", '<style>.a { color: red }</style><p class="note" style="color:red">.</p>', []],
    ["in an HTML comment", "<p>.</p><!-- ask legal -->", ["html-comment :2:9"]],
    ["in a Handlebars comment", "{{!-- <!-- ask legal --> --}}", []],
  ])("text %s", (_, html, expected) => {
    const short = rulesIn(added(html)).map((line) => line.replace("messages/sign-up.html.hbs", ""));
    expect(short).toEqual(expected);
  });

  test("text in a structure is right where one language is offered", () => {
    expect(rulesIn({ ...settings({ locales: ["en"] }), ...added("<p>Hello</p>") })).toEqual([]);
  });

  test("text of an SMS's own structure", () => {
    const files = { "templates/messages/sign-up.sms.txt.hbs": '{{t "sms"}} Bye' };
    expect(rulesIn(files)).toEqual(["untranslatable-text messages/sign-up.sms.txt.hbs:1:13"]);
  });
});
