import { describe, expect, test } from "vitest";
import { type Changes, edited, findingsIn, lines, withStrings } from "./shipped.ts";

const SIGN_UP = "templates/messages/sign-up.html.hbs";
const SMS = "templates/messages/sign-up.sms.txt.hbs";
const rulesIn = (files: Changes, metadata?: Readonly<Record<string, unknown>>) =>
  lines(findingsIn(files, metadata));
const sms = (text: string) => withStrings("de", { "sign-up.sms": text });
const subject = (text: string) => withStrings("de", { "sign-up.subject": text });
const B = "{{brand.name}}";

type Row = [what: string, files: Changes, expected: readonly string[]];

describe("what Cognito rejects", () => {
  test.each<Row>([
    [
      "an SMS whose code is missing in one language",
      sms(`Für ${B}`),
      ["missing-code locales/de.json:24:13 de sign-up.sms"],
    ],
    [
      "an SMS without a code, in its own structure",
      { [SMS]: "{{brand.name}}." },
      ["unknown-key locales/en.json:24:13 en sign-up.sms", "missing-code messages/sign-up.sms.txt.hbs:1:1"],
    ],
    [
      "an SMS with a code for some",
      { [SMS]: '{{#if metadata.locale}}{{code}}{{else}}{{brand.name}}{{/if}} {{t "sms"}}', ...noCode("sms") },
      ["missing-code messages/sign-up.sms.txt.hbs:1:24"],
    ],
    [
      "an email without a code, once for all languages",
      edited(SIGN_UP, "{{> code}}\n", ""),
      ["missing-code messages/sign-up.html.hbs:1:1"],
    ],
    [
      "an email with a code for some",
      edited(SIGN_UP, "{{> code}}", "{{#if name}}{{code}}{{/if}}"),
      ["missing-code messages/sign-up.html.hbs:4:13"],
    ],
    [
      "an invitation whose user name is missing in one language",
      withStrings("de", { "admin-create-user.user-name": "Benutzername" }),
      ["missing-username locales/de.json:63:19 de admin-create-user.user-name"],
    ],
    [
      "an invitation without a user name",
      edited("templates/messages/admin-create-user.html.hbs", '<p>{{t "user-name"}}</p>\n', ""),
      [
        "unknown-key locales/en.json:63:19 en admin-create-user.user-name",
        "missing-username messages/admin-create-user.html.hbs:1:1",
      ],
    ],
    [
      "an emoji of Unicode 14 in a subject",
      subject(`${B} \u{1fae0}`),
      ["rejected-character locales/de.json:19:32 de sign-up.subject"],
    ],
    ["one in an email is sent as an entity", withStrings("de", { "sign-up.intro": `${B} \u{1fae0}` }), []],
    ["spaces that the Lambda repairs", { ...subject(`\u00a0${B}\u202f`), ...sms(`{{code}}\u00a0${B}`) }, []],
    [
      "one of a brand",
      edited("templates/brands.json", '"Example"', '"Ex\u20c0"'),
      ["rejected-character brands.json:5:18", "sms-cost brands.json:5:18"],
    ],
    [
      "an SMS of 140 characters",
      sms(`{{code}} ${"x".repeat(140 - 7)}`),
      ["different-values locales/de.json:24:13 de sign-up.sms"],
    ],
    [
      "an SMS of 141 characters with the longest brand",
      sms(`{{code}} ${B} ${"x".repeat(141 - 7 - 12)}`),
      ["length locales/de.json:24:13 de sign-up.sms"],
    ],
    [
      "a code to sign in has 8 digits",
      withStrings("de", { "authentication.sms": `{{code}} ${B} ${"x".repeat(139 - 7 - 12)}` }),
      ["length locales/de.json:40:13 de authentication.sms"],
    ],
    [
      "a subject of 141 characters",
      subject(`${B} ${"x".repeat(129)}`),
      ["length locales/de.json:19:17 de sign-up.subject"],
    ],
    [
      "a long layout, once",
      edited("templates/partials/layout.html.hbs", "</body>", `${'<p class="a">.</p>'.repeat(1_000)}</body>`),
      ["length partials/layout.html.hbs:1:1"],
    ],
    [
      "a long string of an email",
      withStrings("de", { "sign-up.intro": `${B} ${"x ".repeat(10_000)}` }),
      ["length locales/de.json:22:15 de sign-up.intro"],
    ],
    [
      "a subject that is empty for some",
      { "templates/messages/sign-up.subject.txt.hbs": "{{#if name}}{{name}}{{/if}}" },
      ["unknown-key locales/en.json:19:17 en sign-up.subject", "length messages/sign-up.subject.txt.hbs:1:1"],
    ],
  ])("%s", (_, files, expected) => {
    expect(rulesIn(files)).toEqual(expected);
  });

  test.each<[what: string, schema: object, words: string]>([
    [
      "its maxLength",
      { type: "string", maxLength: 50 },
      "50 characters, the limit in triggers/client-metadata.ts",
    ],
    ["its longest choice", { enum: ["a".repeat(60), "b"] }, "60 characters, the limit"],
    ["its constant", { const: "a".repeat(55) }, "55 characters, the limit"],
    [
      "the limit of every printed value",
      { type: "string" },
      "64 characters, since triggers/client-metadata.ts has no shorter maxLength",
    ],
    [
      "the limit of every printed value, where maxLength is longer",
      { type: "string", maxLength: 500 },
      "64 characters, since",
    ],
  ])("a key of the metadata counts with %s", (_, schema, words) => {
    const text = `{{t "sms"}}{{#if metadata.shop}} {{metadata.shop}}{{/if}}`;
    const found = findingsIn({ [SMS]: text, ...sms(`{{code}} ${B} ${"x".repeat(85)}`) }, { shop: schema });
    expect(found.map(({ rule }) => rule)).toContain("length");
    expect(
      found.find(({ rule, message }) => rule === "length" && message.includes("(de)"))?.message,
    ).toContain(words);
  });

  test("a short key of the metadata fits", () => {
    const text = `{{t "sms"}}{{#if metadata.shop}} {{metadata.shop}}{{/if}}`;
    expect(rulesIn({ [SMS]: text }, { shop: { type: "string", maxLength: 3 } })).toEqual([]);
  });
});

/** All catalogs without the code in a string of sign-up. */
function noCode(key: string): Record<string, string> {
  return Object.assign(
    {},
    ...["en", "de", "fr", "ja", "ar"].map((tag) => withStrings(tag, { [`sign-up.${key}`]: `${B} ${tag}` })),
  );
}

describe("the code", () => {
  test.each<Row>([
    ["next to a value", sms(`{{code}}${B}`), ["code-apart locales/de.json:24:21 de sign-up.sms"]],
    [
      "after a value",
      sms(`${B}{{code}}`),
      ["code-first locales/de.json:24:13 de sign-up.sms", "code-apart locales/de.json:24:27 de sign-up.sms"],
    ],
    ["next to a digit", sms(`{{code}}1 ${B}`), ["code-apart locales/de.json:24:21 de sign-up.sms"]],
    [
      "next to another script's digit",
      sms(`{{code}}٣ ${B}`),
      ["code-apart locales/de.json:24:21 de sign-up.sms"],
    ],
    [
      "with nothing visible between",
      sms(`{{code}}\u200b${B}`),
      ["code-apart locales/de.json:24:22 de sign-up.sms"],
    ],
    ...["</code>", "</code><wbr>", "</code><!--[if mso]><![endif]-->", "</code>&#8203;", "</code>&zwnj;"].map(
      (between): [string, Record<string, string>, string[]] => [
        `next to a value after ${between}`,
        edited(SIGN_UP, "{{> code}}", `<p><code>{{code}}${between}{{brand.name}}</p>`),
        [`code-apart messages/sign-up.html.hbs:4:${18 + between.length}`],
      ],
    ),
    [
      "next to a value of a condition",
      { [SMS]: "{{code}}{{#if metadata.shop}}{{metadata.shop}}{{/if}} {{brand.name}}", ...noSms() },
      ["code-apart messages/sign-up.sms.txt.hbs:1:30"],
    ],
    [
      "next to a value in HTML",
      edited(SIGN_UP, "{{> code}}", "<p><b>{{code}}</b>{{#if name}}{{name}}{{/if}}</p>"),
      ["code-apart messages/sign-up.html.hbs:4:31"],
    ],
    [
      "in a paragraph of its own next to a value",
      edited(SIGN_UP, "{{> code}}", "<p>{{code}}</p>{{#if name}}{{name}}{{/if}}"),
      [],
    ],
    ["next to letters", sms(`{{code}}は ${B}`), []],
    [
      "in an attribute alone",
      edited(SIGN_UP, "{{> code}}", '<a href="https://example.com/{{code}}">.</a>'),
      ["code-visible messages/sign-up.html.hbs:4:30"],
    ],
    [
      "in a title alone",
      {
        ...edited(SIGN_UP, "{{> code}}\n", ""),
        ...edited("templates/partials/layout.html.hbs", '{{t "title"}}', '{{t "title"}} {{code}}'),
      },
      ["code-visible partials/layout.html.hbs:9:22"],
    ],
    [
      "in each of two branches",
      edited(SIGN_UP, "{{> code}}", "{{#if name}}{{> code}}{{else}}<p>{{code}}</p>{{/if}}"),
      [],
    ],
    [
      "in a string of all languages but one",
      {
        ...edited(SIGN_UP, "{{> code}}", '<p title="{{code}}">{{t "help"}}</p>'),
        ...withCode("en", "fr", "ja", "ar"),
      },
      ["code-visible messages/sign-up.html.hbs:4:11"],
    ],
    ["at the end of an SMS", sms(`Für ${B}: {{code}}`), ["code-first locales/de.json:24:13 de sign-up.sms"]],
    [
      "at the end of an SMS's own structure, once",
      { [SMS]: "{{brand.name}}: {{code}}", ...noSms() },
      ["code-first messages/sign-up.sms.txt.hbs:1:1"],
    ],
    [
      "at the end of an invitation",
      withStrings("de", { "admin-create-user.sms": `${B}: {{username}} {{code}}` }),
      [],
    ],
  ])("%s", (_, files, expected) => {
    const found = rulesIn(files, { shop: { type: "string", maxLength: 5 } });
    expect(found.filter((line) => !line.startsWith("unknown-key"))).toEqual(expected);
  });
});

function noSms(): Record<string, string> {
  return Object.assign(
    {},
    ...["en", "de", "fr", "ja", "ar"].map((tag) => withStrings(tag, { "sign-up.sms": null })),
  );
}

function withCode(...tags: readonly string[]): Record<string, string> {
  return Object.assign({}, ...tags.map((tag) => withStrings(tag, { "shared.help": `{{code}} ${tag}` })));
}

describe("what an SMS costs", () => {
  const text = (more: string) =>
    `{{code}} ist Ihr Code für ${B}. Er gilt 24 Stunden. Geben Sie ihn niemandem. ${more}`;

  test.each<Row>([
    ["in the networks' own alphabet", sms(text("ÄÖÜ€@")), []],
    ["a curly quote", sms(text("Geht’s?")), ["sms-cost locales/de.json:24:104 de sign-up.sms"]],
    ["a dash", sms(text("– ja")), ["sms-cost locales/de.json:24:100 de sign-up.sms"]],
    ["a decomposed accent", sms(text("e\u0301te\u0301")), ["sms-cost locales/de.json:24:101 de sign-up.sms"]],
    ["a curly quote in an SMS of one message", sms(`{{code}} für ${B}: geht’s?`), []],
    ["the letters of a language", sms(text("Łódź ’")), []],
    [
      "three messages in any language",
      withStrings("ja", { "sign-up.sms": `{{code}} ${B} ${"あ".repeat(120)}` }),
      ["sms-cost locales/ja.json:24:13 ja sign-up.sms"],
    ],
    [
      "a character of a brand",
      edited("templates/brands.json", '"Sample Shop"', '"Sample “Shop”"'),
      ["sms-cost brands.json:27:23"],
    ],
  ])("%s", (_, files, expected) => {
    expect(rulesIn(files)).toEqual(expected);
  });

  test("segments, encoding and the character are named", () => {
    const [found] = findingsIn(sms(text("Geht’s?")));
    expect(found?.message).toMatch(/2 messages \(UCS-2\).*U\+2019/);
  });
});

describe("cost grows with the text", () => {
  const long = "a@a.a ".repeat(6_667);

  test.each<Row>([
    ["in a string", withStrings("de", { "sign-up.intro": `${long}${B}` }), ["length"]],
    [
      "in a structure",
      { "templates/partials/not-you.html.hbs": `<p>{{t "not-you"}}</p>${long}` },
      ["length", "untranslatable-text"],
    ],
    [
      "of braces",
      withStrings("de", { "sign-up.intro": `${"{{a ".repeat(10_000)}${B}` }),
      ["braces", "length"],
    ],
    ["of tags", withStrings("de", { "sign-up.intro": `${"<b &amp ".repeat(5_000)}${B}` }), ["length"]],
    ["of values", withStrings("de", { "sign-up.intro": B.repeat(3_000) }), ["length"]],
    [
      "of comments",
      { "templates/partials/not-you.html.hbs": `<p>{{t "not-you"}}</p>${"<!-- a -->".repeat(4_000)}` },
      ["html-comment", "length"],
    ],
  ])("40,000 characters %s take less than a second", (_, files, expected) => {
    // Of this thread alone, whatever else the machine does.
    const before = process.threadCpuUsage();
    const found = findingsIn(files);
    expect(process.threadCpuUsage(before).user).toBeLessThan(1_000_000);
    expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual(expected);
  });
});

test("shipped SMS texts leave room for the line of a brand's origin", () => {
  const files = edited("templates/brands.json", '"domain"', '"origin": "example.com", "domain"');
  expect(lines(findingsIn(files))).toEqual([]);
});
