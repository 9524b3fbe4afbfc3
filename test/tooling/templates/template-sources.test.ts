import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { readTemplateSources, templateFiles } from "../../../src/tooling/templates/template-sources.ts";
import { temporaryProject } from "../temporary-project.ts";

const SETTINGS = "templates/settings.json";

test("templates and settings are read, and other files are ignored", () => {
  const root = temporaryProject({
    [SETTINGS]: "{}",
    "templates/messages/a.html.hbs": "a",
    "templates/README.md": "b",
    "templates/.locales.json.swp": "c",
    "templates/.git/config.json": "d",
  });
  expect([...templateFiles(root)]).toEqual([
    ["templates/messages/a.html.hbs", "a"],
    [SETTINGS, "{}"],
  ]);
  expect([...templateFiles(temporaryProject())]).toEqual([]);
});

test("a byte order mark is removed from a text, and bytes that are not UTF-8 become U+FFFD", () => {
  const root = temporaryProject({ [SETTINGS]: "\ufeff{}" });
  writeFileSync(join(root, "templates/latin.json"), Buffer.from([0x7b, 0xe9, 0x7d]));
  expect(Object.fromEntries(templateFiles(root))).toEqual({
    [SETTINGS]: "{}",
    "templates/latin.json": "{\ufffd}",
  });
});

describe("a link out of templates/ is rejected before anything is read", () => {
  test.each<[string, string, string]>([
    ["to a file of the project", "templates/partials/footer.html.hbs", "../../.env"],
    ["to a file outside of it", "templates/locales/de.json", "../../../outside.json"],
    ["to a folder", "templates/locales/other", "../../triggers"],
    ["to the whole disk", "templates/locales/other", "/"],
    ["to nothing", "templates/locales/de.json", "nothing.json"],
    ["that would not be read", "templates/notes.txt", "../.env"],
  ])("%s", async (_, link, target) => {
    const root = join(temporaryProject({ "outside.json": "{}" }), "project");
    for (const folder of ["templates/partials", "templates/locales", "triggers"]) {
      mkdirSync(join(root, folder), { recursive: true });
    }
    writeFileSync(join(root, ".env"), "SECRET=1");
    symlinkSync(target, join(root, link));
    await expect(readTemplateSources(root)).rejects.toThrow(SetupError);
    await expect(readTemplateSources(root)).rejects.toThrow(link);
  });

  test("one within it is followed", () => {
    const root = temporaryProject({ "templates/locales/de.json": "{}" });
    symlinkSync("de.json", join(root, "templates/locales/de-AT.json"));
    expect(templateFiles(root).get("templates/locales/de-AT.json")).toBe("{}");
  });
});

test("a folder with the name of a file is rejected", () => {
  const root = temporaryProject();
  mkdirSync(join(root, "templates/locales/de.json"), { recursive: true });
  expect(() => templateFiles(root)).toThrow(/templates\/locales\/de\.json is not a file/);
});
