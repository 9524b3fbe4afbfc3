import { expect, test } from "vitest";
import { writingGroups } from "../../../src/tooling/check/rules/table.ts";
import { foundBy } from "./found.ts";
import { type Changes, shippedText } from "./shipped.ts";

const folder = "templates/en/forgot-password";
const email = `${folder}/email.html.hbs`;
const sms = `${folder}/sms.txt.hbs`;
const subject = `${folder}/subject.txt.hbs`;
const brand = "templates/_brand/brand.json";
const shippedBrand = shippedText(brand);
const css = "templates/_brand/css.html.hbs";

const about = [...(writingGroups["Refused by Cognito"] ?? []).map(({ name }) => name), "typed-placeholder"];
const found = (files: Changes, metadata = {}) => foundBy(about, files, metadata);

test.each<[string, Record<string, string>, string]>([
  [
    "a special space in a subject",
    { [subject]: "Your\u202fcode" },
    `${subject}:1:5 warning: Here is U+202F narrow no-break space, after "Your". An ordinary space is sent in its place. Write an ordinary space. (repaired-character)`,
  ],
  [
    "one after a value",
    { [subject]: "{{brand.name}}\u00a0:" },
    `${subject}:1:15 warning: Here is U+00A0 no-break space, after "name".`,
  ],
  [
    "one at the start of a line",
    { [email]: "{{code}}\n\u3000x" },
    `${email}:2:1 warning: Here is U+3000 ideographic space, at the start of the line. Cognito refuses it as it stands; &#12288; is sent in its place. Write &#12288; instead. (repaired-character)`,
  ],
  [
    "what nobody sees",
    { [sms]: "{{code}} soft\u00adhyphen" },
    `${sms}:1:14 warning: Here is U+00AD soft hyphen, after "soft". Nobody sees it, and it is left out when this is sent. Remove it. (repaired-character)`,
  ],
  [
    "a control character",
    { [email]: "{{code}}a\u0007" },
    `${email}:1:10 warning: Here is U+0007, a control character, after "a". Nobody sees it`,
  ],
  [
    "what words may need",
    { [sms]: "{{code}} می\u200cروم" },
    `${sms}:1:12 warning: Here is U+200C zero-width non-joiner, after "می". It is left out when this is sent, and in some languages a word reads differently without it.`,
  ],
  [
    "an emoji of several pieces",
    { [subject]: "Hi \u{1f468}\u200d\u{1f469}" },
    `${subject}:1:6 warning: Here is U+200D zero-width joiner, after "Hi". It holds an emoji together, and is left out of a subject: the person sees the emoji's pieces.`,
  ],
  [
    "a new emoji in a subject",
    { [subject]: "Hi \u{1fae0}" },
    `${subject}:1:4 error: Here is U+1FAE0, an emoji that Cognito does not know yet, after "Hi". Cognito refuses the subject, and the email with it: the person gets one in the default language, or Cognito's own. Use another character. (refused-character)`,
  ],
  [
    "a new letter in a subject",
    { [subject]: "\ua7c0" },
    "error: Here is U+A7C0, a letter that Cognito does not know yet, at the start of the line.",
  ],
  [
    "a new sign in a subject",
    { [subject]: "5 \u20c0" },
    "error: Here is U+20C0, a symbol that Cognito does not",
  ],
  [
    "a character for private use",
    { [subject]: "x\ue000" },
    'error: Here is U+E000, a character for private use, after "x".',
  ],
  [
    "one in an email",
    { [email]: "{{code}}\ue000" },
    'warning: Here is U+E000, a character for private use, after "code". Mail programs show an empty box for it.',
  ],
  [
    "a new emoji in an SMS",
    { [sms]: "{{code}} \u{1fae0}" },
    "warning: Here is U+1FAE0, an emoji that Cognito does",
  ],
  [
    "a new emoji in an email",
    { [email]: "{{code}} \u{1fae0}" },
    `${email}:1:10 warning: Here is U+1FAE0, an emoji that Cognito does not know yet, after "code". Cognito refuses it as it stands; &#129760; is sent`,
  ],
  [
    "one in a style",
    { [email]: "{{code}}<style>p::before { content: '\u{1fae0}' }</style>" },
    `in a style. Cognito refuses it, and what is sent in its place is not understood there: the email would look broken.`,
  ],
  [
    "one in a style of another file",
    { [email]: "{{code}}<style>{{> css}}</style>", [css]: "p { content: '\u{1fae0}' }" },
    `${css}:1:15 error: Here is U+1FAE0`,
  ],
  [
    "a special space in a tag",
    { [email]: "{{code}}<p\u00a0dir='ltr'>" },
    `${email}:1:11 error: Here is U+00A0 no-break space, after "p", in a tag.`,
  ],
  [
    "a new sign in a brand's name",
    { [brand]: shippedBrand.replace('"Example"', '"Ex \u20c0"') },
    `${brand}:5:19 error: Here is U+20C0, a symbol that Cognito does not know yet, after "Ex". Cognito refuses every subject that it is printed in`,
  ],
  [
    "the escape of one in an address",
    { [brand]: shippedBrand.replace("/help", "/\\ud83e\\udee0") },
    "error: Here is U+1FAE0, an emoji that Cognito does not know yet",
  ],
  [
    "an SMS that is too long by itself",
    { [sms]: `{{code}}${"x".repeat(140)}` },
    `${sms}:1:1 error: With the brand "example" this SMS has 146 characters; Cognito takes 140. Shorten the text. (length)`,
  ],
  [
    "a subject that is too long with one brand",
    { [subject]: `${"x".repeat(130)}{{brand.name}}` },
    `error: With the brand "sample-shop" this subject has 141 characters; Cognito takes 140.`,
  ],
  [
    "an email that is too long",
    { [email]: `{{code}}${"x".repeat(20_000)}` },
    `With the brand "example" this email has 20,006 characters; Cognito takes 20,000.`,
  ],
  [
    "a subject that is empty for some",
    { [subject]: "{{#if name}}{{name}}{{/if}}" },
    `${subject}:1:1 error: When name is absent, this subject is empty; Cognito takes 1 to 140 characters. Write something that is always there. (length)`,
  ],
  [
    "a code for some people only",
    { [email]: "{{#if name}}{{name}} {{code}}{{/if}} x" },
    `${email}:1:1 error: When name is absent, this email has no {{code}}: Cognito refuses it. Print {{code}} where no {{#if}} can leave it out. (missing-code)`,
  ],
  [
    "a code in the link alone",
    { [email]: '{{#if resetLink}}<a href="{{resetLink}}">x</a>{{/if}} x' },
    "When resetLink is absent, this email has no {{code}}",
  ],
  [
    "a code for one brand only",
    { [sms]: "{{#if brand.domain}}{{code}}{{/if}} is your code" },
    `For the brand "sample-shop" this SMS has no {{code}}`,
  ],
  [
    "an encoded placeholder",
    { [email]: '{{code}}<a href="https://example.com/?c=%7b%23%23%23%23%7d">x</a>' },
    `${email}:1:41 error: %7b%23%23%23%23%7d stays as it is: Cognito does not read it as the place for the code.`,
  ],
  [
    "the braces of a template, encoded",
    { [email]: '{{code}}<a href="https://example.com/?c=%7B%7Bcode%7D%7D">x</a>' },
    "error: %7B%7Bcode%7D%7D stays as it is",
  ],
  [
    "one in brand.json",
    { [brand]: shippedBrand.replace("/help", "/help?c=%7B%23###%7D") },
    `${brand}:7:49 error: %7B%23###%7D stays as it is`,
  ],
  [
    "one in a comment that Outlook reads",
    { [email]: '{{code}}<!--[if mso]><a href="https://example.com/?c=%7B####%7D">x</a><![endif]-->' },
    "error: %7B####%7D stays as it is",
  ],
  [
    "a placeholder of entities",
    { [email]: "{{code}} &#123;####&#x7D;" },
    `${email}:1:10 error: &#123;####&#x7D; is typed by hand: Cognito may not fill it in. Write {{code}}. (typed-placeholder)`,
  ],
  [
    "one with named ones",
    { [email]: "{{code}} &lcub;&num;###&rbrace;" },
    "&lcub;&num;###&rbrace; is typed by hand: Cognito may not fill it in.",
  ],
  [
    "one that is handed to a partial",
    { [email]: '{{code}}{{> support ask="Type {####} in"}}' },
    `${email}:1:31 error: {####} is typed by hand: Cognito may not fill it in.`,
  ],
  [
    "pieces that add up to a link's placeholder",
    { [sms]: "{{code}} {##{{brand.name}}##}" },
    `${sms}:1:1 error: What is written in this SMS adds up to a placeholder that does not belong here. Write it without { and }. (stray-placeholder)`,
  ],
  [
    "a value that could make a link's placeholder",
    { [email]: "{{code}}{{#if name}}<bdi>{##{{name}}##}</bdi>{{/if}}" },
    `${email}:1:31 error: {{name}} comes from a person and stands between braces: what somebody is called could make a placeholder of them. Write it without { and }. (stray-placeholder)`,
  ],
  [
    "a value that could be a placeholder's name",
    { [sms]: "{{code}}{{#if metadata.locale}} { {{~metadata.locale~}} }{{/if}}" },
    `${sms}:1:38 error: {{metadata.locale}} comes from a person and stands between braces`,
  ],
])("%s", (_, files, expected) => {
  expect(found(files).join("\n")).toContain(expected);
});

test.each<[string, Record<string, string>]>([
  ["what stands in a comment", { [email]: "{{code}}{{! \u00a0 \u{1fae0} }}{{!-- \u00a0 }} --}}" }],
  [
    "an encoded placeholder in a comment",
    {
      [email]: "{{code}}{{! never ?c=%7B####%7D }}{{!-- {{x}} %7B####%7D --}}<!-- nor\n%7B####%7D -->",
      [sms]: "{{code}}{{~! %7Bcode%7D ~}}",
      [css]: "{{! %7B####%7D }}",
    },
  ],
  ["what is handed to a partial of an email", { [email]: '{{code}}{{> support ask="Une question\u00a0?"}}' }],
  ["white space between the braces", { [email]: "{{\u00a0code\u00a0}}" }],
  ["entities", { [email]: "{{code}} 1&nbsp;h&#8239;! &#x1FAE0; &#123;x&#125;" }],
  ["a brace that is text", { [email]: "{{code}} {x} { #### }" }],
  ["letters, emoji and signs that Cognito knows", { [subject]: "Żółć 確認 \u{1f389} €" }],
])("says nothing of %s", (_, files) => {
  expect(found(files)).toEqual([]);
});

test("the value that makes an SMS too long is named, with its bound, the brand and the figures", () => {
  const text =
    "{{code}} is your code for {{brand.name}}{{#if metadata.shop}}, asked for at {{metadata.shop}}{{/if}}. It is valid for 1 hour; give it to nobody else.";
  const long = { shop: { type: "string", maxLength: 90 } };
  expect(found({ [sms]: text }, long)).toEqual([
    `${sms}:1:1 error: With metadata.shop at its longest (64 characters) and the brand "sample-shop" this SMS has 163 characters; Cognito takes 140. Shorten the text, or do without metadata.shop, or ask an engineer to allow metadata.shop fewer characters (triggers/client-metadata.ts). (length)`,
  ]);
  expect(found({ [sms]: text }, { shop: { type: "string", maxLength: 30 } })).toEqual([]);
});

test("two values that are too long together are both named; when it is too long without them, neither is", () => {
  const metadata = { one: { maxLength: 60 }, two: { maxLength: 60 } };
  const values = "{{#if metadata.one}}{{metadata.one}}{{/if}}{{#if metadata.two}}{{metadata.two}}{{/if}}";
  expect(found({ [sms]: `{{code}} ${"x".repeat(40)}${values}` }, metadata).join()).toContain(
    'With metadata.one at its longest (60 characters), metadata.two at its longest (60 characters) and the brand "example" this SMS has 167 characters',
  );
  expect(found({ [sms]: `{{code}} ${"x".repeat(140)}${values}` }, metadata).join()).toContain(
    'Even without the values that may be absent, with the brand "example" this SMS has 147 characters',
  );
  const without = `{{#unless metadata.one}}${"x".repeat(140)}{{/unless}}`;
  expect(found({ [sms]: `{{code}} ${without}` }, metadata).join()).toContain(
    'When metadata.one is absent, with the brand "example" this SMS has 147 characters',
  );
});

test("an invitation needs the user name in email and SMS, always", () => {
  const invitation = "templates/en/admin-create-user";
  const lines = foundBy("missing-username", {
    [`${invitation}/subject.txt.hbs`]: "Welcome",
    [`${invitation}/email.html.hbs`]: "{{#if name}}{{name}}, {{username}}{{/if}} {{code}}",
    [`${invitation}/sms.txt.hbs`]: "{{code}} {{username}}",
  });
  expect(lines).toEqual([
    `${invitation}/email.html.hbs:1:1 error: When name is absent, this email has no {{username}}: Cognito refuses an invitation without it. Print {{username}} where no {{#if}} can leave it out. (missing-username)`,
  ]);
});

test("what many parts share is told once, and a draft's errors are warnings", () => {
  expect(found({ "templates/_brand/code.html.hbs": "{{code}}\u00a0" })).toHaveLength(1);
  const draft = {
    "templates/nl/forgot-password/subject.txt.hbs": "Hoi \u{1fae0}",
    "templates/nl/forgot-password/email.html.hbs": "{{code}}",
    "templates/nl/forgot-password/sms.txt.hbs": "geen code",
  };
  expect(found(draft).map((line) => line.split(" ")[1])).toEqual(["warning:", "warning:"]);
});
