import { describe, expect, test } from "vitest";
import { foundBy } from "./found.ts";
import { edited } from "./shipped.ts";

const EMAIL = "templates/de/forgot-password/email.html.hbs";
const SMS = "templates/de/forgot-password/sms.txt.hbs";
const VALUE = "{{brand.name}}";

/** What an author mistyped in the German email: what stood there, what stands there now, and the answer. */
type Row = [from: string, to: string, answer: string];

const structure = [
  "syntax",
  "unclosed-block",
  "single-brace",
  "unknown-name",
  "unknown-helper",
  "missing-partial",
  "condition",
  "absent-value",
  "missing-code",
  "literal",
];

/** What is said of the German email with such a change, without the file. */
function told(from: string, to: string): string[] {
  return foundBy(structure, edited(EMAIL, from, to)).map((line) => line.replace(`${EMAIL}:`, ""));
}

test.each([
  "{{####}}",
  "{{ #### }}",
  "{{{####}}}",
  "{{###}}",
])("%s is Cognito's mark for the code, which a template writes otherwise", (typed) => {
  expect(told("{{> code}}", `<p>${typed}</p>`)).toEqual([
    `4:4 error: ${typed} cannot be read. Write {{code}} for the code. (syntax)`,
  ]);
});

describe("half of the braces", () => {
  const asItStands = "people would read it as it stands";

  test.each<[string, string]>([
    ["{brand.name}}", `error: {brand.name}} lacks a brace: ${asItStands}.`],
    ["{brand.name}", `error: {brand.name} stands between single braces: ${asItStands}.`],
    ["brand.name}}", `error: brand.name}} lacks a brace: ${asItStands}.`],
    ["brand.name}", `error: brand.name} lacks a brace: ${asItStands}.`],
    ["{brand.name", `error: {brand.name lacks a brace: ${asItStands}.`],
    ["{ {brand.name} }", `error: { {brand.name} } lacks a brace: ${asItStands}.`],
    ["｛｛brand.name｝｝", `error: ｛｛brand.name｝｝ has full-width braces: ${asItStands}.`],
    ["{{brand.name}", "error: {{brand.name} lacks a }."],
    ["{{brand.name}}}", "error: {{brand.name}}} has one } too many."],
    ["{{{brand.name}}", "error: {{{brand.name}} has one { too many."],
    ["[brand.name]", "warning: People would read [brand.name] as it stands."],
    ["%brand.name%", "warning: People would read %brand.name% as it stands."],
  ])("%s", (typed, message) => {
    expect(told(VALUE, typed)).toEqual([expect.stringContaining(`3:61 ${message} Write {{brand.name}}. (`)]);
  });

  test.each(["{Vorname}", "{名前}", "{####", "{ ", " }"])("%s stands for nothing: a warning", (typed) => {
    const [found] = told(VALUE, typed);
    expect(found).toMatch(/^3:6\d warning: People would read .* as it stands here\./);
  });

  test.each(["｛株式会社｝", "[1]", "50 % von 100 %", "[dir]"])("%s is a text like others", (typed) => {
    expect(told(VALUE, `${VALUE} ${typed}`)).toEqual([]);
  });

  test.each<Row>([
    [
      "{{else}}",
      "{else}}",
      "2:46 error: {else}} lacks a brace: people would read it as it stands. Write {{else}}.",
    ],
    [
      "{{else}}",
      "else}}",
      "2:46 error: else}} lacks a brace: people would read it as it stands. Write {{else}}.",
    ],
    [
      "{{> code}}",
      "{> code}}",
      "4:1 error: {> code}} lacks a brace: people would read it as it stands. Write {{> code}}.",
    ],
    [
      "{{> code}}",
      "> code}}",
      "4:1 error: > code}} lacks a brace: people would read it as it stands. Write {{> code}}.",
    ],
    ["{{#if name}}", "{#if name}}", "2:4 error: {#if name}} lacks a brace. Write {{#if name}}."],
    ["{{/if}}</p>", "{/if}}</p>", "2:64 error: {/if}} lacks a brace. Write {{/if}}."],
    ["{{#> not-you}}", "{#> not-you}}", "10:1 error: {#> not-you}} lacks a brace. Write {{#> not-you}}."],
    [
      "href=resetLink",
      "href={{resetLink}}",
      "7:17 error: {{resetLink}} stands inside of another {{…}}. Write href=resetLink, without braces.",
    ],
  ])("%s as %s", (from, to, answer) => {
    expect(told(from, to)).toEqual([expect.stringContaining(answer)]);
  });

  test("in a subject and an SMS too", () => {
    const subject = "templates/de/forgot-password/subject.txt.hbs";
    expect(foundBy("single-brace", { [subject]: "Ihr Code bei {brand.name}}" })).toHaveLength(1);
    expect(foundBy("single-brace", { [SMS]: "{{code}} bei brand.name}}" })).toHaveLength(1);
  });

  test("braces of CSS are no such thing", () => {
    const style = "<style>\np { margin: 0; }\n</style>";
    expect(foundBy("single-brace", edited(EMAIL, "{{> code}}", `{{> code}}${style}`))).toEqual([]);
  });
});

describe("blocks", () => {
  test.each<Row>([
    [
      "{{#if name}}",
      "{{if name}}",
      "2:4 error: {{if name}} lacks its #: {{/if}} has nothing to close. Write {{#if name}}.",
    ],
    ["{{/if}}</p>", "{{endif}}</p>", "2:64 error: {{endif}} closes nothing. Write {{/if}}."],
    ["{{/if}}</p>", "{{end}}</p>", "2:64 error: {{end}} closes nothing. Write {{/if}}."],
    [
      "{{#if name}}",
      "",
      "error: {{/if}} closes nothing. Remove it, or put the {{#if …}} before it that is missing.",
    ],
    [
      "{{#if name}}",
      "{{#іf name}}",
      "error: {{/if}} and {{#іf…}} look alike, and are not. Write if once more. Its і is a Cyrillic letter (U+0456), not the i of your keyboard.",
    ],
    [
      "{{#> not-you}}",
      "{{> not-you}}",
      "10:1 error: {{> not-you}} lacks its #: {{/not-you}} has nothing to close. Write {{#> not-you}}.",
    ],
    [
      "{{#> not-you}}",
      "{{#not-you}}",
      "10:1 error: There is no {{#not-you}}. Write {{#> not-you}}, with a >",
    ],
    [
      "{{/note}}",
      "{{/notes}}",
      "{{/notes}} closes nothing: what is open here is {{#> note…}} of line 9. Did you mean {{/note}}?",
    ],
    [
      "{{else}}",
      "{{elseif resetLink}}",
      "2:46 error: {{elseif resetLink}} cannot be read. Write {{else if resetLink}}.",
    ],
    ["{{else}}", "{{#else}}", "2:46 error: {{#else}} is no block. Write {{else}}."],
    ["{{else}}", "{{ELSE}}", "There is no {{ELSE}} in this email. Write {{else}}."],
    [
      "{{> code}}",
      "{{＞ code}}",
      "4:3 error: The ＞ in {{＞ code}} is a full-width character. Write the ordinary > instead: {{> code}}.",
    ],
    [
      "{{/if}}</p>",
      "{{／if}}</p>",
      "error: The ／ in {{／if}} is a full-width character. Write the ordinary / instead: {{/if}}.",
    ],
    [
      "{{> code}}",
      "{{> kode-block}}",
      "The pieces are: button, code, layout, not-you, note, support. Their names are not translated.",
    ],
    [
      "{{> code}}",
      "{{> cоde}}",
      "Write code once more. Its о is a Cyrillic letter (U+043E), not the o of your keyboard.",
    ],
  ])("%s as %s", (from, to, answer) => {
    expect(told(from, to)[0]).toContain(answer);
  });
});

describe("signs", () => {
  test.each<Row>([
    ["{{#if name}}", "{{ #if name}}", "2:4 error: {{ #if name}} cannot be read. Write {{#if name}}."],
    ["{{> code}}", "{{ > code}}", "4:1 error: {{ > code}} cannot be read. Write {{> code}}."],
    ["{{> code}}", "{{>> code}}", "Write {{> code}}."],
    ["{{> code}}", "{{< code}}", "Write {{> code}}."],
    ["{{#> note}}", "{{># note}}", "9:1 error: {{># note}} cannot be read. Write {{#> note}}."],
    ["{{/note}}", "{{note}}", "12:1 error: {{note}} lacks its /. Write {{/note}}."],
    ["{{/if}}</p>", "{{#/if}}</p>", "2:64 error: {{#/if}} cannot be read. Write {{/if}}."],
    ["{{/if}}</p>", "{{/if name}}</p>", "Write {{/if}}."],
    ["{{/if}}</p>", "{{if}}</p>", "2:64 error: {{if}} closes nothing. Write {{/if}}."],
    ["{{/if}}</p>", "{{/wenn}}</p>", "Did you mean {{/if}}?"],
    ["{{#if name}}", "{{#wenn name}}", "{{/if}} cannot close {{#wenn…}} of line 2. Write {{#if …}} there."],
    [VALUE, "{{brand,name}}", "3:61 error: {{brand,name}} cannot be read. Write {{brand.name}}."],
    [VALUE, "{{.brand.name}}", "Write {{brand.name}}."],
    [VALUE, "{{brand.name!}}", "Write {{brand.name}}."],
    [VALUE, "{{brand name}}", "3:61 error: {{brand name}} cannot be read. Write {{brand.name}}."],
    [VALUE, "{{brand.name.}}", "Write {{brand.name}}."],
    [VALUE, '{{"brand.name"}}', "Write {{brand.name}}, without quotes."],
    [VALUE, "{{}}", "Nothing stands between {{ and }} here."],
    ["resetLink label", "resetLink, label", "7:26 error: This , does not belong here. Write a space alone."],
    ['label="', 'label:"', "7:27 error: label lacks its =. Write label= before the quote, with no space."],
    ['label="', 'label "', "7:27 error: label lacks its =."],
  ])("%s as %s", (from, to, answer) => {
    expect(told(from, to).join()).toContain(answer);
  });
});

describe("quotes", () => {
  const label = 'label="Neues Passwort wählen"';
  const ask = 'ask="Brauchen Sie Hilfe?"';
  const other = 'Inside of "…", write other quotes, such as “ and ”.';

  test.each<Row>([
    [
      label,
      'label="Neues Passwort wählen',
      '7:33 error: The quote of label= in line 7 is not closed. Write label="Neues Passwort wählen".',
    ],
    [
      'title="Neues Passwort wählen"',
      'title="Neues Passwort wählen',
      '1:19 error: The quote of title= in line 1 is not closed. Write title="Neues Passwort wählen".',
    ],
    [
      ask,
      'ask="Brauchen Sie Hilfe?',
      '11:17 error: The quote of ask= in line 11 is not closed. Write ask="Brauchen Sie Hilfe?".',
    ],
    [
      label,
      'label="Neues "nur" Passwort"',
      `7:40 error: This " ends the text of label=, and more of it follows. ${other}`,
    ],
    [
      ask,
      "ask='Besoin d'aide'",
      "11:26 error: This ' ends the text of ask=, and more of it follows. Write d’aide, with an apostrophe that is no quote.",
    ],
    [
      label,
      "label=Neues Passwort wählen",
      '7:33 error: The text of label= stands without quotes. Put quotes around it: label="Neues Passwort wählen".',
    ],
    [
      label,
      "label=パスワードを設定する",
      'Put quotes around it, if it is a text: label="パスワードを設定する".',
    ],
    [
      label,
      "label=„Neues Passwort“",
      '7:33 error: The quote „ cannot stand here. Write straight quotes: "…".',
    ],
  ])("%s as %s", (from, to, answer) => {
    expect(told(from, to)).toEqual([expect.stringContaining(answer)]);
  });

  test("of a text of the next line there is no talk, nor of braces that are closed between quotes", () => {
    expect(told(label, 'label="Bei {{brand.name}} wählen"').join()).not.toContain("(syntax)");
  });
});

describe("conditions", () => {
  const only = "{{#if}} can only ask whether one value is there.";

  test.each<Row>([
    ["{{#if resetLink}}", "{{#if „resetLink“}}", "Write {{#if resetLink}}, without quotes."],
    [
      "{{#if resetLink}}",
      '{{#if "resetLink"}}',
      "{{#if}} asks for a name, which has no quotes. Write {{#if resetLink}}.",
    ],
    ["{{#if name}}", '{{#if name == "Anna"}}', `{{#if name == "Anna"}} cannot be read: ${only}`],
    ["{{#if name}}", "{{#if !name}}", `{{#if !name}} cannot be read: ${only} Write {{#unless name}}.`],
    ["{{#if name}}", "{{#if not name}}", "Write {{#unless name}}."],
    [
      "{{#if name}}",
      "{{#if name and resetLink}}",
      "Put one block inside the other: {{#if name}}{{#if resetLink}}…{{/if}}{{/if}}.",
    ],
    ["{{#if name}}", "{{#if name or resetLink}}", "Write {{#if name}}…{{else if resetLink}}…{{/if}}."],
    ["{{#if name}}", "{{#if}}", "Write one name after {{#if, and nothing else."],
  ])("%s as %s", (from, to, answer) => {
    expect(told(from, to).join()).toContain(answer);
  });

  test("for the link of another message", () => {
    const other = "templates/de/sign-up/email.html.hbs";
    expect(foundBy(structure, edited(other, "<p>Der Code", "{{#if resetLink}}x{{/if}}<p>Der Code"))).toEqual([
      expect.stringContaining(`${other}:5:7 error: There is no resetLink in this message`),
    ]);
  });

  test("a partial may ask for what some of its messages have", () => {
    const files = {
      "templates/_brand/hint.html.hbs": "{{#if resetLink}}<p>x</p>{{/if}}",
      ...edited("templates/de/sign-up/email.html.hbs", "{{> code}}", "{{> code}}{{> hint}}"),
    };
    expect(foundBy(structure, files)).toEqual([]);
  });
});

describe("what a partial is given", () => {
  test.each<Row>([
    [
      'ask="',
      'frage="',
      "{{> support}} needs ask=. Write ask=… instead of frage=…: it is the same in every language.",
    ],
    [
      'title="Neues Passwort wählen"',
      "title=name",
      'Give title a text that is always there, as in title="…".',
    ],
    [
      "{{> button href=resetLink",
      "{{> button href=brand.supportUrl",
      "Put {{> button …}} inside {{#if brand.supportUrl}}…{{/if}}.",
    ],
  ])("%s as %s", (from, to, answer) => {
    expect(told(from, to).join()).toContain(answer);
  });
});

describe("an email without its code", () => {
  test.each<[string, string]>([
    [
      "",
      "1:1 error: This email has no {{> code}}: Cognito refuses it. Write {{> code}} where the code is to stand.",
    ],
    [
      "<p>123456</p>",
      "4:4 error: 123456 is typed by hand, and would be the same for everybody. This email has no {{> code}}: Cognito refuses it. Write {{code}} instead of 123456.",
    ],
    ["<p>123 456</p>", "4:4 error: 123 456 is typed by hand"],
  ])("%s", (to, answer) => {
    expect(told("{{> code}}", to)).toEqual([expect.stringContaining(answer)]);
  });
});

test.each<[string, string]>([
  ["{{cоde}}", "Write code once more. Its о is a Cyrillic letter (U+043E), not the o of your keyboard."],
  [
    "{{ｃｏｄｅ}}",
    "Write code once more. Its ｃ is a full-width letter (U+FF43), not the c of your keyboard.",
  ],
  ["{{co\u200bde}}", "Write code once more. There is a character in it that nobody sees (U+200B)."],
  ["{{“code”}}", "Write code, without quotes."],
])("%s looks like another name", (typed, answer) => {
  expect(foundBy(structure, { [SMS]: `${typed} ist Ihr Code` }).join()).toContain(answer);
});
