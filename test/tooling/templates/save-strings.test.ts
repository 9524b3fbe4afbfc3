import { chmodSync, existsSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { checksum } from "../../../src/tooling/templates/records.ts";
import { recordUpToDate, saveStrings } from "../../../src/tooling/templates/save-strings.ts";
import { shippedText } from "../check/shipped.ts";
import { temporaryProject } from "../temporary-project.ts";

const EN = "templates/locales/en.json";
const DE = "templates/locales/de.json";
const RECORDS = "templates/sources/de.json";

const project = (files: Readonly<Record<string, string>> = {}) =>
  temporaryProject({
    "templates/settings.json": "{}",
    "templates/brands.json": shippedText("templates/brands.json"),
    "templates/messages/forgot-password.html.hbs": '{{t "intro"}} {{t "only-here"}}',
    [EN]: '{"shared":{"help":"Help?"},"forgot-password":{"subject":"Code","intro":"Hello"}}\n',
    [DE]: '{"forgot-password":{"subject":"Kode","intro":"Hallo"}}\n',
    ...files,
  });
const textOf = (root: string, file: string) => readFileSync(join(root, file), "utf8");
const edit = (key: string, value: string, base: string) => ({ id: `forgot-password.${key}`, value, base });

describe("saved strings", () => {
  test("are in the catalog, and recorded as translations of the source's text", () => {
    const root = project();
    const edits = [edit("intro", "Guten Tag", "Hallo"), edit("subject", "Code", "Kode")];
    expect(saveStrings(root, { tag: "de", edits })).toEqual({
      saved: ["forgot-password.intro", "forgot-password.subject"],
    });
    expect(textOf(root, DE)).toBe('{"forgot-password":{"subject":"Code","intro":"Guten Tag"}}\n');
    expect(JSON.parse(textOf(root, RECORDS))).toEqual({
      "forgot-password": {
        intro: { source: "Hello", translation: checksum("Guten Tag") },
        subject: { source: "Code", translation: checksum("Code") },
      },
    });
  });

  test("of the source are not recorded", () => {
    const root = project();
    saveStrings(root, { tag: "en", edits: [edit("intro", "Hi", "Hello")] });
    expect(textOf(root, EN)).toContain('"intro":"Hi"');
    expect(existsSync(join(root, "templates/sources"))).toBe(false);
  });

  test("may be new, and unknown to the source where a message uses them", () => {
    const root = project();
    const edits = [edit("only-here", "Nur hier", ""), { id: "shared.help", value: "Hilfe?", base: "" }];
    saveStrings(root, { tag: "de", edits });
    expect(JSON.parse(textOf(root, DE))).toEqual({
      shared: { help: "Hilfe?" },
      "forgot-password": { subject: "Kode", intro: "Hallo", "only-here": "Nur hier" },
    });
    expect(JSON.parse(textOf(root, RECORDS))).toHaveProperty(["shared", "help", "source"], "Help?");
  });

  test("do not overwrite others' changes", () => {
    const root = project();
    writeFileSync(join(root, DE), '{"forgot-password":{"subject":"Ihr Kode","intro":"Hallo"}}\n');
    saveStrings(root, { tag: "de", edits: [edit("intro", "Guten Tag", "Hallo")] });
    expect(JSON.parse(textOf(root, DE))["forgot-password"]).toEqual({
      subject: "Ihr Kode",
      intro: "Guten Tag",
    });
  });

  test("are recorded if the catalog already has the same text", () => {
    const root = project();
    saveStrings(root, { tag: "de", edits: [edit("intro", "Hallo", "Servus")] });
    expect(JSON.parse(textOf(root, RECORDS))["forgot-password"]).toHaveProperty("intro");
  });
});

describe("nothing is written", () => {
  const unchanged = (root: string, save: () => unknown) => {
    for (const file of [DE, EN]) utimesSync(join(root, file), 1, 1);
    const texts = [DE, EN].map((file) => textOf(root, file));
    const result = save();
    expect([DE, EN].map((file) => textOf(root, file))).toEqual(texts);
    expect([DE, EN].map((file) => statSync(join(root, file)).mtimeMs)).toEqual([1000, 1000]);
    expect(existsSync(join(root, RECORDS))).toBe(false);
    return result;
  };

  test("when others have changed one of the strings", () => {
    const root = project();
    const edits = [
      edit("subject", "Code", "Kode"),
      edit("intro", "Guten Tag", "Servus"),
      edit("only-here", "b", "a"),
    ];
    expect(unchanged(root, () => saveStrings(root, { tag: "de", edits }))).toEqual({
      conflicts: [
        { id: "forgot-password.intro", onDisk: "Hallo" },
        { id: "forgot-password.only-here", onDisk: "" },
      ],
    });
  });

  test("when nothing changes", () => {
    const root = project();
    const edits = [edit("intro", "Hallo", "Hallo"), edit("subject", "Servus", "Servus")];
    expect(unchanged(root, () => saveStrings(root, { tag: "de", edits }))).toEqual({ saved: [] });
  });

  test.each<[string, string, string, Record<string, string>, RegExp]>([
    [
      "for an unknown key",
      "de",
      "intor",
      {},
      /^templates\/locales\/en\.json has no "forgot-password\.intor"\. Did you mean "forgot-password\.intro"\?$/,
    ],
    [
      "for a language without a catalog",
      "fr",
      "intro",
      {},
      /^templates\/locales\/fr\.json is missing\. Start the language first\.$/,
    ],
    ["for a text that is not a language tag", "../settings", "intro", {}, /is missing/],
    [
      "when the catalog is broken",
      "de",
      "intro",
      { [DE]: '{"shared":\n{,}}' },
      /^templates\/locales\/de\.json:2: This is not valid JSON/,
    ],
    [
      "when a key is in it twice",
      "de",
      "intro",
      { [DE]: '{"shared":{},\n"shared":{}}' },
      /^templates\/locales\/de\.json:2: "shared" is here twice/,
    ],
    ["when the source is broken", "de", "intro", { [EN]: "{" }, /^templates\/locales\/en\.json:1: /],
    [
      "when it is not UTF-8",
      "de",
      "intro",
      { [DE]: '{"shared":{"help":"f\ufffdr"}}' },
      /^templates\/locales\/de\.json is not UTF-8/,
    ],
  ])("%s", (_, tag, key, files, message) => {
    const root = project(files);
    const save = () =>
      expect(() => saveStrings(root, { tag, edits: [edit(key, "a", "Hallo")] })).toThrow(
        expect.objectContaining({ name: "SetupError", message: expect.stringMatching(message) }),
      );
    unchanged(root, save);
  });

  test("when the records cannot be read", () => {
    const root = project({ [RECORDS]: "[" });
    const edits = [edit("intro", "Guten Tag", "Hallo")];
    expect(() => saveStrings(root, { tag: "de", edits })).toThrow(/^templates\/sources\/de\.json:1: /);
    expect(textOf(root, DE)).toContain('"Hallo"');
  });
});

test("another language's broken catalog does not prevent saving", () => {
  const root = project({ "templates/locales/fr.json": "{" });
  expect(saveStrings(root, { tag: "de", edits: [edit("intro", "Guten Tag", "Hallo")] })).toEqual({
    saved: ["forgot-password.intro"],
  });
});

describe("strings that are recorded as up to date", () => {
  test("are recorded, and the catalog is unchanged", () => {
    const root = project();
    chmodSync(join(root, DE), 0o444);
    expect(recordUpToDate(root, { tag: "de", ids: ["forgot-password.intro"] })).toEqual([
      "forgot-password.intro",
    ]);
    expect(JSON.parse(textOf(root, RECORDS))).toEqual({
      "forgot-password": { intro: { source: "Hello", translation: checksum("Hallo") } },
    });
  });

  test.each<[string, string, string, RegExp]>([
    ["an unknown key", "de", "shared.hlep", /Did you mean "shared\.help"\?/],
    [
      "one that has no text",
      "de",
      "shared.help",
      /^templates\/locales\/de\.json has no text of "shared\.help" yet\.$/,
    ],
    ["the source language", "en", "shared.help", /is the source language/],
    ["a language without a catalog", "fr", "shared.help", /Start the language first/],
  ])("are not %s", (_, tag, id, message) => {
    const root = project();
    expect(() => recordUpToDate(root, { tag, ids: [id] })).toThrow(SetupError);
    expect(() => recordUpToDate(root, { tag, ids: [id] })).toThrow(message);
    expect(existsSync(join(root, RECORDS))).toBe(false);
  });
});
