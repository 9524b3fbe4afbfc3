import { describe, expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import { anyRule, findingLine, findingsOf, foundBy, toldBy } from "./found.ts";
import { changed, edited, shippedText, smallCopy } from "./shipped.ts";

const EMAIL = "templates/de/forgot-password/email.html.hbs";
const SUBJECT = "templates/de/forgot-password/subject.txt.hbs";
const SMS = "templates/de/forgot-password/sms.txt.hbs";
const EN = "templates/en/forgot-password/email.html.hbs";

const unlike = ["unlike-values", "unlike-links", "unlike-partials", "unlike-conditions"];

describe("values", () => {
  test("one that is missing is told at the file's start, with what the reference has", () => {
    expect(toldBy(unlike, { [SUBJECT]: "Ihr Code" })).toEqual([
      `${SUBJECT}:1:1 warning: German (de) never prints {{brand.name}}; English (en) does so once. (unlike-values)`,
    ]);
  });

  test("one that is too many is told where it stands", () => {
    expect(toldBy(unlike, { [SUBJECT]: "Ihr Code bei {{brand.name}}, ja, {{brand.name}}" })).toEqual([
      `${SUBJECT}:1:36 warning: German (de) prints {{brand.name}} twice, English (en) once. (unlike-values)`,
    ]);
  });

  test("how an email looks is nobody's business", () => {
    const to = '<p dir="{{dir}}" lang="{{locale}}" style="color:{{brand.light.text}}">Der Code';
    expect(toldBy(unlike, edited(EMAIL, "<p>Der Code", to))).toEqual([]);
  });
});

describe("links", () => {
  // Both hosts are right for the brand that has a domain.
  const link = (href: string) =>
    `<p>Der Code gilt 1 Stunde.</p>{{#if brand.domain}}<p><a href="${href}">Mehr</a></p>{{/if}}`;
  const both = (de: string, en: string) => ({
    ...edited(EMAIL, "<p>Der Code gilt 1 Stunde.</p>", link(de)),
    ...edited(
      EN,
      "<p>The code is valid for 1 hour.</p>",
      link(en).replace("Der Code gilt 1 Stunde", "Valid for 1 hour"),
    ),
  });
  const german = (findings: string[]) => findings.filter((line) => line.startsWith("templates/de/"));

  test.each([
    ["pages of one host", "https://example.com/hilfe", "https://example.com/help"],
    ["pages in the locale", "https://example.com/{{locale}}", "https://example.com/{{locale}}"],
    ["one value", "{{brand.supportUrl}}", "{{brand.supportUrl}}"],
    ["mailboxes of one host", "mailto:hilfe@example.com", "mailto:help@example.com"],
  ])("%s are the same", (_, de, en) => {
    expect(german(toldBy(unlike, both(de, en)))).toEqual([]);
  });

  test("another host is told on both its sides", () => {
    const files = both("https://help.example.com/a", "https://example.com/a");
    expect(german(toldBy(unlike, files))).toEqual([
      `${EMAIL}:1:1 warning: German (de) never points to example.com; English (en) does so once. (unlike-links)`,
      `${EMAIL}:5:63 warning: German (de) points to help.example.com once, English (en) never. (unlike-links)`,
    ]);
  });

  test.each([
    ["https://example.org/a", "https://example.com/a"],
    ["https://help.example.com/a", "https://example.org/a"],
    ["http://help.example.com/a", "https://example.com/a"],
  ])("of a link that leads to the wrong place another rule speaks: %s and %s", (de, en) => {
    expect(toldBy(unlike, both(de, en))).toEqual([]);
    expect(toldBy("link-target", both(de, en))).toHaveLength(1);
  });

  test("an address in an SMS is one", () => {
    const told = (host: string) =>
      toldBy("unlike-links", {
        [SMS]: `{{code}} gilt 1 Stunde. {{#if brand.domain}}https://${host}/x{{/if}}`,
      });
    expect(told("help.example.com")).toEqual([
      `${SMS}:1:45 warning: German (de) points to help.example.com once, English (en) never. (unlike-links)`,
    ]);
    expect(told("example.org")).toEqual([]);
  });
});

describe("partials and conditions", () => {
  test("a partial that is missing is one finding, whatever it was handed", () => {
    const button = '{{#if resetLink}}\n{{> button href=resetLink label="Neues Passwort wählen"}}\n{{/if}}\n';
    expect(toldBy(unlike, edited(EMAIL, button, ""))).toEqual([
      `${EMAIL}:1:1 warning: German (de) never includes {{> button}}; English (en) does so once. (unlike-partials)`,
    ]);
  });

  test("a value that only a partial too many is handed is no finding of its own; one beside it is", () => {
    const more = (piece: string) =>
      toldBy("unlike-values", edited(EMAIL, "{{> code}}", `{{> code}}\n${piece}`));
    expect(more("{{> support ask=brand.name}}")).toEqual([]);
    expect(more("{{> support ask=brand.name}} {{brand.name}}")).toEqual([
      expect.stringContaining(
        "German (de) prints {{brand.name}} 3 times, English (en) once. (unlike-values)",
      ),
    ]);
  });

  test("a name that is left out is one finding, with its condition", () => {
    const greeting = "{{#if name}}Guten Tag <bdi>{{name}}</bdi>,{{else}}Guten Tag,{{/if}}";
    expect(toldBy(unlike, edited(EMAIL, greeting, "Guten Tag,"))).toEqual([
      `${EMAIL}:1:1 warning: German (de) never prints {{name}}; English (en) does so once. (unlike-values)`,
    ]);
  });

  test("an {{#unless}} with an {{else}} asks the same as an {{#if}}", () => {
    const greeting = "{{#if name}}Guten Tag <bdi>{{name}}</bdi>,{{else}}Guten Tag,{{/if}}";
    const turned = "{{#unless name}}Guten Tag,{{else}}Guten Tag <bdi>{{name}}</bdi>,{{/unless}}";
    expect(toldBy(unlike, edited(EMAIL, greeting, turned))).toEqual([]);
  });

  test("a condition that one language alone has is told where it stands", () => {
    const line = "<p>Der Code gilt 1 Stunde.</p>";
    expect(toldBy(unlike, edited(EMAIL, line, `{{#if brand.supportUrl}}${line}{{/if}}`))).toEqual([
      `${EMAIL}:5:1 warning: German (de) has {{#if brand.supportUrl}} once, English (en) never. (unlike-conditions)`,
    ]);
  });
});

describe("of two rules that see one mistake, the more exact one speaks", () => {
  test("a link that is missing with its condition", () => {
    const help = (word: string) =>
      `{{#if brand.supportUrl}}<p><a href="{{brand.supportUrl}}">${word}</a></p>{{/if}}\n{{> code}}`;
    const en = edited(EN, "{{> code}}", help("Help"));
    const same = edited(EMAIL, "{{> code}}", help("Hilfe"));
    expect(toldBy(unlike, { ...en, ...same })).toEqual([]);
    expect(toldBy(unlike, { ...en, ...edited(SUBJECT, "Ihr Code", "Dein Code") })).toEqual([
      `${EMAIL}:1:1 warning: German (de) never points to {{brand.supportUrl}}; English (en) does so once. (unlike-links)`,
    ]);
  });

  test("an invitation without a name to sign in with", () => {
    const file = "templates/de/admin-create-user/sms.txt.hbs";
    expect(toldBy(anyRule, { [file]: "{{code}} ist Ihr Passwort für {{brand.name}}." })).toEqual([
      `${file}:1:1 error: This SMS has no {{username}}: Cognito refuses an invitation without it. (missing-username)`,
    ]);
  });

  test("an empty SMS", () => {
    expect(toldBy(anyRule, { [SMS]: "" })).toEqual([
      `${SMS}:1:1 error: This SMS is empty; Cognito takes 6 to 140 characters. (length)`,
    ]);
  });

  test("a partial that was renamed", () => {
    const note = "templates/_brand/note.html.hbs";
    const notes = "templates/_brand/notes.html.hbs";
    expect(foundBy(anyRule, { [note]: null, [notes]: shippedText(note) })).toHaveLength(3);
    const { findings } = check(changed({ [note]: null, [notes]: shippedText(note) }));
    expect(findings.map(findingLine)).toEqual([
      `templates/ar/admin-create-user/email.html.hbs:7:1 error: There is no ${note}, which 35 files include: this is the first. Was it renamed? Name ${notes} note.html.hbs again, or write {{> notes}} in all of them. (missing-partial)`,
    ]);
  });

  test("a partial that was deleted: another one that is included is not it, however near its name is", () => {
    const note = "templates/_brand/note.html.hbs";
    const back = `In a clone, \`git checkout -- ${note}\` brings it back; else add it, or remove {{> note}} from all of them.`;
    const told = `templates/ar/admin-create-user/email.html.hbs:7:1 error: There is no ${note}, which 35 files include: this is the first.`;
    expect(check(changed({ [note]: null })).findings.map(findingLine)).toEqual([
      `${told} ${back} (missing-partial)`,
    ]);
    const renamed = { "templates/_brand/noted.html.hbs": shippedText(note) };
    expect(check(changed({ [note]: null, ...renamed })).findings.map(({ mending }) => mending)).toEqual([
      "Was it renamed? Name templates/_brand/noted.html.hbs note.html.hbs again, or write {{> noted}} in all of them.",
    ]);
  });
});

describe("the code in an email", () => {
  const shown = ["code-block", "missing-code"];
  const unseen = (line: number, column: number, where: string) =>
    `${EMAIL}:${line}:${column} error: Nobody sees the code of this email: it stands ${where}. (code-block)`;

  test.each([
    ["missing", "", `${EMAIL}:1:1 error: This email has no {{> code}}: Cognito refuses it. (missing-code)`],
    [
      "for some people only",
      "{{#if name}}{{> code}}{{/if}}",
      `${EMAIL}:1:1 error: When name and resetLink are absent, this email has no {{code}}: Cognito refuses it. (missing-code)`,
    ],
    [
      "in a link alone for some",
      "{{#if resetLink}}{{resetLink}}{{else}}{{> code}}{{/if}}",
      `${EMAIL}:4:39 error: Somebody for whom an {{#if}} does not hold has the code of this email in a link alone. (code-block)`,
    ],
    [
      "twice",
      "{{> code}}\n<p>{{code}}</p>",
      `${EMAIL}:5:6 warning: The code stands in this email twice. It may not be filled in the second time. (code-block)`,
    ],
    ["in a comment", "<!-- {{code}} -->", unseen(4, 8, "in a comment")],
    [
      "in a link",
      '<a href="https://example.com/{{code}}">x</a>',
      unseen(4, 32, "in a link's address or another attribute alone"),
    ],
    [
      "not displayed",
      '<div style="color:red; DISPLAY : none"><p>{{code}}</p></div>',
      unseen(4, 45, "in something that is hidden"),
    ],
    ["hidden", "<div hidden>{{> code}}</div>", unseen(4, 13, "in something that is hidden")],
    ["invisible", '<p style="visibility:hidden">{{code}}</p>', unseen(4, 32, "in something that is hidden")],
    [
      "without a size",
      '<p style="font-size:0px"><b>{{code}}</b></p>',
      unseen(4, 31, "in something that is hidden"),
    ],
    ["in a title", "<title>{{code}}</title>", unseen(4, 10, "in <title>")],
    ["in CSS", "<style>{{code}}</style>", unseen(4, 10, "in <style>")],
  ])("%s", (_, to, expected) => {
    expect(toldBy(shown, edited(EMAIL, "{{> code}}", to))).toEqual([expected]);
  });

  test.each([
    ["printed without the partial", "<p>{{code}}</p>"],
    ["if it is there, which it always is", "{{#if code}}{{> code}}{{/if}}"],
    ["with a name, and without one", "{{#if name}}{{> code}}{{/if}}{{#unless name}}{{> code}}{{/unless}}"],
    ["in a size of its own", '<p style="font-size:0"><b style="font-size:16px">{{code}}</b></p>'],
    ["in both branches of a condition", "{{#if name}}{{> code}}{{else}}<p>{{code}}</p>{{/if}}"],
  ])("%s is as good", (_, to) => {
    expect(toldBy(shown, edited(EMAIL, "{{> code}}", to))).toEqual([]);
  });
});

test("the code is counted by whatever name a partial prints it", () => {
  const big = { "templates/_brand/big.html.hbs": "<p>{{value}}</p>" };
  const about = ["code-block", "missing-code"];
  expect(toldBy(about, { ...big, ...edited(EMAIL, "{{> code}}", "{{> big value=code}}") })).toEqual([]);
  const preheader = edited(EN, 'preheader="', 'preheader=code was="');
  expect(toldBy(about, preheader)).toEqual([
    `${EN}:4:1 warning: The code stands in this email twice. It may not be filled in the second time. (code-block)`,
  ]);
});

describe("what a person reads who did not ask for it", () => {
  const NOT_YOU =
    "{{#> not-you}}Sie haben das nicht angefordert? Dann brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist. Geben Sie diesen Code niemandem, auch uns nicht.{{/not-you}}";

  test.each([
    ["missing", "", `${EMAIL}:1:1 error: This email says nothing to a person who did not ask for it.`],
    [
      "empty",
      "{{#> not-you}} <br> {{/not-you}}",
      `${EMAIL}:10:1 error: Nothing stands between {{#> not-you}} and {{/not-you}}.`,
    ],
    [
      "for some people only",
      `{{#if name}}${NOT_YOU}{{/if}}`,
      `${EMAIL}:10:13 error: Somebody for whom an {{#if}} does not hold is not told what to do if they did not ask for this.`,
    ],
  ])("%s", (_, to, expected) => {
    expect(toldBy("missing-not-you", edited(EMAIL, NOT_YOU, to))).toEqual([`${expected} (missing-not-you)`]);
  });

  test("is lost with the block that a partial does not print", () => {
    const note = "templates/_brand/note.html.hbs";
    expect(toldBy(["missing-not-you", "unprinted-block"], { [note]: "<p>x</p>" })).toEqual([
      `${note}:1:1 error: "note" does not print what stands between {{#> note}} and {{/note}}: nobody reads it. (unprinted-block)`,
    ]);
    const own = "templates/_brand/not-you.html.hbs";
    expect(toldBy("unprinted-block", { [own]: "{{#> note}}{{> @partial-block}}{{/note}}" })).toEqual([]);
    expect(toldBy("unprinted-block", { [own]: "{{> note}}" })).toEqual([]);
  });

  test("is due where a partial prints its block for some alone", () => {
    const note = (text: string) => ({ "templates/_brand/note.html.hbs": text });
    const lost = note("{{#if brand.domain}}{{> @partial-block}}{{/if}}");
    const messages = toldBy("missing-not-you", { ...lost, ...edited(EMAIL, "Stunde", "Stunde") });
    expect(messages).toContain(
      `${EMAIL}:10:1 error: Somebody for whom an {{#if}} does not hold is not told what to do if they did not ask for this. (missing-not-you)`,
    );
    const both = note("{{#if brand.domain}}{{> @partial-block}}{{else}}<p>{{> @partial-block}}</p>{{/if}}");
    expect(toldBy("missing-not-you", both)).toEqual([]);
  });

  test("is only a warning where the project has no partial for it", () => {
    const files = { "templates/_brand/not-you.html.hbs": null, [EN]: "{{> code}} Valid for 1 hour." };
    expect(toldBy("missing-not-you", files)).toContain(
      `${EN}:1:1 warning: This email says nothing to a person who did not ask for it. (missing-not-you)`,
    );
  });

  test("is due in the default language too", () => {
    const text = "{{> code}} Valid for 1 hour.";
    expect(toldBy("missing-not-you", { [EN]: text })).toEqual([
      `${EN}:1:1 error: This email says nothing to a person who did not ask for it. (missing-not-you)`,
    ]);
  });
});

test.each([
  ["that has no code", EMAIL, "Nur Worte"],
  ["that has it for some people only", SMS, "{{#if brand.domain}}{{code}}{{/if}}"],
  ["that is empty", SUBJECT, " \n"],
  ["of which the default language's is so", "templates/en/forgot-password/sms.txt.hbs", "No code"],
])("a part %s is not compared: there is more to say of it", (_, file, text) => {
  // The German SMS is unlike the shipped English one.
  const other = file.startsWith("templates/en/") ? { [SMS]: "{{code}} {{brand.name}}, {{brand.name}}" } : {};
  expect(findingsOf([...unlike, "unstated-life"], { ...other, [file]: text })).toEqual([]);
});

describe("text that waits for its translation", () => {
  test.each([
    "{{! translate }}",
    "{{!translate}}",
    "{{!-- translate --}}",
    "{{!--translate--}}",
  ])("%s", (mark) => {
    const lines = findingsOf("untranslated", {
      [SUBJECT]: `\n  ${mark}Your code to choose a new {{brand.name}} password`,
    });
    expect(lines).toMatchObject([
      {
        rule: "untranslated",
        severity: "error",
        line: 2,
        column: 3,
        excerpt: `  ${mark}Your code to choose a new {{brand.name}} password`,
      },
    ]);
  });

  test.each([
    "{{! to translate }}",
    "{{! translated }}",
    "{{! Translate }}",
  ])("%s is a comment like others", (mark) => {
    expect(toldBy("untranslated", { [SUBJECT]: `${mark}Ihr Code für {{brand.name}}` })).toEqual([]);
  });

  test("is told once for each file, at its first line, and nothing else is said of the file", () => {
    const text = shippedText(EN)
      .replaceAll(/(?<=[a-z.:]<\/p>|Hello,)$/gm, " {{! translate }}")
      .replace("<p>The", "  <p>The");
    const findings = findingsOf(anyRule, {
      [EMAIL]: text.replace(/<p>\{\{#if name.*\n/, ""),
      [SUBJECT]: "{{! translate }}Your code to choose a new password",
    });
    expect(findings.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)).toEqual(
      [
        `${EMAIL}:2:1 2 lines wait to be translated: 2, 4.`,
        `${SUBJECT}:1:1 This line waits to be translated.`,
      ],
    );
  });

  test("a draft's is a warning", () => {
    const draft = "templates/nl/forgot-password/";
    const findings = findingsOf(anyRule, {
      [`${draft}subject.txt.hbs`]: "{{! translate }}Your code to choose a new {{brand.name}} password",
      [`${draft}sms.txt.hbs`]: "{{code}} {{brand.name}} 1 uur",
      [`${draft}email.html.hbs`]:
        "{{#> layout title='Code' preheader='1 uur'}}{{> code}}{{#> not-you}}Niet jij?{{/not-you}}{{/layout}}",
    });
    expect(findings.filter(({ rule }) => rule === "untranslated")).toMatchObject([{ severity: "warning" }]);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("text left in the default language", () => {
  const left = (files: Readonly<Record<string, string>>) => toldBy("left-in-reference", files);

  test.each([
    [
      "a paragraph",
      "<p>Der Code gilt 1 Stunde.</p>",
      "<p>The code is valid for 1 hour.</p>",
      "5:4",
      "The code is valid for 1 hour.",
    ],
    [
      "a paragraph with values in it",
      "<p>jemand, hoffentlich Sie selbst, möchte für Ihr Konto bei {{brand.name}} ein neues Passwort wählen. Geben Sie dafür diesen Code ein:</p>",
      "<p>Someone, <b>hopefully you</b>, asked to choose a new&nbsp;password for your account with {{brand.name}}. Type in this code to go on:</p>",
      "3:4",
      "Someone, hopefully you, asked to choose a new password for your account with {{brand.name}}. Type in this code to go on:",
    ],
    [
      "a text handed to a partial",
      'ask="Brauchen Sie Hilfe?"',
      'ask="Do you need help?"',
      "11:18",
      "Do you need help?",
    ],
    [
      "what a list of emails shows",
      'preheader="Hier ist Ihr Code für ein neues Passwort. Er gilt 1 Stunde."',
      'preheader="Your code for a new password is inside. It is valid for 1 hour."',
      "1:54",
      "Your code for a new password is inside. It is valid for 1 hour.",
    ],
  ])("%s", (_, from, to, place, text) => {
    expect(left(edited(EMAIL, from, to))).toEqual([
      `${EMAIL}:${place} warning: “${text}” is word for word the same in German (de) and in English (en). (left-in-reference)`,
    ]);
  });

  test.each([
    ["at the end of an SMS", "ar", "لا تعطه لأحد.", "Do not give it to anyone.", "Do not give it to anyone."],
    ["in the midst of a line", "de", "Er gilt 1 Stunde.", "Valid for 1 hour.", "Valid for 1 hour."],
    [
      "with the value in it",
      "de",
      "{{code}} ist",
      "{{code}} is your code to choose a new {{brand.name}} password. {{code}} ist",
      "{{code}} is your code to choose a new {{brand.name}} password.",
    ],
  ])("one sentence %s", (_, locale, from, to, text) => {
    const file = `templates/${locale}/forgot-password/sms.txt.hbs`;
    expect(left(edited(file, from, to))).toEqual([
      expect.stringMatching(new RegExp(`^${file}:1:\\d+ warning: “`)),
    ]);
    expect(left(edited(file, from, to))[0]).toContain(`“${text}” is word for word the same in `);
  });

  test("a sentence that was added to a translation", () => {
    const to = "auch uns nicht. Do not give this code to anyone, not even to us.";
    expect(left(edited(EMAIL, "auch uns nicht.", to))).toEqual([
      `${EMAIL}:10:163 warning: “Do not give this code to anyone, not even to us.” is word for word the same in German (de) and in English (en). (left-in-reference)`,
    ]);
  });

  test("a message that was copied as it is, is told once for each file, and nothing else of it", () => {
    const names = ["subject.txt.hbs", "email.html.hbs", "sms.txt.hbs"];
    const from = (locale: string, to: string) =>
      Object.fromEntries(
        names.map((name) => [
          `templates/${to}/forgot-password/${name}`,
          shippedText(`templates/${locale}/forgot-password/${name}`),
        ]),
      );
    const rules = [...unlike, "left-in-reference", "unstated-life", "wrong-life"];
    const de = { [SUBJECT]: shippedText(SUBJECT) };
    expect(toldBy(rules, from("en", "de")).map((line) => line.replace(/^.*?: /, ""))).toEqual([
      "German (de) says the same here as English (en), word for word. (left-in-reference)",
      "German (de) says the same here as English (en), word for word. (left-in-reference)",
      "“Your code to choose a new {{brand.name}} password” is word for word the same in German (de) and in English (en). (left-in-reference)",
    ]);
    expect(toldBy(rules, { ...de, ...from("de", "fr") })).toEqual([
      "templates/fr/forgot-password/email.html.hbs:1:54 warning: French (fr) says the same here as German (de), word for word. (left-in-reference)",
      "templates/fr/forgot-password/sms.txt.hbs:1:10 warning: French (fr) says the same here as German (de), word for word. (left-in-reference)",
      "templates/fr/forgot-password/subject.txt.hbs:1:1 warning: “Ihr Code für ein neues Passwort bei {{brand.name}}” is word for word the same in French (fr) and in German (de). (left-in-reference)",
    ]);
  });

  test("of a draft that was copied from a language that is offered, it is the draft that is told", () => {
    const names = ["email.html.hbs", "sms.txt.hbs", "subject.txt.hbs"];
    const folder = (locale: string) => `templates/${locale}/forgot-password`;
    // Without its life, by which a language is known that the words are of.
    const french = names.map((name) => [
      name,
      shippedText(`${folder("fr")}/${name}`).replace(
        / Il est valable 1 heure\.|Valable 1 heure\. |<p>Le code est.*<\/p>/g,
        "",
      ),
    ]);
    const copied = ["fr", "es", "sv"].flatMap((locale) =>
      french.map(([name, text]) => [`${folder(locale)}/${name}`, text]),
    );
    const copy = smallCopy(Object.fromEntries(copied));
    // As they are read: es comes before fr.
    const { findings } = check({ ...copy, files: new Map([...copy.files].sort()) });
    const told = findings.filter(({ rule }) => rule === "left-in-reference").map(findingLine);
    expect(told.filter((line) => line.startsWith(folder("fr")))).toEqual([]);
    expect(told.map((line) => line.replace(/:.*French \(fr\).*/, " as fr"))).toEqual(
      ["es", "sv"].flatMap((locale) => names.map((name) => `${folder(locale)}/${name} as fr`)),
    );
  });

  test.each([
    ["a name", "Sample Shop Trading Company of London"],
    ["an address", "Example Ltd, 12 High Street, London W1"],
    ["a label", "Support Center"],
  ])("%s may be the same", (_, text) => {
    const line = (file: string) => edited(file, "{{> code}}", `{{> code}}<p>${text}</p>`);
    expect(left({ ...line(EMAIL), ...line(EN) })).toEqual([]);
  });

  test.each([
    ["another country's English", "en-GB", "en", false],
    ["a near language", "nb", "da", false],
    ["another language", "nl", "en", true],
  ])("%s: %s beside %s", (_, locale, reference, expected) => {
    const text = { subject: "This is your code for a new password", sms: "{{code}}" };
    const files = Object.fromEntries(
      [locale, reference].flatMap((each) => [
        [`templates/${each}/forgot-password/subject.txt.hbs`, text.subject],
        [`templates/${each}/forgot-password/sms.txt.hbs`, text.sms],
      ]),
    );
    const settings = {
      "templates/messages.json": JSON.stringify({ default: reference, locales: [reference, locale] }),
    };
    expect(left({ ...files, ...settings }).length > 0).toBe(expected);
  });

  test("is told once, by its mark, where that stands", () => {
    const text = "{{! translate }}Your code to choose a new {{brand.name}} password";
    expect(left({ [SUBJECT]: text })).toEqual([]);
  });
});

test("where every other language is alike, it is told once, in the default language", () => {
  const de = edited(EMAIL, "<p>Der Code gilt", "<p>{{brand.name}}: Der Code gilt");
  const fr = edited(
    "templates/fr/forgot-password/email.html.hbs",
    "<p>Le code est",
    "<p>{{brand.name}}: le code est",
  );
  expect(toldBy(unlike, { ...de, ...fr })).toEqual([
    `${EN}:1:1 warning: English (en) prints {{brand.name}} once, every other language twice. (unlike-values)`,
  ]);
  const en = edited(EN, "<p>The code is", "<p>{{brand.name}}: the code is");
  const french = edited("templates/fr/forgot-password/subject.txt.hbs", "Votre code", "Ton code");
  expect(toldBy(unlike, { ...en, ...edited(SUBJECT, "Ihr Code", "Dein Code"), ...french })).toEqual([
    `${EN}:5:6 warning: English (en) prints {{brand.name}} twice, every other language once. (unlike-values)`,
  ]);
});
