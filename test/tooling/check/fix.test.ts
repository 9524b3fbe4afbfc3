import { expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import type { Copy } from "../../../src/tooling/check/copy.ts";
import { fixed } from "../../../src/tooling/check/fix.ts";
import { BRANDS } from "../../../src/tooling/templates/settings.ts";
import { shipped, smallCopy } from "./shipped.ts";

const email = "templates/en/forgot-password/email.html.hbs";
const sms = "templates/en/forgot-password/sms.txt.hbs";
const subject = "templates/en/forgot-password/subject.txt.hbs";

/** The partial that a text includes, if it does. */
const box = (text: string) =>
  text.includes("{{> box") ? { "templates/_brand/box.txt.hbs": "{{label}}" } : {};

/** What the fixer makes of a file. */
function after(file: string, text: string): string | undefined {
  return fixed(smallCopy({ [file]: text })).copy.files.get(file);
}

test.each([
  [
    "entities for spaces in the text of an email",
    email,
    "{{code}} 1\u00a0h\u202f!",
    "{{code}} 1&nbsp;h&#8239;!",
  ],
  ["and in an attribute", email, '{{code}}<p title="a\u2003b">', '{{code}}<p title="a&emsp;b">'],
  ["and for what joins letters", email, "{{code}} می\u200cروم", "{{code}} می&zwnj;روم"],
  [
    "ordinary spaces in a tag and a style",
    email,
    "{{code}}<p\u00a0dir=ltr><style>a\u2009{}</style>",
    "{{code}}<p dir=ltr><style>a {}</style>",
  ],
  [
    "nothing in a comment, and in what is handed to a partial",
    email,
    '{{code}}{{! \u00a0}}{{!-- "\u00a0}} --}}{{> support ask="a\u00a0b"}}',
    undefined,
  ],
  [
    "nothing where what is left would read as a tag, an entity or a placeholder",
    email,
    "{{code}} a &\ufefflt; &l\ufefft; <\ufeffb>c {\ufeff####} {#\ufeff###} {####\ufeff} <\ufeff\ufeffb> &#\ufeff8;",
    undefined,
  ],
  [
    "nothing for the line ends of Windows, and no end for a last line without one",
    email,
    "{{code}}\r\na\u00a0b\r\n\r\nc",
    "{{code}}\r\na&nbsp;b\r\n\r\nc",
  ],
  ["nor in a subject", subject, "{\ufeff####} {user\u200bname}", undefined],
  ["a space for a control character that is one", email, "{{code}} a\u0085b", "{{code}} a b"],
  [
    "no <bdi> where spaces are taken away",
    email,
    "{{code}} {{#if name}}a {{~name~}} b {{name}}{{/if}}",
    "{{code}} {{#if name}}a {{~name~}} b <bdi>{{name}}</bdi>{{/if}}",
  ],
  ["nothing for a control character", email, "{{code}}a\u0007b", "{{code}}ab"],
  ["ordinary spaces in an SMS", sms, "{{code}}\u00a0is\u3000it", "{{code}} is it"],
  [
    "and in what is handed to a partial there",
    sms,
    '{{code}} {{> box label="a\u202fb"}}',
    '{{code}} {{> box label="a b"}}',
  ],
  ["nothing for what nobody sees", subject, "\ufeffPass\u00adword\u200b", "Password"],
  ["nothing where words may need it", subject, "می\u200cروم \u2068x\u2069", undefined],
  [
    "nothing that Handlebars would read otherwise",
    subject,
    "{\u200b{brand.name}} \\\u00ad{{locale}}",
    undefined,
  ],
] as const)("puts in %s", (_, file, before, expected) => {
  const files = { ...box(before), [file]: before };
  const { copy, changes } = fixed(smallCopy(files));
  expect(copy.files.get(file)).toBe(expected ?? before);
  expect(changes).toEqual(expected ? [{ file, before, after: expected }] : []);
});

const hello = (place: string) => `{{code}}{{#if name}}${place}{{/if}}`;

test.each<[string, string, string | undefined]>([
  ...["noscript", "xmp", "noembed", "noframes", "iframe", "plaintext", "svg", "math"].map(
    (name): [string, string, undefined] => [
      `in <${name}>`,
      hello(`<${name}>Hello {{name}}</${name}>`),
      undefined,
    ],
  ),
  ["in the text of a drawing", hello("<svg><text>{{name}}</text></svg>"), undefined],
  [
    "in a tag that was meant to be another, once that is mended",
    hello("<bdi\u00a0>{{name}}</bdi>"),
    hello("<bdi >{{name}}</bdi>"),
  ],
  ["in a tag that is not closed", hello('<bdi dir="auto" <b>{{name}}</bdi>'), undefined],
  ["twice", hello("<p>{{name}}</p>"), hello("<p><bdi>{{name}}</bdi></p>")],
])("puts no <bdi> around what a person typed %s", (_, before, expected) => {
  expect(after(email, before)).toBe(expected ?? before);
});

test("puts none where the same text is printed in a title or an attribute as well", () => {
  const box = "templates/_brand/box.html.hbs";
  const text = "{{#if name}}{{name}}, {{/if}}";
  const boxOf = (before: string) =>
    fixed(smallCopy({ [box]: text, [email]: `{{code}}${before}` })).copy.files.get(box);
  expect(boxOf("<p>{{> box}}</p>")).toBe("{{#if name}}<bdi>{{name}}</bdi>, {{/if}}");
  expect(boxOf("<title>{{> box}}</title><p>{{> box}}</p>")).toBe(text);
  expect(boxOf('<p title="{{> box}}">{{> box}}</p>')).toBe(text);
  const twice = {
    "templates/_brand/twice.html.hbs": "<title>{{> @partial-block}}</title><p>{{> @partial-block}}</p>",
    [email]: "{{code}}{{#> twice}}{{#if name}}{{name}}{{/if}}{{/twice}}",
  };
  expect(fixed(smallCopy(twice)).changes).toEqual([]);
  const other = "templates/en/sign-up/email.html.hbs";
  const both = { [box]: text, [email]: "{{code}}{{> box}}" };
  // What cannot be read may include it anywhere.
  const unsound = "{{code}}<title>{{> box}}</title>{{nothing}}";
  for (const each of ["{{code}}<title>{{> box}}</title>", unsound, `${unsound}{{`]) {
    expect(fixed(smallCopy({ ...both, [other]: each })).copy.files.get(box)).toBe(text);
  }
});

test.each([
  ["an entity, which ends no value without quotes", "alt=Sample\u00a0Shop", "alt=Sample&nbsp;Shop"],
  ["nothing in an address", 'href="mailto:\u00a0a@example.com"', undefined],
  ["nor in one without quotes", "href=https://example.com/a\u00a0b", undefined],
  ["an ordinary space in a style", 'style="margin:24px\u00a00 0"', 'style="margin:24px 0 0"'],
  ["but none that would end it", "style=margin:24px\u00a00", undefined],
  ["nothing in what programs read", 'width="100%\u00a0"', undefined],
])("puts in an attribute %s", (_, before, expected) => {
  expect(after(email, `{{code}}<a ${before}>x</a>`)).toBe(`{{code}}<a ${expected ?? before}>x</a>`);
});

test("reads what is for Outlook alone as markup", () => {
  const table = (space: string) =>
    `{{code}}<!--[if mso]><table role="presentation"${space}width="100%"><tr><td>a\u00a0b<![endif]--> <!-- c -->`;
  expect(after(email, table("\u00a0"))).toBe(table(" ").replace("a\u00a0b", "a&nbsp;b"));
  expect(after(email, "{{code}}<!--[if\u00a0mso]><p><![endif]-->")).toBe(
    "{{code}}<!--[if mso]><p><![endif]-->",
  );
  expect(after(email, '{{code}}<!--[if !mso]><!--><p\u00a0dir="ltr"><!--<![endif]-->')).toBe(
    '{{code}}<!--[if !mso]><!--><p dir="ltr"><!--<![endif]-->',
  );
});

test("puts into a partial what is right wherever it is included, or nothing", () => {
  const box = "templates/_brand/box.html.hbs";
  const boxOf = (before: string) =>
    fixed(smallCopy({ [box]: "a\u00a0b", [email]: `{{code}}${before}` })).copy.files.get(box);
  expect(boxOf("{{> box}}")).toBe("a&nbsp;b");
  expect(boxOf('{{> box}}<p title="{{> box}}">')).toBe("a&nbsp;b");
  expect(boxOf("<style>{{> box}}</style>")).toBe("a b");
  expect(boxOf("{{> box}}<style>{{> box}}</style>")).toBe("a\u00a0b");
  expect(boxOf('<a href="{{> box}}">x</a>')).toBe("a\u00a0b");
});

test("leaves out what would bring an error with it", () => {
  const made = "{{code}} Stunde.\u00adEs {{brand.name}}, evil.\u200bcom";
  for (const file of [sms, subject]) {
    const files = { [file]: made };
    const errors = (copy: Copy) =>
      check(copy).findings.filter((finding) => finding.severity === "error").length;
    const { copy } = fixed(smallCopy(files));
    expect(errors(copy)).toBe(errors(smallCopy(files)));
  }
});

test("leaves the keys of brand.json alone: they would be those of others", () => {
  const brand = shipped.files.get(BRANDS) as string;
  const clients = brand.replace(/"clients": \{/, '"clients": { "a\u00a0b": { "brand": "example" },');
  expect(clients).not.toBe(brand);
  expect(after(BRANDS, clients)).toBe(clients);
});

const long = " and this goes on until it would not fit into seventy characters.";

test.each([
  ["straight quotes", `{{code}} it’s “yours”, „x“${long}`, `{{code}} it's "yours", "x"${long}`],
  [
    "a hyphen for a dash that stands alone or spans figures",
    `{{code}} – 9–17${long}`,
    `{{code}} - 9-17${long}`,
  ],
  ["three dots", `{{code}} so…${long}`, `{{code}} so...${long}`],
  ["a letter in one piece", `{{code}} cafe\u0301${long}`, `{{code}} café${long}`],
  ["no quote within quotes", `{{code}} {{> box label="a “b”"}}${long}`, undefined],
  ["no hyphen within a word, and nothing for guillemets", `{{code}} a—b «x»${long}`, undefined],
  ["no dots that would not fit", `{{code}} …${"x".repeat(132)}`, undefined],
  ["nothing in a text that is written in other letters", `{{code}} Żółć – “ą”${long}`, undefined],
  ["nothing in an SMS that costs no more for it", "{{code}} it’s yours", undefined],
])("keeps an SMS in the networks' alphabet: %s", (_, before, expected) => {
  const files = { ...box(before), [sms]: before };
  expect(fixed(smallCopy(files)).copy.files.get(sms)).toBe(expected ?? before);
});

test("leaves a text alone that a subject prints as well", () => {
  const box = "templates/_brand/box.txt.hbs";
  const files = { [box]: `it’s${long}`, [sms]: "{{code}} {{> box}}" };
  expect(fixed(smallCopy(files)).copy.files.get(box)).toBe(`it's${long}`);
  expect(fixed(smallCopy({ ...files, [subject]: "{{> box}}" })).copy.files.get(box)).toBe(`it’s${long}`);
});

test("mends brand.json too, whether the character or its escape is written", () => {
  const brand = shipped.files.get(BRANDS) as string;
  const named = (name: string) => brand.replace('"Example"', () => name);
  expect(after(BRANDS, named('"Exa\u00a0m\\u00A0ple"'))).toBe(named('"Exa m ple"'));
});

test("nothing changes in copy that needs no mending", () => {
  const { copy, changes } = fixed(shipped);
  expect(changes).toEqual([]);
  expect(copy.files).toEqual(shipped.files);
});
