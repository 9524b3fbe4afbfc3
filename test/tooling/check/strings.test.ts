import { describe, expect, test } from "vitest";
import { checksum } from "../../../src/tooling/templates/records.ts";
import { type Changes, edited, findingsIn, lines, shipped, shippedText, withStrings } from "./shipped.ts";

const SIGN_UP = "templates/messages/sign-up.html.hbs";
const settings = (changes: object) => ({
  "templates/settings.json": JSON.stringify({ source: "en", default: "en", locales: "all", ...changes }),
});

const emptyCatalog = JSON.stringify(
  JSON.parse(shippedText("templates/locales/en.json"), (_, value) =>
    typeof value === "string" ? "" : value,
  ),
);

type Row = [what: string, files: Changes, expected: readonly string[]];

describe("missing strings", () => {
  test.each<Row>([
    [
      "in the source, where the section is",
      withStrings("en", { "sign-up.intro": null }),
      ["missing-string locales/en.json:1:1 en sign-up.intro"],
    ],
    [
      "in the default language",
      { ...settings({ default: "de" }), ...withStrings("de", { "sign-up.intro": "" }) },
      ["missing-string locales/de.json:22:15 de sign-up.intro"],
    ],
    [
      "in another language: at the source's, once for all of them",
      { ...withStrings("de", { "sign-up.intro": null }), ...withStrings("fr", { "sign-up.intro": "" }) },
      ["missing-string locales/en.json:22:15 en sign-up.intro"],
    ],
    [
      "of a subject that has no structure, in all languages",
      Object.assign(
        {},
        ...["en", "de", "fr", "ja", "ar"].map((tag) => withStrings(tag, { "sign-up.subject": null })),
      ),
      ["missing-string locales/en.json:1:1 en sign-up.subject"],
    ],
    [
      "not in a draft",
      { ...settings({ drafts: ["de"] }), ...withStrings("de", { "sign-up.intro": null }) },
      [],
    ],
    ["not where it is inherited", { "templates/locales/de-AT.json": "{}" }, []],
    [
      "not of a message that is left to Cognito",
      { [SIGN_UP]: null, ...withStrings("de", { "sign-up.intro": null }) },
      [],
    ],
    [
      "not where it is optional",
      {
        ...edited(SIGN_UP, "{{> code}}", '{{#if (t "extra")}}<p>{{t "extra"}}</p>{{/if}}\n{{> code}}'),
        ...withStrings("de", { "sign-up.extra": "Nur hier." }),
      },
      [],
    ],
    [
      "under a key that is misspelt in the source, once, at that key",
      edited("templates/locales/en.json", '"intro"', '"itnro"'),
      ["missing-string locales/en.json:12:5 en forgot-password.intro"],
    ],
    [
      "under a key that is misspelt in another language, once, at that key",
      edited("templates/locales/de.json", '"subject"', '"subjekt"'),
      ["missing-string locales/de.json:9:5 de forgot-password.subject"],
    ],
    [
      "all, in a new language: once, at its catalog",
      { "templates/locales/it.json": emptyCatalog },
      ["missing-string locales/it.json:1:1 it"],
    ],
    [
      "all, in a new language and its region: once",
      { "templates/locales/it.json": emptyCatalog, "templates/locales/it-CH.json": "{}" },
      ["missing-string locales/it.json:1:1 it"],
    ],
    [
      "all, in a language whose catalog is the source's: once",
      { "templates/locales/it.json": shippedText("templates/locales/en.json") },
      ["missing-string locales/it.json:1:1 it"],
    ],
    [
      "all, in a default language that is new: once",
      { ...settings({ default: "it" }), "templates/locales/it.json": emptyCatalog },
      ["missing-string locales/it.json:1:1 it"],
    ],
    [
      "a message in one language, and a string of another message",
      withStrings("de", {
        ...Object.fromEntries(
          ["subject", "title", "preheader", "intro", "not-you", "sms"].map((key) => [`sign-up.${key}`, ""]),
        ),
        "resend-code.intro": "",
      }),
      ["missing-string locales/de.json:1:1 de", "missing-string locales/en.json:30:15 en resend-code.intro"],
    ],
  ])("%s", (_, files, expected) => {
    expect(lines(findingsIn(files))).toEqual(expected);
  });

  test("a subject that no file and no catalog has, in a project of one language", () => {
    const [found] = findingsIn({
      ...Object.fromEntries(
        [...shipped.files.keys()]
          .filter((file) => !/brands|samples|client-m/.test(file))
          .map((file) => [file, null]),
      ),
      "templates/settings.json": "{}",
      "templates/messages/sign-up.html.hbs": "<p>{{code}}</p>",
      "templates/messages/sign-up.sms.txt.hbs": "{{code}}",
    });
    expect(found).toMatchObject({
      rule: "missing-string",
      file: "templates/messages/sign-up.html.hbs",
      suggestion: expect.stringContaining("templates/messages/sign-up.subject.txt.hbs"),
    });
  });

  test("the suggestion to record is a command that can be typed", () => {
    const [found] = findingsIn(withStrings("de", { "shared.help": HELP }));
    expect(found?.suggestion).toMatch(/cognito-recovery -- translated --locale de shared\.help$/);
  });

  test("the languages and messages are named", () => {
    const [found] = findingsIn({
      ...withStrings("de", { "sign-up.intro": null }),
      ...withStrings("fr", { "sign-up.intro": "" }),
    });
    expect(found).toMatchObject({
      severity: "warning",
      message: expect.stringMatching(/\(de\).*\(fr\)\..*sign-up/),
    });
  });
});

const HELP = "Do you need help?";
const record = (source: string, translation: string) => ({
  "templates/sources/de.json": JSON.stringify({
    shared: { help: { source, translation: checksum(translation) } },
  }),
});

test.each<Row>([
  [
    "a key that is misspelt",
    withStrings("de", { "shared.hlep": "Hilfe" }),
    ["unknown-key locales/de.json:7:14 de shared.hlep"],
  ],
  [
    "a key that nothing prints, only in the source",
    { ...withStrings("en", { "sign-up.old": "x" }), ...withStrings("de", { "sign-up.old": "y" }) },
    ["unknown-key locales/en.json:25:13 en sign-up.old"],
  ],
  [
    "a key in a message that the source has in shared",
    withStrings("de", { "sign-up.help": "Hilfe?" }),
    ["unknown-key locales/de.json:25:14 de sign-up.help"],
  ],
  [
    "the source's text",
    withStrings("de", { "shared.help": HELP }),
    ["untranslated locales/de.json:6:14 de shared.help"],
  ],
  [
    "the source's text that is recorded",
    { ...withStrings("de", { "shared.help": HELP }), ...record(HELP, HELP) },
    [],
  ],
  [
    "the source's text in a region of its language",
    { "templates/locales/en-GB.json": JSON.stringify({ shared: { help: HELP } }) },
    [],
  ],
  [
    "a translation of another source",
    record("Need help?", "Brauchen Sie Hilfe?"),
    ["out-of-date locales/de.json:6:14 de shared.help"],
  ],
  ["a translation of another source that has changed too", record("Need help?", "Hilfe?"), []],
  [
    "a value that the source does not print",
    withStrings("de", { "shared.help": "Hilfe bei {{brand.name}}?" }),
    ["different-values locales/de.json:6:14 de shared.help"],
  ],
  [
    "a different value next to one that the source prints",
    {
      ...withStrings("en", { "shared.greeting": "Hello {{name}} of {{brand.name}}," }),
      ...Object.assign(
        {},
        ...["ar", "fr", "ja"].map((tag) =>
          withStrings(tag, { "shared.greeting": `{{name}} {{brand.name}} ${tag}` }),
        ),
      ),
      ...withStrings("de", { "shared.greeting": "Guten Tag von {{brand.name}}," }),
    },
    ["different-values locales/de.json:3:18 de shared.greeting"],
  ],
  [
    "a value that is misspelt in the source, only there",
    withStrings("en", { "sign-up.intro": "At {{brand.nam}}" }),
    ["unknown-value locales/en.json:22:18 en sign-up.intro"],
  ],
  [
    "braces that are wrong in the source, only there",
    withStrings("en", { "sign-up.intro": "At {brand.name}" }),
    ["braces locales/en.json:22:18 en sign-up.intro"],
  ],
  [
    "braces that are wrong around the code, once",
    withStrings("en", { "sign-up.sms": "{code} for {{brand.name}}" }),
    ["braces locales/en.json:24:13 en sign-up.sms"],
  ],
  [
    "an extra brace around the code, once",
    withStrings("en", { "sign-up.sms": "{{{code}}} for {{brand.name}}" }),
    ["braces locales/en.json:24:13 en sign-up.sms"],
  ],
  ["a value twice", withStrings("de", { "sign-up.intro": "{{brand.name}} {{brand.name}}" }), []],
  [
    "an unknown value",
    withStrings("de", { "sign-up.intro": "Bei {{brand.nmae}}" }),
    ["unknown-value locales/de.json:22:19 de sign-up.intro"],
  ],
  [
    "the code in a subject",
    withStrings("de", { "sign-up.subject": "{{code}} für {{brand.name}}" }),
    ["unknown-value locales/de.json:19:17 de sign-up.subject"],
  ],
  [
    "the name in an SMS",
    withStrings("de", { "sign-up.sms": "{{code}} für {{name}} bei {{brand.name}}" }),
    ["unknown-value locales/de.json:24:26 de sign-up.sms"],
  ],
])("%s", (_, files, expected) => {
  expect(lines(findingsIn(files))).toEqual(expected);
});

const inHelp = (text: string) => lines(findingsIn(withStrings("de", { "shared.help": text })));

test.each<[text: string, rule: string, column: number]>([
  ["Hilfe {brand.name}?", "braces", 20],
  ["Hilfe { brand.name }?", "braces", 20],
  ["Hilfe %{brand.name}?", "braces", 21],
  ["Hilfe {{ brand name }}?", "braces", 20],
  ["Hilfe {{#if name}}?", "braces", 20],
  ["Hilfe {{name}?", "braces", 20],
  ["Hilfe }}?", "braces", 20],
  ["Hilfe {{{brand.name}}}?", "braces", 20],
  ["Hilfe {{brand.name}}}?", "braces", 20],
  ["Hilfe {####}?", "typed-placeholder", 20],
  ["Hilfe {username}?", "typed-placeholder", 20],
  ["Hilfe {##Verify Email##}?", "typed-placeholder", 20],
  ["Hilfe %7B####%7D?", "typed-placeholder", 20],
  ["Hilfe &#123;####&#125;?", "typed-placeholder", 20],
  ["Hilfe &lbrace;&num;&num;&num;&num;&rbrace;?", "typed-placeholder", 20],
  ["Hilfe <b>hier</b>?", "markup-as-text", 20],
  ["Hilfe<br/>hier?", "markup-as-text", 19],
  ['<a href="https://example.com">Hilfe</a>', "markup-as-text", 14],
  ["Hilfe &lt;p&gt;?", "markup-as-text", 20],
  ["c&oacute;digo", "markup-as-text", 15],
  ["c&amp;oacute;digo", "markup-as-text", 15],
  ["Hilfe&nbsp;?", "markup-as-text", 19],
])("in a string, %s is %s", (text, rule, column) => {
  const found = inHelp(text).filter((line) => line.startsWith(rule));
  expect(found).toEqual([`${rule} locales/de.json:6:${column} de shared.help`]);
});

test.each([
  "3 < 4 > 2",
  "R&D; und mehr",
  "AT&T",
  "{ok}",
  "a {0} b",
  "§ 5 {x",
  "#### 5",
])("in a string, %s is text", (text) => {
  expect(inHelp(text).filter((line) => !line.startsWith("markup"))).toEqual([]);
});

test("a violation in a draft stops no build", () => {
  const found = findingsIn({
    ...settings({ drafts: ["de"] }),
    ...withStrings("de", { "shared.help": "{name}" }),
  });
  expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(["braces warning"]);
});

const inStructure = (html: string) =>
  lines(findingsIn({ "templates/partials/not-you.html.hbs": `<p>{{t "not-you"}}</p>\n${html}` })).filter(
    (line) => !line.startsWith("untranslatable"),
  );

test.each<[html: string, rule: string, column: number]>([
  ["<p>{brand.name}</p>", "braces", 4],
  ['<a href="{resetLink}">.</a>', "braces", 10],
  ["<p>\\{{name}}</p>", "braces", 5],
  ["<p>{####}</p>", "typed-placeholder", 4],
  ['<a href="https://example.com?c=%7B####%7D">.</a>', "typed-placeholder", 32],
  ["<p>c&amp;oacute;digo</p>", "markup-as-text", 5],
  ["<p>&lt;b&gt;</p>", "markup-as-text", 4],
])("in a structure, %s is %s", (html, rule, column) => {
  expect(inStructure(html)).toEqual([`${rule} partials/not-you.html.hbs:2:${column}`]);
});

test.each([
  "<p>&nbsp;&copy;</p>",
  "<style>@media print{a{color:red}}</style>",
  '<a href="https://example.com?b=1&amp;copy;=2">.</a>',
])("in a structure, %s is all right", (html) => {
  expect(inStructure(html).filter((each) => !each.startsWith("hosts "))).toEqual([]);
});

test("a placeholder in the address of a brand", () => {
  const files = edited("templates/brands.json", "/reset-password", "/reset-password?code=%7B####%7D");
  expect(lines(findingsIn(files))).toEqual(["typed-placeholder brands.json:8:60"]);
});

test("a string missing in the default language belongs where the source has it", () => {
  const settings = { "templates/settings.json": '{ "source": "en", "default": "de" }' };
  const [found] = findingsIn({ ...withStrings("de", { "sign-up.title": null }), ...settings });
  expect(found?.suggestion).toBe('Write "title" in "sign-up".');
});

test("an optional string in `shared` that the source does not have is in the wrong place", () => {
  const [found] = findingsIn({
    ...edited(
      "templates/messages/sign-up.html.hbs",
      "{{> code}}",
      '{{> code}}{{#if (t "extra")}}{{t "extra"}}{{/if}}',
    ),
    ...withStrings("de", { "shared.extra": "Nur hier" }),
  });
  expect(found?.rule).toBe("unknown-string");
  expect(found?.suggestion).toBe(
    'Write "extra" in "sign-up" of templates/locales/de.json, or add it to "shared" of templates/locales/en.json, where it may be empty.',
  );
});

test("records from the time when the source was a translation are no longer compared", () => {
  const record = { source: "Aide ?", translation: checksum("Do you need help?") };
  const files = { "templates/sources/en.json": JSON.stringify({ shared: { help: record } }) };
  expect(findingsIn(files).filter(({ rule }) => rule === "out-of-date")).toEqual([]);
});
