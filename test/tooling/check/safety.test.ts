import { expect, test } from "vitest";
import { BRANDS, indexOfKey } from "../../../src/tooling/templates/settings.ts";
import { emailWith, saidBy } from "./found.ts";
import { edited, shipped } from "./shipped.ts";

const asked = (line: string) => `{{#if name}}${line}{{/if}}`;

test.each<[string, string[]]>([
  [
    '<a href="https://example.com/{{name}}">a</a>',
    ["5:44 {{name}} comes from a person and is printed in a link's address."],
  ],
  ['<p title="{{name}}">a</p>', ["5:25 {{name}} comes from a person and is printed in the attribute title."]],
  ["<p {{name}}>a</p>", ["5:18 {{name}} comes from a person and is printed inside a tag."]],
  [
    "<p style='color:{{name}}'>a</p>",
    ["5:31 {{name}} comes from a person and is printed in the attribute style."],
  ],
  ["<style>{{name}}</style>", ["5:22 {{name}} comes from a person and is printed in CSS."]],
  ["<script>{{name}}</script>", ["5:23 {{name}} comes from a person and is printed in a program."]],
  ["<!-- {{name}} -->", ["5:20 {{name}} comes from a person and is printed in a comment."]],
  // A link of ours leads where it should, whatever the name.
  ['<a href="https://example.com/">{{name}}</a>', []],
  ["<bdi>{{name}}</bdi>", []],
  ['<p title="{{brand.name}}">a</p>', []],
])("personal-value: %s", (line, expected) => {
  expect(saidBy("personal-value", emailWith(asked(line)))).toEqual(expected);
});

test("a person's value that a partial is handed is found where it was handed over", () => {
  const line = '{{#if name}}{{> button href=name label="Go"}}{{/if}}';
  expect(saidBy("personal-value", emailWith(line))).toEqual([
    "5:29 {{name}} comes from a person and is printed in a link's address.",
  ]);
});

test("metadata and the user name come from a person too", () => {
  const metadata = { shop: { maxLength: 10 } };
  expect(
    saidBy(
      "personal-value",
      emailWith('{{#if metadata.shop}}<p title="{{metadata.shop}}">a</p>{{/if}}'),
      metadata,
    ),
  ).toEqual(["5:34 {{metadata.shop}} comes from a person and is printed in the attribute title."]);
  const file = "templates/en/admin-create-user/email.html.hbs";
  const files = {
    [file]: '<p title="{{username}}">{{code}}</p>',
    "templates/en/admin-create-user/subject.txt.hbs": "a",
    "templates/en/admin-create-user/sms.txt.hbs": "{{username}} {{code}}",
    "templates/messages.json": '{"default": "en", "locales": ["en"]}',
  };
  expect(saidBy("personal-value", files)).toEqual([
    `${file}:1:13 {{username}} comes from a person and is printed in the attribute title.`,
  ]);
});

test("metadata without a bound is found where it is printed, in an SMS too", () => {
  const sms = "templates/en/forgot-password/sms.txt.hbs";
  const said = (schema: object) =>
    saidBy(
      "unbounded-metadata",
      { [sms]: "{{code}}{{#if metadata.shop}} {{metadata.shop}}{{/if}}" },
      { shop: schema },
    );
  expect(said({ type: "string" })).toEqual([
    `${sms}:1:33 The schema lets {{metadata.shop}} be as long as anyone likes.`,
  ]);
  expect(said({ maxLength: 40 })).toEqual([]);
  const handed = "{{#if metadata.shop}}{{> support ask=metadata.shop}}{{/if}}";
  expect(saidBy("unbounded-metadata", emailWith(handed), { shop: {} })).toEqual([
    "5:38 The schema lets {{metadata.shop}} be as long as anyone likes.",
  ]);
});

test.each([
  [
    '"muted": "#6a5a4b"',
    '"muted": "#a0a6ae"',
    'The brand "sample-shop" writes muted (#a0a6ae) on card (#fffdf9) in light: a contrast of 2.41 to 1, where 4.5 is needed.',
  ],
  [
    '"onAccent": "#24140a"',
    '"onAccent": "#ffffff"',
    'The brand "sample-shop" writes onAccent (#ffffff) on accent (#f0a878) in dark: a contrast of 1.98 to 1, where 4.5 is needed.',
  ],
  [
    '"page": "#f6f3ee"',
    '"page": "#777777"',
    'The brand "sample-shop" writes text (#231a12) on page (#777777) in light: a contrast of 3.81 to 1, where 4.5 is needed.',
  ],
  // The ratios by WCAG's own formula, worked out elsewhere.
])("contrast: %s becomes %s", (from, to, message) => {
  const [said, ...more] = saidBy("contrast", edited(BRANDS, from, to));
  expect(more).toEqual([]);
  const front = /writes (\w+)/.exec(message)?.[1] ?? "";
  const scheme = / in (light|dark)/.exec(message)?.[1] ?? "";
  const text = shipped.files.get(BRANDS) ?? "";
  // The last palette of this scheme is the sample shop's.
  const index = text.indexOf(`"${front}"`, text.lastIndexOf(`"${scheme}": {`));
  const lines = text.slice(0, index).split("\n");
  expect(said).toBe(`${BRANDS}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1} ${message}`);
});

test.each<[string, string[]]>([
  [
    "color:#999999;background-color:#fff",
    ["5:11 This is written in #999999 on #fff: a contrast of 2.84 to 1, where 4.5 is needed."],
  ],
  [
    "background:url(https://example.com/a.png) rgb(255, 255, 255) no-repeat;color:#999",
    ["5:11 This is written in #999 on rgb(255, 255, 255): a contrast of 2.84 to 1, where 4.5 is needed."],
  ],
  [
    "color:{{brand.light.accent}};background:{{brand.light.text}}",
    [
      '5:11 For the brand "example" this is written in #1f4fd1 on #16191d: a contrast of 2.60 to 1, where 4.5 is needed.',
    ],
  ],
  [
    "color:#999;background:#fff;font-size:24px",
    ["5:11 This is written in #999 on #fff: a contrast of 2.84 to 1, where 3 is needed."],
  ],
  ["color:#888;background:#fff;font-size:24px", []],
  ["color:#888;background:#fff;font-size:19px;font-weight:bold", []],
  ["color:#767676;background:#ffffff", []],
  // What is behind these is not told by them.
  ["color:#999", []],
  ["color:#999;background:none", []],
  ["color:#999;background-color:transparent", []],
  ["color:inherit;background:#fff", []],
  ["color:#fff;background:rgba(255,255,255,0.1)", []],
  ["color:#fff;background-color:#ffffff;display:none", []],
])("contrast: style=%j", (style, expected) => {
  expect(saidBy("contrast", emailWith(`<p style="${style}"><b>a</b></p>`))).toEqual(expected);
});

test("contrast: a cell without words of its own, and one for a brand that is not asked for", () => {
  expect(
    saidBy("contrast", emailWith('<p style="color:#fff;background:#fff"> <b style="color:#000">a</b></p>')),
  ).toEqual([]);
  const line =
    '{{#if brand.supportEmail}}<p style="color:{{brand.light.accent}};background:#001a66">a</p>{{/if}}';
  expect(saidBy("contrast", emailWith(line))[0]).toContain('For the brand "sample-shop"');
});

test.each([
  [["brands", "text", "dark", "text"], '"text":4'],
  [["brands", "light", "light"], '"light": {"text":1'],
  [["default"], '"default"'],
  [["brands", "text", "light", "text"], '"text":3'],
  // Not there: the deepest that is.
  [["brands", "none", "light"], '"brands": {"light"'],
  [["brands", "light", "dark", "none"], '"dark": {"text":2'],
  [["brands", "text", "none"], '"text": {"name"'],
  [["none"], "{"],
] as const)("a key of brand.json is found in its place: %j", (keys, start) => {
  const text =
    '{"default": "brands", "clients": {"1": {"brand": "text", "brands": ["light"]}}, "brands": {"light": {"name": "dark \\"light\\"", "light": {"text":1}, "dark": {"text":2}}, "text": {"name": "light", "light": {"text":3}, "dark": {"text":4}}}}';
  expect(text.slice(indexOfKey(text, keys))).toMatch(new RegExp(`^${start.replace(/[{]/g, "\\{")}`));
});
