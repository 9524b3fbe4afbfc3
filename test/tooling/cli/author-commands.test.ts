import { existsSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project, repository } from "../../project.ts";
import { withStrings } from "../check/shipped.ts";
import { temporaryProject } from "../temporary-project.ts";
import { runCli } from "./run-cli.ts";

describe("check", () => {
  test("is 0 for the shipped templates, and 2 if there is nothing to check", async () => {
    expect(await runCli(repository, "check")).toMatchObject({ status: 0, stderr: "" });
    const { status, stderr } = await runCli(temporaryProject(), "check");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "There is no folder templates/ here: go to the project's folder first.\n",
    });
    expect((await runCli(repository, "check", "--format", "xml")).status).toBe(2);
  });

  test("is 1 with an error, 0 with a warning alone; findings are data, and annotations", async () => {
    const root = project(withStrings("en", { "shared.help": "" }));
    const { status, stdout } = await runCli(root, "check", "--format", "json");
    expect(status).toBe(1);
    const { ok, findings } = JSON.parse(stdout);
    expect(ok).toBe(false);
    expect(findings).toContainEqual({
      rule: "missing-string",
      severity: "error",
      file: "templates/locales/en.json",
      line: 6,
      column: 14,
      key: "shared.help",
      locale: "en",
      message: expect.any(String),
      suggestion: expect.any(String),
    });
    expect((await runCli(root, "check", "--format", "github")).stdout).toContain(
      "::error file=templates/locales/en.json,line=6,col=14,title=missing-string::",
    );
    const warned = await runCli(project(withStrings("de", { "shared.help": null })), "check");
    expect(warned.status).toBe(0);
    expect(warned.stdout).toContain("1 warning.");
  });

  test("reads nothing where a link leads out of templates/", async () => {
    const root = project({ ".env": "SECRET=1" });
    symlinkSync("../../.env", join(root, "templates/partials/footer.html.hbs"));
    for (const command of [["check"], ["compile"], ["translated"], ["new", "locale", "it"]]) {
      const { status, stdout, stderr } = await runCli(root, ...command);
      expect({ command, status, stdout }).toEqual({ command, status: 2, stdout: "" });
      expect(stderr).toMatch(
        /^templates\/partials\/footer\.html\.hbs is a link to a file outside of templates/,
      );
    }
  });
});

describe("new locale", () => {
  const catalog = (root: string, tag: string) =>
    JSON.parse(readFileSync(join(root, `templates/locales/${tag}.json`), "utf8"));

  test("writes one file of empty strings, and prints how much there is to do", async () => {
    const root = project();
    const { status, stdout } = await runCli(root, "new", "locale", "it");
    expect(status).toBe(0);
    const strings: string[] = Object.values(catalog(root, "it")).flatMap((each) =>
      Object.values(each as object),
    );
    expect(new Set(strings)).toEqual(new Set([""]));
    expect(stdout).toMatch(
      new RegExp(
        `^Wrote templates/locales/it\\.json: ${strings.length} texts to translate from English, about \\d+ words\\.`,
      ),
    );
    expect(Object.keys(catalog(root, "it"))).toEqual(Object.keys(catalog(root, "en")));
    // Nothing of it is offered, and no build stops.
    expect(await runCli(root, "compile")).toMatchObject({ status: 0 });
    expect(existsSync(join(root, "generated/locale/it.cjs"))).toBe(false);
    // Nothing is overwritten.
    expect(await runCli(root, "new", "locale", "it")).toMatchObject({ status: 2, stdout: "" });
  });

  test("writes an empty file for a region, which has its language's strings", async () => {
    const root = project();
    expect((await runCli(root, "new", "locale", "de-AT")).status).toBe(0);
    expect(catalog(root, "de-AT")).toEqual({});
    expect((await runCli(root, "compile")).stdout).toContain("with 6 locales");
  });

  test.each(["EN", "pt_br", "../x", "xx", "german"])("rejects %s, and writes nothing", async (tag) => {
    const root = project();
    const before = readdirSync(join(root, "templates/locales"));
    const { status, stderr } = await runCli(root, "new", "locale", tag);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining("is not a language tag"),
    });
    expect(readdirSync(join(root, "templates/locales"))).toEqual(before);
  });
});

test.each([
  ["pt_br", "pt-BR"],
  ["IT", "it"],
])("new locale %s suggests %s", async (typed, meant) => {
  expect((await runCli(repository, "new", "locale", typed)).stderr).toContain(`Did you mean "${meant}"?`);
});

describe("translated", () => {
  const records = (root: string, tag: string) =>
    JSON.parse(readFileSync(join(root, `templates/sources/${tag}.json`), "utf8"));

  test("records every translation; one with the source's text has to be named", async () => {
    const root = project(withStrings("de", { "shared.help": "Do you need help?" }));
    const { status, stdout } = await runCli(root, "translated");
    expect(status).toBe(0);
    expect(stdout).toContain("shared.help");
    expect(readdirSync(join(root, "templates/sources"))).toEqual([
      "ar.json",
      "de.json",
      "fr.json",
      "ja.json",
    ]);
    expect(records(root, "de").shared).not.toHaveProperty("help");
    expect(records(root, "de").shared.valid).toMatchObject({ source: "The code is valid for 24 hours." });
    const named = await runCli(root, "translated", "--locale", "de", "shared.help");
    expect(named).toMatchObject({ status: 0, stderr: "" });
    expect(records(root, "de").shared).toHaveProperty("help");
    expect(await runCli(root, "check")).toMatchObject({ status: 0 });
  });

  test("prints which of the named strings have no text", async () => {
    const root = project(withStrings("de", { "shared.help": "" }));
    const { status, stdout } = await runCli(root, "translated", "--locale", "de", "shared.help");
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: "German (de): 0 recorded. No text in templates/locales/de.json: shared.help.\n",
    });
  });

  test("writes no file for a language without translations, and none that is unchanged", async () => {
    const root = project({ "templates/locales/de-AT.json": "{}" });
    await runCli(root, "translated");
    expect(existsSync(join(root, "templates/sources/de-AT.json"))).toBe(false);
    const { mtimeMs } = statSync(join(root, "templates/sources/de.json"));
    await runCli(root, "translated");
    expect(statSync(join(root, "templates/sources/de.json")).mtimeMs).toBe(mtimeMs);
  });

  test.each<[string, string[], RegExp]>([
    ["an unknown key", ["shared.hlep"], /Did you mean "shared\.help"\?/],
    ["the source language", ["--locale", "en"], /is the source language/],
    ["a language that is misspelt", ["--locale", "dee"], /Did you mean "de"\?/],
    ["a language without a catalog", ["--locale", "it"], /templates\/locales\/it\.json is missing/],
  ])("rejects %s", async (_, options, message) => {
    expect(await runCli(repository, "translated", ...options)).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(message),
    });
  });

  test("writes nothing while a catalog cannot be read: its records would be lost", async () => {
    const root = project({ "templates/locales/de.json": '{ "shared": }' });
    expect(await runCli(root, "translated")).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^templates\/locales\/de\.json:1: This is not valid JSON/),
    });
    expect(existsSync(join(root, "templates/sources"))).toBe(false);
  });
});

describe("preview", () => {
  test("into a folder has no port, and counts one page as one", async () => {
    const root = temporaryProject({ "templates/settings.json": "{}" });
    const rejected = await runCli(root, "preview", "--static", "out", "--port", "5000");
    expect(rejected).toEqual({
      status: 2,
      stdout: "",
      stderr: "Use --static or --port, not both: files in a folder need no port.\n",
    });
    expect(existsSync(join(root, "out"))).toBe(false);
    expect((await runCli(root, "preview", "--static", "out")).stdout).toBe(
      "Wrote 1 page to out: open out/index.html in a browser.\n",
    );
  });
});
