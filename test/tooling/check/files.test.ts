import { expect, test } from "vitest";
import { type Changes, edited, findingsIn, lines, shippedText } from "./shipped.ts";

const conflict = (file: string) => ({ [file]: `<<<<<<< HEAD\n${shippedText(file)}=======\n>>>>>>> main\n` });

test.each<[what: string, files: Changes, expected: readonly string[]]>([
  [
    "a key of the settings that is misspelt",
    edited("templates/settings.json", '"drafts"', '"draft"'),
    ["settings settings.json:5:3"],
  ],
  [
    "a brand that is not an object",
    edited("templates/brands.json", '"default": "example"', '"default": "exampel"'),
    ["settings brands.json:2:3"],
  ],
  [
    "a language that is offered and has no catalog",
    edited("templates/settings.json", '"all"', '["en", "de", "it"]'),
    ["settings settings.json:4:27"],
  ],
  [
    "the source's catalog that is missing, and nothing else",
    { "templates/locales/en.json": null },
    ["settings settings.json:2:3"],
  ],
  [
    "a default language without a catalog, and nothing else",
    edited("templates/settings.json", '"default": "en"', '"default": "it"'),
    ["settings settings.json:3:3"],
  ],
  [
    "a default language that is a region of one with a catalog",
    edited("templates/settings.json", '"default": "en"', '"default": "de-AT"'),
    [],
  ],
  ["samples that cannot be read", { "templates/samples.json": "{ x }" }, ["settings samples.json:1:3"]],
  [
    "notes on languages with an unknown key",
    { "templates/languages.json": '{ "de": { "glosary": {} } }' },
    ["settings languages.json:1:11"],
  ],
  [
    "a catalog that is not JSON, without findings about missing strings",
    edited("templates/locales/de.json", '"shared": {', '"shared": '),
    ["catalog locales/de.json:3:15 de"],
  ],
  [
    "the source's catalog that is not JSON, and nothing else",
    { "templates/locales/en.json": "{" },
    ["catalog locales/en.json:1:2 en"],
  ],
  [
    "a merge in a catalog, once",
    conflict("templates/locales/de.json"),
    ["merge-conflict locales/de.json:1:1 de"],
  ],
  [
    "a merge in a structure, once",
    conflict("templates/messages/sign-up.html.hbs"),
    ["merge-conflict messages/sign-up.html.hbs:1:1"],
  ],
  [
    "a merge in the settings, once",
    conflict("templates/settings.json"),
    ["merge-conflict settings.json:1:1"],
  ],
  [
    "a line of equals signs is text",
    edited("templates/partials/not-you.html.hbs", "<p>", "<p>\n=======\n"),
    [],
  ],
  [
    "a letter lost in encoding",
    edited("templates/locales/de.json", "für", "f\ufffdr"),
    ["encoding locales/de.json:9:27 de forgot-password.subject"],
  ],
  [
    "a message with another name",
    { "templates/messages/sign_up.html.hbs": "x" },
    ["unread-file messages/sign_up.html.hbs:1:1"],
  ],
  [
    "a part with another name",
    { "templates/messages/sign-up.sms.hbs": "x" },
    ["unread-file messages/sign-up.sms.hbs:1:1"],
  ],
  [
    "a partial without its kind",
    { "templates/partials/code.hbs": "x" },
    ["unread-file partials/code.hbs:1:1"],
  ],
  [
    "a partial in a folder",
    { "templates/partials/a/b.html.hbs": "x" },
    ["unread-file partials/a/b.html.hbs:1:1"],
  ],
  [
    "a catalog of no language",
    { "templates/locales/german.json": "{}" },
    ["unread-file locales/german.json:1:1"],
  ],
  [
    "a record without its catalog",
    { "templates/sources/it.json": "{}" },
    ["unread-file sources/it.json:1:1"],
  ],
  ["settings with another name", { "templates/setings.json": "{}" }, ["unread-file setings.json:1:1"]],
  [
    "a part of a message that is left to Cognito",
    { "templates/messages/sign-up.html.hbs": null, "templates/messages/sign-up.sms.txt.hbs": "{{code}}" },
    ["unread-file messages/sign-up.sms.txt.hbs:1:1"],
  ],
  ["a message that is left to Cognito is not missing", { "templates/messages/sign-up.html.hbs": null }, []],
])("%s", (_, files, expected) => {
  expect(lines(findingsIn(files))).toEqual(expected);
});

test.each<[what: string, text: string, place: string, hint: RegExp]>([
  ["a missing brace", "<p>\n<b>{{brand.name}</b>\n", "2:4", /brace is missing/],
  ["a missing brace at the beginning", "<p>\n<b>{brand.name}}</b>\n{{#if}", "3:1", /brace is missing/],
  ["curly quotes", "<p>\n{{#if “name”}}“{{/if}\n", "2:1", /straight quotes/],
  ["a missing quote", '<p>\n{{t "intro}}\n<b class="a">', "2:1", /quote is missing/],
  ["a block that is not closed", "<p>\n{{#if name}}\n{{name}}\n", "2:1", /\{\{\/if\}\}/],
  ["a partial's block that is not closed", "{{#> layout}}\n{{#if name}}{{/if}}\n", "1:1", /\{\{\/layout\}\}/],
  ["a block that is closed by another name", "{{#if name}}\n{{/unless}}\n", "1:4", /Close \{\{#if\}\}/],
  ["an else outside of a block", "<p>\n{{else}}\n", "2:1", /braces/],
])("syntax: %s", (_, text, place, hint) => {
  const found = findingsIn({ "templates/messages/sign-up.html.hbs": text });
  expect(lines(found)).toEqual([`template-syntax messages/sign-up.html.hbs:${place}`]);
  expect(found[0]?.suggestion).toMatch(hint);
});

test("the message includes the error of Handlebars", () => {
  const [found] = findingsIn({ "templates/messages/sign-up.html.hbs": "{{else}}" });
  expect(found?.message).toMatch(/got 'INVERSE'|unexpected 'INVERSE'/);
});

test("the same finding many times in a file is one, with a count and its lines", () => {
  const many = `<p>{{t "not-you"}}</p>${"<!-- a -->\n".repeat(959)}`;
  const found = findingsIn({ "templates/partials/not-you.html.hbs": many });
  expect(lines(found)).toEqual(["html-comment partials/not-you.html.hbs:1:23"]);
  expect(found[0]?.message).toMatch(/959 times: lines 1, 2, 3, 4, 5, …/);
});

test.each([
  ["templates/locales/de_AT.json", "templates/locales/de-AT.json"],
  ["templates/locales/DE-at.json", "templates/locales/de-AT.json"],
  ["templates/sources/pt_br.json", "templates/sources/pt-BR.json"],
])("%s is read as %s", (file, meant) => {
  expect(findingsIn({ [file]: "{}" })[0]?.suggestion).toContain(meant);
});

const brand = (changes: string) => edited("templates/brands.json", '"name"', `${changes}, "name"`);

test.each<[what: string, files: Changes, words: RegExp]>([
  ["a logo that is an address", brand('"logo": "https://example.com/logo.png"'), /"url".*"width".*"height"/],
  ["a line break", brand('"legal": "Example\\nLtd."'), /^"Example\\nLtd\."/],
  [
    "a number in quotes",
    brand('"logo": { "url": "https://a.example", "width": "1", "height": 1 }'),
    /a number/,
  ],
  [
    "a number that is too large",
    brand('"logo": { "url": "https://a.example", "width": 601, "height": 1 }'),
    /at most 600/,
  ],
  [
    "a quote inside of a text",
    edited("templates/locales/de.json", "Hilfe?", '"Hilfe"?'),
    /a quote inside .* \\"/,
  ],
])("%s: the finding shows the correct form", (_, files, words) => {
  const texts = findingsIn(files).flatMap(({ message, suggestion }) => [message, suggestion]);
  expect(texts).toContainEqual(expect.stringMatching(words));
});
