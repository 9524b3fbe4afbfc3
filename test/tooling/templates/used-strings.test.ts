import { describe, expect, test } from "vitest";
import { localesOf, type Message } from "../../../src/tooling/templates/project.ts";
import { checksum } from "../../../src/tooling/templates/records.ts";
import { stringIn, usedStrings } from "../../../src/tooling/templates/used-strings.ts";
import { smallProject } from "./project.ts";

const texts = { subject: "S", sms: "{{code}} M" };
const used = (email: string, source: Record<string, string | Record<string, string>> = texts) => {
  const project = smallProject({ email, catalogs: { en: source } });
  return usedStrings(project.messages[0] as Message, project)
    .filter(({ key }) => key !== "subject" && key !== "sms")
    .map(({ id, isRequired }) => (isRequired ? id : `${id}?`));
};

describe("the strings that a message uses", () => {
  test.each<[string, string, string[]]>([
    ["in a text", '<p>{{t "a"}}</p>', ["forgot-password.a"]],
    ["once", '{{t "a"}}{{t "a"}}', ["forgot-password.a"]],
    ["in a condition that tests it", '{{#if (t "a")}}{{t "a"}}{{/if}}', ["forgot-password.a?"]],
    [
      "in a condition that tests another string",
      '{{#if (t "b")}}{{t "a"}}{{/if}}',
      ["forgot-password.b?", "forgot-password.a"],
    ],
    [
      "in a condition that tests it and outside of it",
      '{{#if (t "a")}}{{t "a"}}{{/if}}{{t "a"}}',
      ["forgot-password.a"],
    ],
    [
      "where it is missing",
      '{{#unless (t "a")}}{{t "b"}}{{/unless}}',
      ["forgot-password.a?", "forgot-password.b"],
    ],
    ["under a value", '{{#if name}}{{t "a"}}{{/if}}', ["forgot-password.a"]],
  ])("%s", (_, email, ids) => {
    expect(used(email)).toEqual(ids);
  });

  test("are those of its partials too, as an argument or by themselves", () => {
    const project = smallProject({
      email: '{{> button label=(t "go")}}{{> unused label=(t "b")}}',
      files: {
        "templates/partials/button.html.hbs": '<a title="{{t "hint"}}">{{label}}</a>',
        "templates/partials/unused.html.hbs": "",
      },
    });
    const [message] = project.messages;
    expect(usedStrings(message as Message, project).map(({ key }) => key)).toEqual([
      "subject",
      "hint",
      "go",
      "sms",
    ]);
  });

  test.each<[string, object, string]>([
    ["in the message", { a: "A" }, "forgot-password.a"],
    ["in shared", { shared: { a: "A" } }, "shared.a"],
    ["in both: the message's own", { a: "A", shared: { a: "A" } }, "forgot-password.a"],
    ["in neither", {}, "forgot-password.a"],
  ])("have the id that the source catalog has: %s", (_, source, id) => {
    expect(used('{{t "a"}}', { ...texts, ...source })).toEqual([id]);
  });
});

describe("the string of a language", () => {
  const id = "forgot-password.a";
  const record = (source: string, translation: string) => ({
    "forgot-password": { a: { source, translation: checksum(translation) } },
  });
  test.each<[string, string, Record<string, string | undefined>, object, string | undefined]>([
    ["its own", "de", { en: "A", de: "B" }, {}, "B"],
    ["missing", "de", { en: "A", de: undefined }, {}, undefined],
    ["empty", "de", { en: "A", de: "" }, {}, undefined],
    ["nothing but spaces", "de", { en: "A", de: " \u00a0" }, {}, undefined],
    ["the source's text, not recorded", "de", { en: "OK", de: "OK" }, {}, undefined],
    ["the source's text, recorded", "de", { en: "OK", de: "OK" }, { de: record("OK", "OK") }, "OK"],
    [
      "the source's text, another one recorded",
      "de",
      { en: "OK", de: "OK" },
      { de: record("OK", "Gut") },
      undefined,
    ],
    ["that of a region's parent", "es-MX", { en: "A", es: "B", "es-MX": undefined }, {}, "B"],
    ["the region's own", "es-MX", { en: "A", es: "B", "es-MX": "C" }, {}, "C"],
    ["where the region has the source's text", "es-MX", { en: "A", es: "B", "es-MX": "A" }, {}, "B"],
    ["of a region of the source language", "en-GB", { en: "A", "en-GB": undefined }, {}, "A"],
    ["where neither is translated", "es-MX", { en: "A", es: "A", "es-MX": "A" }, {}, undefined],
    [
      "of another script: not that of its language",
      "zh-TW",
      { en: "A", zh: "B", "zh-TW": undefined },
      {},
      undefined,
    ],
    ["of a language without a catalog", "fr", { en: "A" }, {}, undefined],
  ])("%s", (_, tag, values, records, expected) => {
    const catalogs = Object.fromEntries(
      Object.entries(values).map(([each, a]) => [each, a === undefined ? {} : { a }]),
    );
    const project = smallProject({ catalogs, records: records as never });
    expect(stringIn(tag, id, project)?.value).toBe(expected);
  });
});

describe("a message is offered", () => {
  const own = (a: string) => ({ subject: `S${a}`, sms: `{{code}} ${a}`, a });
  const offered = (settings: object, more: Record<string, Record<string, string>> = {}) => {
    const catalogs = { en: own("en"), de: own("de"), es: own("es"), "es-MX": {}, ...more };
    const project = smallProject({ email: '{{t "a"}}', settings, catalogs });
    return localesOf(project.messages[0] as Message, project);
  };
  test.each<[string, object, Record<string, Record<string, string>>, string[]]>([
    ["in all languages that have a catalog", {}, {}, ["en", "de", "es", "es-MX"]],
    ["the default one first", { default: "es" }, {}, ["es", "de", "en", "es-MX"]],
    ["only in those listed", { locales: ["en", "de"] }, {}, ["en", "de"]],
    ["not without a catalog", { locales: ["en", "fr"] }, {}, ["en"]],
    ["not in a default language without its strings", { default: "it" }, {}, ["de", "en", "es", "es-MX"]],
    ["not in a draft, nor in its regions", { drafts: ["es"] }, {}, ["en", "de"]],
    ["not in a draft that is listed", { locales: ["en", "es"], drafts: ["es"] }, {}, ["en"]],
    [
      "not in a language in which a string is missing",
      {},
      { de: { subject: "Sde", sms: "M" } },
      ["en", "es", "es-MX"],
    ],
    [
      "not in a language with an untranslated string",
      {},
      { de: { ...own("de"), a: "en" } },
      ["en", "es", "es-MX"],
    ],
    ["not in a region whose parent has no strings", {}, { es: {} }, ["en", "de"]],
  ])("%s", (_, settings, more, locales) => {
    expect(offered(settings, more)).toEqual(locales);
  });
});
