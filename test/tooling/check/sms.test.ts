import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CheckedPart, projectOf } from "../../../src/tooling/check/project.ts";
import { sizesOf, sizesText } from "../../../src/tooling/check/report/sizes.ts";
import { writingGroups } from "../../../src/tooling/check/rules/table.ts";
import { smsSize, type WorstSmsSize } from "../../../src/tooling/check/sms/sms-size.ts";

import { repository } from "../../project.ts";
import { foundBy } from "./found.ts";
import { type Changes, shipped, shippedText, smallCopy } from "./shipped.ts";

const sms = "templates/en/forgot-password/sms.txt.hbs";
const brand = "templates/_brand/brand.json";
const shippedBrand = shippedText(brand);

const about = (writingGroups.SMS ?? []).map(({ name }) => name);
const found = (files: Changes, metadata = {}) => foundBy(about, files, metadata);

function sizeOf(text: string, files = {}, metadata = {}): WorstSmsSize {
  const project = projectOf(smallCopy({ ...files, [sms]: text }, metadata));
  return smsSize(project.parts.find(({ file }) => file === sms) as CheckedPart, project);
}

describe("the size of an SMS", () => {
  test("is that of its longest form, with a code in place of the placeholder", () => {
    // Braces count twice in GSM-7: with the placeholder itself in it this would be two messages.
    const text = `{{code}} ${"x".repeat(153)}`;
    expect(sizeOf(text)).toEqual({
      characters: 160,
      encoding: "GSM-7",
      segments: 1,
      forcedBy: [],
      mayBeForcedBy: [],
    });
    expect(sizeOf("{{code}} {{brand.name}}").characters).toBe("123456 Sample Shop".length);
    const shop = { shop: { maxLength: 30 } };
    expect(sizeOf("{{code}}{{#if metadata.shop}}{{metadata.shop}}{{/if}}", {}, shop).characters).toBe(36);
  });

  test("tells what is not in the networks' alphabet, each once", () => {
    expect(sizeOf("{{code}} it’s x’ – ok")).toMatchObject({
      encoding: "UCS-2",
      segments: 1,
      forcedBy: ["’", "–"],
    });
    expect(sizeOf("{{code}} cafe\u0301 \u{1f1e9}\u{1f1ea}").forcedBy).toEqual([
      "e\u0301",
      "\u{1f1e9}\u{1f1ea}",
    ]);
    expect(sizeOf(`{{code}} ${"か".repeat(130)}`)).toMatchObject({ segments: 3, forcedBy: ["か"] });
    expect(
      sizeOf("{{code}} {{brand.name}}", { [brand]: shippedBrand.replace("Sample Shop", "Łąka") }),
    ).toMatchObject({
      forcedBy: ["Ł", "ą"],
    });
  });

  test("is that of an invitation with a user name and a password as they are sent", () => {
    const file = "templates/en/admin-create-user/sms.txt.hbs";
    const project = projectOf(smallCopy({ [file]: "{{username}} {{code}}" }));
    const part = project.parts.find((each) => each.file === file) as CheckedPart;
    expect(smsSize(part, project).characters).toBe(36 + 1 + 8);
  });

  test("is right for the shipped copy", () => {
    const project = projectOf(shipped);
    const sizes = project.parts.flatMap((part) =>
      part.part === "sms" ? [[part.locale, smsSize(part, project)]] : [],
    );
    expect(Object.fromEntries(sizes)).toMatchObject({
      ar: { encoding: "UCS-2", segments: 2 },
      de: { encoding: "GSM-7", segments: 1 },
      en: { encoding: "GSM-7", segments: 1 },
      fr: { encoding: "GSM-7", segments: 1 },
      ja: { encoding: "UCS-2", segments: 1 },
    });
  });
});

const long = " and this goes on until it would not fit into seventy characters.";

describe("a character that makes an SMS cost more", () => {
  test.each<[string, string, string]>([
    [
      "a curly apostrophe",
      `{{code}} it’s${long}`,
      `${sms}:1:12 warning: "’", after "it", makes this SMS cost double: it is sent as 2 messages instead of 1, each of which is paid for. Write ' instead. (sms-encoding)`,
    ],
    ["an emoji", `{{code}} \u{1f389}${long}`, `"\u{1f389}", after "code", makes this SMS cost double`],
    ["a letter", `{{code}} façon${long}`, "Choose words without it. (sms-encoding)"],
    ["guillemets", `{{code}} « x »${long}`, 'Write " or the like instead.'],
  ])("%s is told, with what could stand for it", (_, text, expected) => {
    expect(found({ [sms]: text }).join("\n")).toContain(expected);
  });

  test("in a brand's name is told where the name stands", () => {
    const lines = found({ [brand]: shippedBrand.replace('"Example"', '"Ex’ample"') });
    expect(lines[0]).toBe(
      `${brand}:5:18 warning: "’", in a brand's name or address, makes this SMS cost double: it is sent as 2 messages instead of 1, each of which is paid for. Write the brand in other characters, if that may be. (sms-encoding)`,
    );
  });

  test.each([
    ["where it costs nothing", "{{code}} it’s yours"],
    ["in a comment", `{{code}}{{! it’s }}${long}`],
  ])("is not told of %s", (_, text) => {
    expect(found({ [sms]: text })).toEqual([]);
  });

  describe("that people may send", () => {
    const text = `{{code}} is it{{#if metadata.shop}} {{metadata.shop}}{{/if}}, and it is valid for 1 hour.`;
    const told = (shop: object) => found({ [sms]: text }, { shop });

    test.each<[string, object, number]>([
      ["in any letters", { maxLength: 40 }, 2],
      ["as anything but spaces", { pattern: "^[^ ]{1,40}$" }, 2],
      ["as one of a few with other letters", { enum: ["n\u014drth ".repeat(6)] }, 2],
      ["up to the very end", { maxLength: 64 }, 2],
    ])("%s, is told, and counted", (_, shop, segments) => {
      expect(told(shop)).toEqual([
        `${sms}:1:39 warning: People may send metadata.shop in any letters, which makes this SMS cost double: it is sent as ${segments} messages instead of 1, each of which is paid for. Do without it, or ask an engineer to allow plain letters and digits alone (triggers/client-metadata.ts). (sms-encoding)`,
      ]);
      expect(sizeOf(text, {}, { shop })).toMatchObject({
        encoding: "UCS-2",
        segments,
        forcedBy: [],
        mayBeForcedBy: ["metadata.shop"],
      });
    });

    test.each<[string, object]>([
      ["plain letters", { pattern: "^[a-z]{1,40}$" }],
      ["one of a few with plain letters", { enum: ["north", "south of the river and the hills beyond"] }],
      ["few enough letters", { maxLength: 10 }],
    ])("%s, is not told", (_, shop) => {
      expect(told(shop)).toEqual([]);
    });

    test("and is not printed, is not counted", () => {
      const asked = `{{code}} is it{{#if metadata.locale}}, and it is yours{{/if}}.`;
      expect(sizeOf(asked)).toMatchObject({ encoding: "GSM-7", mayBeForcedBy: [] });
    });
  });

  const inLanguage = (locale: string, text: string) =>
    found({
      "templates/messages.json": JSON.stringify({ default: "en", locales: ["en", locale] }),
      [`templates/${locale}/forgot-password/sms.txt.hbs`]: text,
    });

  test.each([
    ["tr", "{{code}}, {{brand.name}} için şifre kodunuz. 1 saat geçerlidir. Kimseyle paylaşmayın."],
    ["tr", "{{code}} yeni parola kodunuz. 1 saat geçerlidir. Bu kodu kimseye vermeyin, saklayın."],
    ["sr", "{{code}} je vaš kod za novu lozinku na {{brand.name}}. Važi 1 sat. Ne dajte ga nikome."],
    ["sr", "{{code}} је ваш код за лозинку на {{brand.name}}. Важи 1 сат — не дајте га никоме, ни нама."],
    ["pl", "{{code}} to kod do zmiany hasła w {{brand.name}}. Kod wygasa po 1 godzinie. Nie podawaj go."],
    ["cs", "{{code}} je váš kód pro nové heslo {{brand.name}}. Platí 1 hodinu. Nikomu ho neříkejte."],
    ["hu", "{{code}} az új jelszóhoz ({{brand.name}}). A kód 1 óráig érvényes, ne adja át senkinek."],
    ["vi", "{{code}} là mã để chọn mật khẩu mới cho {{brand.name}}. Có hiệu lực 1 giờ. Không cho ai."],
    ["fr", "{{code}} : votre code pour {{brand.name}}. Valable 1 heure. À peine reçu, tapez-le sans tarder."],
    // What could be written otherwise saves nothing where letters cannot.
    ["lt", "{{code}} – kodas {{brand.name}} slaptažodžiui. Galioja 1 valandą. Niekam jo neduokite."],
  ])("is no letter of %s itself: %s", (locale, text) => {
    expect(inLanguage(locale, text)).toEqual([]);
  });

  test.each([
    [
      "a quote",
      "tr",
      "{{code}} sizin kodunuz’dur. Bu kodu kimseye vermeyin, bize bile. 1 saat sonra biter.",
      "’",
    ],
    [
      "an ellipsis",
      "fr",
      "{{code}} est votre code pour {{brand.name}}… Valable 1 heure. Ne le donnez pas.",
      "…",
    ],
    [
      "an accent of its own",
      "fr",
      "{{code}} est votre code pre\u0301vu. Valable 1 heure. Ne le donnez pas, merci.",
      "e\u0301",
    ],
  ])("is %s, in whatever language, where all else is plain", (_, locale, text, character) => {
    expect(inLanguage(locale, text)).toEqual([expect.stringContaining(`warning: "${character}", after `)]);
  });
});

test("a letter and its accent look like the one letter that there is: it is said that they are two", () => {
  const text = "{{code}} ist Ihr Code fu\u0308r ein neues Passwort bei {{brand.name}}. Er gilt 1 Stunde.";
  const [told] = found({ "templates/de/forgot-password/sms.txt.hbs": text });
  expect(told).toContain(
    ', after "f", is written as two characters, a letter and its accent, and makes this SMS cost',
  );
  expect(told).toContain("Write ü as one character instead.");
});

test("the sizes say which letters make an SMS cost more, unless it is its script", () => {
  const text = "{{code}} to kod do zmiany hasła w {{brand.name}}. Wygasa po 1 godzinie. Nie podawaj go.";
  const sizes = (changes: Changes) => sizesText(sizesOf(projectOf(smallCopy(changes))));
  expect(sizes({ [sms]: text })).toMatch(/^forgot-password {2}en .* UCS-2 for "ł", 2 segments$/m);
  expect(sizes({ "templates/ja/forgot-password/sms.txt.hbs": "{{code}} 確認コードです" })).toMatch(
    /^forgot-password {2}ja .* UCS-2, 1 segment$/m,
  );
});

test("an SMS of three messages is told", () => {
  expect(
    found({ "templates/ja/forgot-password/sms.txt.hbs": `{{code}} ${"確認コード".repeat(26)}` }),
  ).toEqual([
    "templates/ja/forgot-password/sms.txt.hbs:1:1 warning: At its longest this SMS has 137 characters and is sent as 3 messages, each of which is paid for: in its letters a message holds about 70 characters. Shorten the text. (sms-segments)",
  ]);
});

describe("the code comes first", () => {
  test.each([
    ["Your code: {{code}}", "This SMS does not begin with the code."],
    [
      "{{#if brand.domain}}{{brand.domain}}: {{/if}}{{code}}",
      'For the brand "example" this SMS does not begin with the code. Begin the SMS with {{code}}. (code-first)',
    ],
  ])("%s", (text, expected) => {
    expect(found({ [sms]: text }).join()).toContain(`${sms}:1:1 warning: ${expected}`);
  });
});

describe("a brand with an origin", () => {
  const withOrigin = shippedBrand.replace('"domain"', '"origin": "example.com", "domain"');
  const line = "\n{{#if brand.origin}}\n@{{brand.origin}} #{{code}}\n{{/if}}\n";
  const untried = (row: number) =>
    `${sms}:${row} warning: It is not known whether Cognito fills in a second code, and lets a line break through in an SMS. Try it on a pool of your own before anyone depends on it. (origin-line)`;
  const ofEnglish = (text: string, others: Changes = {}) =>
    found({ ...others, [brand]: withOrigin, [sms]: text }).filter((each) => each.startsWith(sms));
  const beside = { "templates/de/forgot-password/sms.txt.hbs": `{{code}} gilt 1 Stunde.${line}` };

  test("of which no SMS has the line is told once, where the origin is set", () => {
    expect(found({ [brand]: withOrigin })).toEqual([
      `${brand}:6:7 error: The brand "example" sets an origin, and no SMS ends with the line @example.com #{{code}}: phones would offer the code on any page. End each SMS with three lines: {{#if brand.origin}}, @{{brand.origin}} #{{code}} and {{/if}}; or remove the origin. (origin-line)`,
    ]);
  });

  test("asks for its line", () => {
    expect(ofEnglish("{{code}} is your code", beside)).toEqual([
      `${sms}:1:1 error: The brand "example" sets an origin, and this SMS does not end with the line @example.com #{{code}}: phones would offer the code on any page. End the SMS with three lines: {{#if brand.origin}}, @{{brand.origin}} #{{code}} and {{/if}}. (origin-line)`,
    ]);
  });

  test.each([
    ["a line of its own", `{{code}} is your code.${line}`, 3],
    ["one in the same line", "{{code}} is it.{{#if brand.origin}}\n@{{brand.origin}} #{{code}}{{/if}}", 2],
  ])("written as %s, is warned of once", (_, text, row) => {
    expect(ofEnglish(text)).toEqual([untried(row as never).replace(`:${row} `, `:${row}:1 `)]);
  });

  test.each([
    ["with something after it", `{{code}}${line}Bye.`],
    ["without a line end", "{{code}} is it. {{#if brand.origin}}@{{brand.origin}} #{{code}}{{/if}}"],
    ["for another site", "{{code}} is it.\n{{#if brand.origin}}\n@{{brand.name}}.org #{{code}}\n{{/if}}"],
    ["for some people only", `{{code}} is it.{{#unless metadata.locale}}${line}{{/unless}}`],
  ])("%s, it is no such line", (_, text) => {
    expect(ofEnglish(text, beside).join()).toContain('error: The brand "example" sets an origin');
  });

  test("is written as docs/templates.md shows it", () => {
    const guide = readFileSync(join(repository, "docs/templates.md"), "utf8");
    const [, text = ""] = /```handlebars\n(.*?)```/s.exec(guide) ?? [];
    expect(text).toContain("brand.origin");
    expect(ofEnglish(text)).toEqual([untried(3).replace(":3 ", ":3:1 ")]);
  });

  test("is no name for other parts", () => {
    const lines = foundBy("unknown-name", {
      [brand]: withOrigin,
      "templates/en/forgot-password/subject.txt.hbs": "{{brand.origin}}",
    });
    expect(lines.join()).toContain("It is for the last line of an SMS: @{{brand.origin}} #{{code}}");
  });

  test("is not asked of an invitation, and without one nothing is said", () => {
    const invitation = {
      "templates/en/admin-create-user/subject.txt.hbs": "Welcome",
      "templates/en/admin-create-user/email.html.hbs": "{{username}} {{code}}",
      "templates/en/admin-create-user/sms.txt.hbs": "{{username}} {{code}}",
    };
    const lines = found({ ...invitation, [brand]: withOrigin });
    expect(lines.filter((each) => each.includes("admin-create-user"))).toEqual([]);
    expect(found({ [sms]: `{{code}} is your code.${line}` })).toEqual([]);
  });
});

describe("a last line that gives the code to a site", () => {
  const shop = { shop: { maxLength: 10 } };
  const said = (text: string, files: Changes = {}) =>
    foundBy("origin-line", { ...files, [sms]: text }, shop)
      .filter((each) => each.startsWith(sms) && each.includes("gives the code to"))
      .map((each) => each.replace(/ Write .*$/, ""));
  const told = (place: string, site: string, brands: string) =>
    `${sms}:${place} error: The last line of this SMS gives the code to ${site}, which is not \`origin\` of the brand${brands}: phones would offer the code there.`;
  const both = 's "example" and "sample-shop"';
  const withOrigin = { [brand]: shippedBrand.replace('"domain"', '"origin": "example.com", "domain"') };

  test.each<[string, string[]]>([
    ["{{code}} is it.\n@evil.example #{{code}}\n", [told("2:1", "evil.example", both)]],
    ["@evil.example #{{code}}", [told("1:1", "evil.example", both)]],
    [
      "{{code}} is it.{{#if metadata.shop}}\n@{{metadata.shop}} #{{code}}{{/if}}",
      [told("2:1", "{{metadata.shop}}", both)],
    ],
    [
      "{{code}} is it.\n@{{#if metadata.shop}}{{metadata.shop}}.{{/if}}example.com #{{code}}",
      [told("2:1", "example.com", both), told("2:1", "{{metadata.shop}}.example.com", both)],
    ],
    [
      "{{code}} is it.\n@example.com @evil.example #{{code}}",
      [told("2:1", "example.com @evil.example", both)],
    ],
    // A subject and an SMS are no HTML.
    ["{{code}} </3\n@evil.example #{{code}}", [told("2:1", "evil.example", both)]],
    [
      "{{code}} <!--{{#if metadata.shop}}\n@{{metadata.shop}} #{{code}}{{/if}}",
      [told("2:1", "{{metadata.shop}}", both)],
    ],
    ["{{code}} is it.\n@evil.\u200bexample #{{code}}", [told("2:1", "evil.example", both)]],
    ["{{code}} is it.\n{{#if brand.origin}}\n@{{brand.origin}} #{{code}}\n{{/if}}", []],
    ["{{code}} is it.\n@evil.example #{{code}}\nNever tell it.", []],
    ["{{code}} is it.\n@evil.example", []],
  ])("%j", (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test("is right for the origin of the brand alone", () => {
    expect(said("{{code}} is it.\n@example.com #{{code}}", withOrigin)).toEqual([
      told("2:1", "example.com", ' "sample-shop"'),
    ]);
    const typed = "{{code}} is it.{{#if brand.domain}}\n@{{brand.domain}} #{{code}}{{/if}}";
    expect(said(typed, withOrigin)).toEqual([]);
    expect(said(typed)).toEqual([told("2:1", "example.com", ' "example"')]);
  });

  test("is asked about in an invitation too", () => {
    const file = "templates/en/admin-create-user/sms.txt.hbs";
    expect(foundBy("origin-line", { [file]: "{{code}}\n@{{username}} #{{code}}" }).join()).toContain(
      `${file}:2:1 error: The last line of this SMS gives the code to {{username}}`,
    );
  });
});
