import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile, compiledModules } from "../../../src/tooling/templates/compile.ts";
import { smallProject } from "../../project.ts";
import { findingLine } from "../check/found.ts";
import { type Changes, edited, shippedText, smallCopy } from "../check/shipped.ts";

const email = "templates/de/forgot-password/email.html.hbs";
const sms = "templates/de/forgot-password/sms.txt.hbs";
const subject = "templates/de/forgot-password/subject.txt.hbs";
const messages = "templates/messages.json";
const brand = "templates/_brand/brand.json";
const shippedBrand = shippedText(brand);

/** What is found in a small copy with such changes; rules of their own have tests of their own. */
function found(files: Changes): string[] {
  return compiledModules(smallCopy(files)).findings.map(findingLine);
}

describe("what is refused in a template, with its place and the mending", () => {
  test.each([
    [
      "an unknown variable",
      { [sms]: "{{code}} {{brand.nam}}" },
      `${sms}:1:12 error: There is no {{brand.nam}} in this SMS. Did you mean "brand.name"?`,
    ],
    [
      "a variable that is nothing like any",
      { [sms]: "{{code}} {{whatever}}" },
      "The names are: code, resetLink, locale, dir, brand.name",
    ],
    ["an unknown variable in a condition", { [sms]: "{{code}}{{#if nmae}}x{{/if}}" }, "There is no {{nmae}}"],
    [
      "an unknown variable handed to a partial",
      { [email]: '{{code}}{{> button href=resetLnk label="x"}}' },
      'Did you mean "resetLink"?',
    ],
    [
      "an optional value outside its {{#if}}",
      { [email]: "{{code}}\n  {{name}}" },
      `${email}:2:5 error: {{name}} may be absent: for some people nothing would stand here. Put it inside {{#if name}}…{{/if}}. (absent-value)`,
    ],
    [
      "an optional value in the {{else}} of its {{#if}}",
      { [email]: "{{code}}{{#if name}}{{else}}{{name}}{{/if}}" },
      "absent-value",
    ],
    [
      "an optional value inside its {{#unless}}",
      { [email]: "{{code}}{{#unless name}}{{name}}{{/unless}}" },
      "absent-value",
    ],
    [
      "an optional value in a partial that expects one",
      { [email]: '{{code}}{{> button href=resetLink label="x"}}' },
      `${email}:1:25 error: {{resetLink}} may be absent: for some people nothing would stand here. Put {{> button …}} inside {{#if resetLink}}…{{/if}}.`,
    ],
    [
      "raw output",
      { [email]: "{{code}}{{{brand.name}}}" },
      `${email}:1:9 error: This is printed with any HTML that is in it, a stranger's too. Write {{brand.name}}, with two braces. (raw-output)`,
    ],
    [
      "a value that a partial is not handed, though others hand it",
      { [email]: '{{code}}{{#if resetLink}}{{> button href=resetLink lable="x"}}{{/if}}' },
      `${email}:1:26 error: {{> button}} needs label=. Write label=… instead of lable=…: it is the same in every language.`,
    ],
    [
      "a value that no partial is handed",
      { "templates/_brand/code.html.hbs": "{{code}}{{lable}}" },
      "templates/_brand/code.html.hbs:1:11 error: There is no {{lable}} in this email.",
    ],
    ["raw output by an ampersand", { [email]: "{{code}}{{&brand.name}}" }, "raw-output"],
    [
      "an unknown helper",
      { [sms]: "{{code}} {{upper brand.name}}" },
      `${sms}:1:10 error: There is no helper "upper".`,
    ],
    [
      "a helper of Handlebars' that is not used here",
      { [email]: "{{code}}{{#each brand}}x{{/each}}" },
      "There is no {{#each}}.",
    ],
    [
      "a block on a value",
      { [email]: "{{code}}{{#name}}x{{/name}}" },
      "There is no {{#name}}. Write {{#if name}}",
    ],
    [
      "a helper as a value",
      { [email]: '{{code}}{{> button href=(upper code) label="x"}}' },
      "A value that is handed over cannot be worked out here.",
    ],
    ["a condition of two names", { [email]: "{{code}}{{#if name code}}x{{/if}}" }, "asks for one name"],
    ["a dynamic partial", { [email]: "{{code}}{{> (lookup brand 'name')}}" }, "dynamic-partial"],
    [
      "a missing partial",
      { [email]: "{{code}}{{> buton}}" },
      'There is no templates/_brand/buton.html.hbs. Did you mean "button"?',
    ],
    [
      "an HTML partial in a text",
      { [sms]: "{{code}}{{> code}}" },
      "There is no templates/_brand/code.txt.hbs.",
    ],
    [
      "a partial that includes itself",
      { "templates/_brand/code.html.hbs": "{{code}}{{> code}}" },
      '"code" includes itself.',
    ],
    [
      "a text in braces",
      { [email]: '{{code}}{{"locale"}}' },
      `${email}:1:9 error: A text stands in braces here, where a name belongs.`,
    ],
    [
      "a value that hides a name",
      { [email]: "{{code}}{{> code brand=locale}}" },
      '"brand" is a name that every message has already',
    ],
    [
      "a value that hides a part of a name",
      { [email]: "{{code}}{{> code [brand.name]=locale}}" },
      '"brand.name" is a name that every message has already',
    ],
    [
      "a partial without the block that it prints",
      { [email]: "{{code}}{{> note}}" },
      '"note" prints what stands between {{#> note}} and {{/note}}: here nothing does. Write {{#> note}}…{{/note}}',
    ],
    ["a name for what is asked for", { [email]: "{{code}}{{#if name as |x|}}y{{/if}}" }, "asks for one name"],
    ["an inline partial", { [email]: '{{code}}{{#*inline "x"}}y{{/inline}}' }, "decorator"],
    ["a path upwards", { [email]: "{{code}}{{../code}}" }, "There is no {{../code}}"],
    ["the root", { [email]: "{{code}}{{@root.code}}" }, "There is no {{@root.code}}"],
    ["a way to a prototype", { [email]: "{{code}}{{constructor}}" }, "There is no {{constructor}}"],
    [
      "the code in a subject",
      { [subject]: "{{code}}" },
      `${subject}:1:3 error: There is no {{code}} in this subject. Cognito does not fill in the code in a subject`,
    ],
    ["a name in an SMS", { [sms]: "{{code}}{{#if name}}{{name}}{{/if}}" }, "An SMS has no room for a name"],
    [
      "a user name outside an invitation",
      { [email]: "{{code}}{{username}}" },
      "Only an invitation (admin-create-user) has the user name.",
    ],
    [
      "metadata that the schema lacks",
      { [email]: "{{code}}{{#if metadata.shop}}x{{/if}}" },
      "There is no {{metadata.shop}}",
    ],
    [
      "a template that ends in a block",
      { [email]: "{{code}}\n{{#if name}}\nx\n" },
      `${email}:2:1 error: {{#if…}} is opened here and never closed. Put {{/if}} where it ends.`,
    ],
    [
      "a block closed by another name",
      { [email]: "{{code}}\n  {{#if name}}x{{/unless}}" },
      `${email}:2:16 error: {{/unless}} closes nothing: what is open here is {{#if…}} of line 2. Did you mean {{/if}}?`,
    ],
    ["a brace too few", { [sms]: "{{code} is it" }, `${sms}:1:1 error: {{code} lacks a }. Write {{code}}.`],
    [
      "curly quotes",
      { [email]: "{{code}}\n{{> button label=“Wählen Sie”}}" },
      `${email}:2:18 error: The quote “ cannot stand here. Write straight quotes: "…".`,
    ],
    [
      "curly quotes around a word",
      { [sms]: "{{code}} {{“x”}}" },
      'A text stands between straight quotes: "…".',
    ],
    [
      "single braces",
      { [sms]: "{{code}} {brand.name} {x}" },
      `${sms}:1:10 error: {brand.name} stands between single braces: people would read it as it stands. Write {{brand.name}}.`,
    ],
    [
      "braces that are kept",
      { [sms]: "{{code}} \\{{brand.name}}" },
      "error: These braces are printed as they stand",
    ],
    ["HTML in an SMS", { [sms]: "{{code}}<br>x" }, `${sms}:1:9 warning: People would read <br> in this SMS`],
    [
      "a template beside the folders of messages",
      { "templates/de/sms.txt.hbs": "x" },
      "templates/de/sms.txt.hbs:1:1 error: No message has a file of this name here. Put it into the folder",
    ],
    [
      "a character that does not belong",
      { [sms]: "{{code}} and\n{{brand;name}}" },
      `${sms}:2:3 error: A character does not belong`,
    ],
    [
      "no code in the SMS",
      { [sms]: "Hello" },
      `${sms}:1:1 error: This SMS has no {{code}}: Cognito refuses it.`,
    ],
    [
      "an SMS that is too long",
      { [sms]: `{{code}}${"x".repeat(140)}` },
      `${sms}:1:1 error: With the brand "example" this SMS has 146 characters; Cognito takes 140.`,
    ],
    [
      "an empty subject",
      { [subject]: "\n" },
      `${subject}:1:1 error: This subject is empty; Cognito takes 1 to 140 characters.`,
    ],
  ] satisfies [string, Record<string, string>, string][])("%s", (_, files, expected) => {
    expect(found(files).join("\n")).toContain(expected);
  });

  test("each fault of a partial is told once, however many templates include it", () => {
    expect(found({ "templates/_brand/code.html.hbs": "{{code}}{{{brand.name}}}" })).toHaveLength(1);
  });
});

describe("what is refused of the files around it", () => {
  const settings = (more: object) => JSON.stringify({ default: "en", locales: ["en", "de"], ...more });
  test.each([
    [
      "messages.json that is missing",
      { [messages]: null },
      "templates/messages.json:1:1 error: The file is missing.",
    ],
    [
      "messages.json that is no JSON",
      { [messages]: '{\n  "default": "en",\n  "locales": ["en"\n}' },
      "templates/messages.json:4:1 error: This } does not close the [ of line 3.",
    ],
    [
      "messages.json that ends too early",
      { [messages]: '{\n  "default": "en"' },
      "templates/messages.json:2:18 error: The { of line 1 is not closed. Add the missing }.",
    ],
    ["messages.json without locales", { [messages]: '{ "default": "en" }' }, "At locales: This is missing."],
    [
      "messages.json with a key of nobody's",
      { [messages]: settings({ local: [] }) },
      'At local: Nothing reads this key. Did you mean "locales"?',
    ],
    [
      "messages.json that is a list",
      { [messages]: "[]" },
      "templates/messages.json:1:1 error: At default: This is missing.",
    ],
    [
      "messages.json with locales of another kind",
      { [messages]: settings({ locales: "en" }) },
      'At locales: This is "en"; it should be a list, in [ ].',
    ],
    [
      "a default that is not offered",
      { [messages]: settings({ default: "nl" }) },
      "`locales` does not list it.",
    ],
    [
      "a locale that is no tag",
      { [messages]: settings({ locales: ["en", "german"] }) },
      'At entry 2 of locales: "german" is no language tag. Write "de".',
    ],
    [
      "a message's locales without the default",
      { [messages]: settings({ messages: { "forgot-password": ["de"] } }) },
      '"forgot-password" is not offered in the default language, English (en).',
    ],
    [
      "a message that has no folder",
      {
        "templates/en/sign-up": null,
        [messages]: settings({ messages: { "sign-up": ["en"] } }),
      },
      'No language has a folder "sign-up".',
    ],
    [
      "brand.json that is no JSON",
      { [brand]: "{,}" },
      "templates/_brand/brand.json:1:2 error: Before this , a key is missing.",
    ],
    [
      "brand.json with a bad colour",
      { [brand]: shippedBrand.replace("#f3f4f6", "red") },
      'templates/_brand/brand.json:10:9 error: At brands.example.light.page: "red" is no colour as it is written here. Write it as "#rrggbb"',
    ],
    [
      "brand.json with a link that is not https",
      { [brand]: shippedBrand.replace("https://example.com/help", "http://example.com/help") },
      'At brands.example.supportUrl: "http://example.com/help" is no address that a message can link to. Write a whole address that starts with https://.',
    ],
    [
      "brand.json with a name that is markup",
      { [brand]: shippedBrand.replace('"Example"', '"<b>"') },
      "At brands.example.name",
    ],
    [
      "brand.json with a client's unknown brand",
      { [brand]: shippedBrand.replace('"brand": "example"', '"brand": "nobody"') },
      '`brands` has no brand "nobody".',
    ],
    [
      "a missing part",
      { [sms]: null },
      `${sms}:1:1 error: This part of the message is missing. Add it, or do not offer forgot-password in German (de)`,
    ],
    [
      "a missing message",
      { "templates/de/forgot-password": null },
      "templates/messages.json:1:33 error: German (de) is offered, and there is no folder templates/de.",
    ],
    [
      "a part of a message",
      { [sms]: null },
      `${sms}:1:1 error: This part of the message is missing. Add it, or do not offer forgot-password in German (de)`,
    ],
    [
      "a folder that is no language tag",
      { "templates/german/forgot-password/sms.txt.hbs": "x" },
      'templates/german:1:1 error: The folder "german" is no language tag.',
    ],
    [
      "a folder in a tag's other spelling",
      { "templates/pt_br/forgot-password/sms.txt.hbs": "x" },
      'Name it "pt-BR".',
    ],
    [
      "a message of nobody's",
      { "templates/de/forgotten/sms.txt.hbs": "x" },
      '"forgotten" is no message of Cognito\'s. Name it one of: sign-up, admin-create-user, resend-code, forgot-password',
    ],
  ] satisfies [string, Record<string, string | null>, string][])("%s", (_, files, expected) => {
    expect(found(files).join("\n")).toContain(expected);
  });
});

const schema = "triggers/client-metadata.ts";

test.each([
  [
    "without a schema",
    "export const other = 1;",
    "triggers/client-metadata.ts:1:1 error: There is no schema here.",
  ],
  ["that cannot be read", "throw new Error('no');", "The schema cannot be read: no."],
  [
    "with a syntax error",
    "const a = 1;\n  const b = ;",
    'triggers/client-metadata.ts:2:13 error: The schema cannot be read: Unexpected ";".',
  ],
])("a metadata file %s is refused", async (_, text, expected) => {
  const { findings } = await compile({ root: smallProject({ [schema]: text }) });
  expect(findings.map(findingLine).join("\n")).toContain(expected);
});

test("with an error nothing is written, and what was there stays", async () => {
  const root = smallProject();
  await compile({ root });
  const before = readFileSync(join(root, "generated/locale/de.cjs"), "utf8");
  const { writeFileSync } = await import("node:fs");
  writeFileSync(join(root, sms), "{{code}} {{nothing}}");
  expect((await compile({ root })).files).toEqual([]);
  expect(readFileSync(join(root, "generated/locale/de.cjs"), "utf8")).toBe(before);
});

test("the same templates give the same bytes, and a file that is right is not written again", async () => {
  const root = smallProject();
  await compile({ root });
  const file = join(root, "generated/templates.js");
  const { mtimeMs } = statSync(file);
  await compile({ root });
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

test("a locale that is no longer offered leaves no module behind", async () => {
  const root = smallProject();
  await compile({ root });
  const { writeFileSync } = await import("node:fs");
  writeFileSync(join(root, messages), '{ "default": "en", "locales": ["en"] }');
  await compile({ root });
  expect(existsSync(join(root, "generated/locale/en.cjs"))).toBe(true);
  expect(existsSync(join(root, "generated/locale/de.cjs"))).toBe(false);
});

test("a locale's module holds template specs only: no runtime, no import", async () => {
  const root = smallProject();
  await compile({ root });
  expect(readFileSync(join(root, "generated/locale/de.cjs"), "utf8")).not.toMatch(/\bimport\b|\brequire\b/);
});

test("an invitation has both placeholders, and no one else's message does", () => {
  const invitation = "templates/en/admin-create-user/sms.txt.hbs";
  expect(found({ [invitation]: "{{code}} {{username}}" })).toEqual([]);
  expect(found({ [invitation]: "{{code}}" })).toEqual([
    `${invitation}:1:1 error: This SMS has no {{username}}: Cognito refuses an invitation without it. Print {{username}} where no {{#if}} can leave it out. (missing-username)`,
  ]);
  expect(found({ [sms]: "{{code}} {{username}}" }).join("\n")).toContain("There is no {{username}}");
});

test("a user's own templates may use metadata that their schema has, inside {{#if}}", async () => {
  const code = "{{> code}}";
  const printing = (line: string) => ({
    [schema]: `import * as v from "valibot"; export const clientMetadata = v.object({ shop: v.optional(v.pipe(v.string(), v.maxLength(20))) });`,
    ...edited("templates/en/forgot-password/email.html.hbs", code, `${code}<p>${line}</p>`),
    ...edited(email, code, `${code}<p>${line}</p>`),
  });
  const foundIn = async (line: string) =>
    (await compile({ root: smallProject(printing(line)) })).findings.map(({ rule }) => rule);
  expect(await foundIn("{{#if metadata.shop}}<bdi>{{metadata.shop}}</bdi>{{/if}}")).toEqual([]);
  expect(await foundIn("<bdi>{{metadata.shop}}</bdi>")).toEqual(["absent-value", "absent-value"]);
});
