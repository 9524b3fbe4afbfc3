import { describe, expect, test } from "vitest";
import { editableStrings } from "../../../src/tooling/check/editable-strings.ts";
import type { Message } from "../../../src/tooling/templates/project.ts";
import { projectOf } from "../../../src/tooling/templates/project.ts";
import { checksum } from "../../../src/tooling/templates/records.ts";
import { type SmallProject, smallProject } from "../templates/project.ts";
import { shipped } from "./shipped.ts";

const stringsIn = (project: SmallProject, locale = "de") => {
  const made = smallProject(project);
  return editableStrings(made.messages[0] as Message, locale, made);
};
const contexts = (email: string) =>
  stringsIn({ email })
    .find(({ key }) => key === "a")
    ?.uses.map(({ part, context }) => `${part}: ${context}`);

describe("what a string is in an email", () => {
  test.each<[string, string, string[]]>([
    ["its title", '<title>{{t "a"}}</title>', ["email: page title"]],
    ["a heading", '<h2><b>{{t "a"}}</b></h2>', ["email: heading"]],
    ["a paragraph", '<p>{{#if name}}{{name}}{{/if}} {{t "a"}}</p>', ["email: paragraph"]],
    ["a link, in a paragraph too", '<p><a href="https://a.example">{{t "a"}}</a></p>', ["email: link"]],
    ["what is hidden", '<div style="display: none"><p>{{t "a"}}</p></div>', ["email: preheader"]],
    [
      "an attribute",
      '<img alt="{{t "a"}}"><p title="{{t "a"}}" aria-label="{{t "a"}}">',
      ["email: alt", "email: title", "email: aria-label"],
    ],
    ["a text", '<td>{{t "a"}}</td>', ["email: text"]],
    [
      "several of them, each once",
      '<p>{{t "a"}}{{t "a"}}</p><h1>{{t "a"}}</h1>',
      ["email: paragraph", "email: heading"],
    ],
    ["nothing in a condition", '{{#if (t "a")}}b{{/if}}', []],
  ])("%s", (_, email, expected) => {
    expect(contexts(email)).toEqual(expected);
  });
});

describe("what an author must know of a string", () => {
  const email = '<p>{{t "a"}}</p>{{#if (t "optional")}}{{t "optional"}}{{/if}}';
  const en = { a: "Hello", subject: "S", sms: "M" };
  const stringA = (catalogs: SmallProject["catalogs"], locale = "de", records = {}) =>
    stringsIn({ email, catalogs: { en, ...catalogs }, records }, locale).find(({ key }) => key === "a");

  test("has its id, texts and uses", () => {
    expect(stringA({ de: { a: "Hallo" } })).toEqual({
      id: "forgot-password.a",
      section: "forgot-password",
      key: "a",
      source: "Hello",
      own: "Hallo",
      isRequired: true,
      isMissing: false,
      isUntranslated: false,
      values: expect.arrayContaining(["code", "name", "brand.name"]),
      uses: [{ message: "forgot-password", part: "email", context: "paragraph" }],
    });
  });

  test.each<[string, object | undefined]>([
    ["a missing one", stringA({})],
    ["an empty one", stringA({ de: { a: "" } })],
  ])("is that it is missing: %s", (_, string) => {
    expect(string).toMatchObject({ own: "", isMissing: true, isUntranslated: false });
  });

  test("is that it is as in the source, unless that is recorded", () => {
    const de = { a: "Hello" };
    expect(stringA({ de })).toMatchObject({ own: "Hello", isMissing: true, isUntranslated: true });
    const record = { "forgot-password": { a: { source: "Hello", translation: checksum("Hello") } } };
    expect(stringA({ de }, "de", { de: record })).toMatchObject({ isMissing: false, isUntranslated: false });
  });

  test("is the text that it was made from, once the source has another", () => {
    const record = { "forgot-password": { a: { source: "Hi", translation: checksum("Hallo") } } };
    expect(stringA({ de: { a: "Hallo" } }, "de", { de: record })).toMatchObject({ previousSource: "Hi" });
    expect(stringA({ de: { a: "Servus" } }, "de", { de: record })).not.toHaveProperty("previousSource");
  });

  test("is inherited by a region", () => {
    expect(stringA({ de: { a: "Hallo" }, "de-AT": {} }, "de-AT")).toMatchObject({
      own: "",
      inherited: { tag: "de", value: "Hallo" },
      isMissing: false,
    });
  });

  test("is that nothing is missing without an optional one", () => {
    const strings = stringsIn({ email, catalogs: { en } });
    expect(strings.find(({ key }) => key === "optional")).toMatchObject({
      isRequired: false,
      isMissing: false,
    });
  });

  test("has the limit and the values of a subject or an SMS", () => {
    const strings = stringsIn({ email, catalogs: { en } });
    const [subject, , , sms] = strings;
    expect([subject, sms]).toMatchObject([
      { key: "subject", limit: 140, uses: [{ part: "subject", context: "subject" }] },
      { key: "sms", limit: 140, uses: [{ part: "sms", context: "sms" }] },
    ]);
    expect(subject?.values).not.toContain("code");
    expect(sms?.values).toContain("code");
    expect(sms?.values).not.toContain("name");
  });
});

describe("the strings of the shipped templates", () => {
  const project = projectOf(shipped);
  const source = [...(project.catalogs.get("en")?.strings.keys() ?? [])];

  test("of the whole language are by section, in the source's order", () => {
    const all = editableStrings("all", "de", project);
    expect(all.map(({ id }) => id)).toEqual(source);
    expect(all.every(({ uses }) => uses.length > 0)).toBe(true);
    expect(all.filter(({ isMissing, isUntranslated }) => isMissing || isUntranslated)).toEqual([]);
  });

  test("of a message are in its order, a shared one with all of its uses", () => {
    const message = project.messages.find(({ name }) => name === "forgot-password") as Message;
    const strings = editableStrings(message, "de", project);
    expect(strings.map(({ key, uses: [first] }) => `${key}: ${first?.context}`)).toMatchInlineSnapshot(`
      [
        "subject: subject",
        "title: page title",
        "preheader: preheader",
        "greeting: paragraph",
        "greeting-without-name: paragraph",
        "intro: paragraph",
        "valid: paragraph",
        "button: link",
        "not-you: paragraph",
        "help: paragraph",
        "sms: sms",
      ]
    `);
    const greeting = strings.find(({ key }) => key === "greeting");
    expect(greeting?.uses.length).toBeGreaterThan(1);
    expect(greeting?.values).not.toContain("username");
  });

  test("that only another language has are after those of their section", () => {
    const more = smallProject({
      email: '{{t "extra"}}',
      catalogs: { en: { shared: { help: "?" }, a: "A", subject: "S" } },
    });
    expect(editableStrings("all", "de", more).map(({ id }) => id)).toEqual([
      "shared.help",
      "forgot-password.a",
      "forgot-password.subject",
      "forgot-password.extra",
      "forgot-password.sms",
    ]);
  });
});
