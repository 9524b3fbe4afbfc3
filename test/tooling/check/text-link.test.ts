import { expect, test } from "vitest";
import { BRANDS } from "../../../src/tooling/templates/settings.ts";
import { emailWith, foundBy, saidBy } from "./found.ts";
import { edited } from "./shipped.ts";

const SMS = "templates/en/forgot-password/sms.txt.hbs";
const SUBJECT = "templates/en/forgot-password/subject.txt.hbs";

const ofNone = (host: string) =>
  `becomes a link to ${host}, which is no host of the brands "example" and "sample-shop".`;
const ofPerson = (name: string, address: string) =>
  `{{${name}}} comes from a person, and here it becomes part of an address: ${address}`;

const metadata = { shop: { maxLength: 10 } };
const ifShop = (text: string) => `{{#if metadata.shop}}${text}{{/if}}`;

test.each<[string, string[]]>([
  ["Go to https://example.org/a now.", [`7 This ${ofNone("example.org")}`]],
  ["Go to www.example.org.", [`7 This ${ofNone("www.example.org")}`]],
  ["Go to example.org.", [`7 This ${ofNone("example.org")}`]],
  ["In 1 hour.It is", [`6 This ${ofNone("hour.it")}`]],
  [
    "Write to help@example.org.",
    [
      '10 This becomes a link that writes to example.org, which is no host of the brands "example" and "sample-shop".',
    ],
  ],
  // The sample shop has no domain.
  [
    "Go to https://example.com/a",
    ['7 This becomes a link to example.com, which is no host of the brand "sample-shop".'],
  ],
  ["http://example.com", ["1 This address is not safe on its way: it starts with http://."]],
  [
    "https://example.com@example.org/",
    ["1 This address has something before an @: it leads to example.org, and looks as if it led elsewhere."],
  ],
  ["app://open", ["1 This address starts with app:, which opens no page."]],
  // What brands print of their own.
  ["{{#if brand.supportUrl}}{{brand.supportUrl}}. {{brand.supportUrl}}?a=1{{/if}}", []],
  ["{{#if brand.supportEmail}}{{brand.supportEmail}}, {{brand.supportEmail}}.{{/if}}", []],
  ["{{#if brand.domain}}www.{{brand.domain}} or {{brand.domain}}/help{{/if}}", []],
  ["{{#if brand.domain}}https://{{brand.domain}}/{{locale}}{{else}}example.{{/if}}", []],
  ["{{#if brand.domain}}https://example.com/{{/if}}", []],
  ["{{#unless brand.supportEmail}}https://example.com/{{/unless}}", []],
  ["{{#if resetLink}}{{resetLink}}{{else}}.{{/if}}", []],
  ["{{#if resetLink}}https://example.com/{{/if}}", []],
  // The code.
  ["{{code}}.It is", [`3 This ${ofNone("123456.it")}`]],
  ["{{code}}yours{{locale}}", []],
  // Words.
  ["{{brand.name}}. It is. e.g. Node.js in St.Gallen, z.B. v1.2.3 of U.S. a.pdf.", []],
])("%s", (text, expected) => {
  const lines = expected.map((each) => `:1:${Number.parseInt(each, 10) + 9}${each.replace(/^\d+/, "")}`);
  expect(saidBy("text-link", { [SMS]: `{{code}} ${text}` })).toEqual(lines.map((line) => SMS + line));
  const inEmail = saidBy("text-link", emailWith(`<p>${text}</p>`));
  expect(inEmail).toEqual(
    expected.map((each) => `5:${Number.parseInt(each, 10) + 3}${each.replace(/^\d+/, "")}`),
  );
});

test.each<[string, string, string]>([
  ["https://example.com/{{metadata.shop}}", "metadata.shop", "https://example.com/{{metadata.shop}}"],
  ["www.{{metadata.shop}}.com", "metadata.shop", "www.{{metadata.shop}}.com"],
  ["{{metadata.shop}}.com", "metadata.shop", "{{metadata.shop}}.com"],
  ["{{metadata.shop}}.example.com", "metadata.shop", "{{metadata.shop}}.example.com"],
  ["Hello {{metadata.shop}}.It is", "metadata.shop", "{{metadata.shop}}.It"],
  ["Hello <b>{{metadata.shop}}</b>.It is", "metadata.shop", "{{metadata.shop}}.It"],
  ["Hello {{metadata.shop}}&#46;It is", "metadata.shop", "{{metadata.shop}}.It"],
  ["help@{{metadata.shop}}.org", "metadata.shop", "help@{{metadata.shop}}.org"],
  ["{{code}}{{metadata.shop}}.com", "metadata.shop", "123456{{metadata.shop}}.com"],
  ["{{metadata.shop}}com", "metadata.shop", "{{metadata.shop}}com"],
  ["{{brand.name}}.{{metadata.shop}}", "metadata.shop", "Example.{{metadata.shop}}"],
  [
    "{{#if brand.domain}}{{brand.domain}}/{{metadata.shop}}{{/if}}",
    "metadata.shop",
    "example.com/{{metadata.shop}}",
  ],
])("a person's value in %s", (text, name, address) => {
  const [said, ...more] = saidBy("text-link", emailWith(ifShop(text)), metadata);
  expect(said?.replace(/^5:\d+ /, "")).toBe(ofPerson(name, address));
  expect(more).toEqual([]);
});

test.each<[string, string[]]>([
  ["Hello,{{#if name}} {{name}}{{/if}}.It is", [`5:22 ${ofPerson("name", "{{name}}.It")}`]],
  ["{{#if name}}{{name}}{{else}}you{{/if}}.Please", [`5:15 ${ofPerson("name", "{{name}}.Please")}`]],
  ["{{#if name}}{{name}}.{{else}}It is{{/if}} yours", []],
  ["{{#if name}}{{name}}.{{/if}}<br>It is yours", []],
  ["{{#if name}}{{name}}.{{/if}}<p>It is yours</p>", []],
  ['{{#if name}}<a href="https://example.com/">{{name}}.com</a>{{/if}}', []],
  ["{{#if name}}{{name}}.{{/if}} It is", []],
  ["{{#if name}}<b>{{name}}.</b> <i>It is</i>{{/if}}", []],
  ["{{#if name}}<b>{{name}}.</b>\n<i>It is</i>{{/if}}", []],
  [
    "{{#if name}}<b>{{name}}.</b>{{#if resetLink}} {{/if}}<i>It is</i>{{/if}}",
    [`5:18 ${ofPerson("name", "{{name}}.It")}`],
  ],
  ["{{#if name}}<b>{{name}}</b>{{/if}}<i>.It is</i>", [`5:18 ${ofPerson("name", "{{name}}.It")}`]],
  // In one of the two branches they touch; of another name both may be there.
  [
    "{{#unless name}}a.{{/unless}}{{#if name}}{{name}}.{{/if}}It",
    [`5:44 ${ofPerson("name", "{{name}}.It")}`],
  ],
])("what stands on both sides of an {{/if}} touches: %s", (line, expected) => {
  expect(saidBy("text-link", emailWith(line))).toEqual(expected);
});

test("in a subject, and in what a partial is handed", () => {
  expect(saidBy("text-link", { [SUBJECT]: "Your code for example.org" })).toEqual([
    `${SUBJECT}:1:15 This ${ofNone("example.org")}`,
  ]);
  const handed = '{{> support ask="See example.org."}}';
  expect(saidBy("text-link", emailWith(handed))).toEqual([
    `5:${handed.indexOf("example") + 1} This ${ofNone("example.org")}`,
  ]);
});

test("a user name in an invitation is a person's too", () => {
  const file = "templates/en/admin-create-user/sms.txt.hbs";
  expect(saidBy("text-link", { [file]: "{{code}} {{username}}.Do it" })).toEqual([
    `${file}:1:12 ${ofPerson("username", "{{username}}.Do")}`,
  ]);
});

test("a brand's name that is a host is told where it is set, once", () => {
  const named = (settings: string) => edited(BRANDS, '"name": "Sample Shop"', settings);
  expect(saidBy("text-link", named('"name": "Sample.shop"'))).toEqual([
    `${BRANDS}:27:7 This becomes a link to sample.shop, which is no host of the brand "sample-shop".`,
  ]);
  expect(saidBy("text-link", named('"name": "Sample.shop", "domain": "sample.shop"'))).toEqual([]);
});

test("the site that codes are bound to is the brand's", () => {
  const brands = edited(BRANDS, '"name": "Sample Shop"', '"name": "Sample Shop", "origin": "example.com"');
  const text = "{{code}} is for example.com.\n{{#if brand.origin}}\n@{{brand.origin}} #{{code}}\n{{/if}}\n";
  expect(saidBy("text-link", { ...brands, [SMS]: text })).toEqual([]);
});

test("what to do about it is said", () => {
  const told = foundBy(
    "text-link",
    {
      [SMS]:
        "{{code}} hour.It is at www.example.org{{#if metadata.shop}} {{metadata.shop}}.It https://a.com/{{metadata.shop}}{{/if}}",
    },
    metadata,
  );
  expect(
    told.map((each) => each.replace(/^.*?(?:(?:shop"|St)\. |shop\}\} (?=Take)|\.It (?=Put))/, "")),
  ).toEqual([
    'If it is one, add "hour.it" to `hosts` of "example" and "sample-shop" in templates/_brand/brand.json. If it is no address, put a space after the full stop. (text-link)',
    'If it is one, add "www.example.org" to `hosts` of "example" and "sample-shop" in templates/_brand/brand.json. (text-link)',
    "Put a space after the full stop, and between {{metadata.shop}} and what touches it. (text-link)",
    "Take {{metadata.shop}} out of the address. (text-link)",
  ]);
});
