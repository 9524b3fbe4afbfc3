import { describe, expect, test } from "vitest";
import { anyRule, foundBy } from "./found.ts";
import { edited } from "./shipped.ts";

const EMAIL = "templates/de/forgot-password/email.html.hbs";
const label = 'label="Neues Passwort wählen"';
const ask = 'ask="Brauchen Sie Hilfe?"';
const title = 'title="Neues Passwort wählen"';
const preheader = 'preheader="Hier ist Ihr Code für ein neues Passwort. Er gilt 1 Stunde."';

/** What is said of the German email with such a change, without the file: by the rules about quotes. */
function told(from: string, to: string): string[] {
  const found = foundBy(["quoted-text", "quoted-name"], edited(EMAIL, from, to));
  return found.map((line) => line.replace(`${EMAIL}:`, ""));
}

describe("a text between quotes is read letter by letter", () => {
  const noHtml = "as it stands: a text between quotes is no HTML.";

  test.each<[from: string, to: string, answer: string]>([
    [
      label,
      'label="Passwort bei {{brand.name}} wählen"',
      "7:47 error: People would read {{brand.name}} as it stands: nothing is filled in between quotes. Write the text without it.",
    ],
    [preheader, 'preheader="{name}, hier ist er"', "1:54 error: People would read {name} as it stands"],
    [preheader, 'preheader="Hier ist er, name}}"', "1:67 error: People would read name}} as it stands"],
    [label, 'label="{Vorname}"', "7:40 warning: People would read {Vorname} as it stands"],
    [
      ask,
      'ask="Besoin d’aide&nbsp;?"',
      `11:31 warning: People would read &nbsp; ${noHtml} Write an ordinary space, or the character itself: U+00A0 no-break space.`,
    ],
    [ask, 'ask="Brauchen&shy;Sie"', "Write the character itself (U+00AD soft hyphen), or nothing."],
    [title, 'title="Ihr &amp; Passwort"', `1:24 warning: People would read &amp; ${noHtml} Write & itself.`],
    [label, 'label="<b>Neues</b> Passwort"', `7:34 warning: People would read <b> ${noHtml}`],
    [label, 'label=""', "7:34 error: Nothing stands between the quotes of label=."],
    [ask, "ask=' '", "11:18 error: Nothing stands between the quotes of ask=."],
  ])("%s as %s", (from, to, answer) => {
    const [found, ...others] = told(from, to);
    expect(found).toContain(answer.replace("7:40", "7:34"));
    expect(others).toEqual([]);
  });

  test.each([
    [ask, 'ask="Besoin d’aide\u00a0?"'],
    [title, 'title="Fragen & Antworten, 1 < 2, &c."'],
    [preheader, 'preheader=""'],
    [label, 'label="name"'],
  ])("%s as %s is as it should be", (from, to) => {
    expect(told(from, to)).toEqual([]);
  });
});

test.each([
  ["href=resetLink", 'href="resetLink"', "7:17", "href=resetLink"],
  ["href=resetLink", 'href="{{resetLink}}"', "7:17", "href=resetLink"],
  [label, 'label="{{brand.name}}"', "7:33", "label=brand.name"],
  [label, 'label="brand.name"', "7:33", "label=brand.name"],
])("the name of a value has no quotes: %s as %s, and nothing else is said", (from, to, place, meant) => {
  expect(foundBy(anyRule, edited(EMAIL, from, to))).toEqual([
    expect.stringMatching(
      new RegExp(`:${place} error: .* Write ${meant}, without quotes\\. \\(quoted-name\\)$`),
    ),
  ]);
});
