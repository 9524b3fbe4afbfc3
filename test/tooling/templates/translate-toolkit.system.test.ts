import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import { localesOf, type Project, projectOf } from "../../../src/tooling/templates/project.ts";
import { recordsText, recordTranslated } from "../../../src/tooling/templates/records.ts";
import { stringIn } from "../../../src/tooling/templates/used-strings.ts";
import { changed, shippedText, withStrings } from "../check/shipped.ts";

const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(inFolder(name), "utf8");

/** Runs a program of Debian's package translate-toolkit. */
function run(program: "json2po" | "po2json", ...options: string[]): void {
  const { error, status, stderr } = spawnSync(
    program,
    ["--progress=none", "--errorlevel=message", ...options],
    {
      cwd: folder,
      encoding: "utf8",
      // Python and the toolkit write compiled files into their own folders or at home.
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1", LC_ALL: "C.UTF-8" },
    },
  );
  if (error && "code" in error && error.code === "ENOENT") {
    throw new Error(`${program} is missing: apt-get update && apt-get install -y translate-toolkit`);
  }
  expect({ error, status, stderr }).toEqual({ error: undefined, status: 0, stderr: "" });
}

/** Converts a catalog to a PO file and back, as a translator's editor would write it. */
function roundTripped(tag: string, catalog: string, ...options: string[]): string {
  writeFileSync(inFolder(`${tag}.json`), catalog);
  run("json2po", "--template=en.json", `--input=${tag}.json`, `--output=${tag}.po`);
  run("po2json", "--template=en.json", `--input=${tag}.po`, `--output=${tag}.out.json`, ...options);
  return read(`${tag}.out.json`);
}

const fileOf = (tag: string) => `templates/locales/${tag}.json`;
const projectWithLocales = (tag: string, catalog: string) => projectOf(changed({ [fileOf(tag)]: catalog }));
const stringsOf = (tag: string, { catalogs }: Project) =>
  Object.fromEntries([...(catalogs.get(tag)?.strings.values() ?? [])].map(({ id, value }) => [id, value]));
const offered = (tag: string, project: Project) =>
  project.messages.filter((message) => localesOf(message, project).includes(tag)).map(({ name }) => name);

/** A German catalog that is partly translated: one message, and one string of another. */
const half = JSON.stringify({
  shared: JSON.parse(shippedText(fileOf("de"))).shared,
  "forgot-password": JSON.parse(shippedText(fileOf("de")))["forgot-password"],
  "sign-up": { subject: "Bestätigen Sie Ihr neues Konto bei {{brand.name}}" },
});

beforeAll(() => writeFileSync(inFolder("en.json"), shippedText(fileOf("en"))));

describe("a catalog that has been in a PO file", () => {
  test.each(["de", "fr", "ja", "ar"])("%s has every string as before", (tag) => {
    const project = projectWithLocales(tag, roundTripped(tag, shippedText(fileOf(tag))));
    expect(stringsOf(tag, project)).toEqual(stringsOf(tag, projectOf(changed({}))));
    expect(offered(tag, project)).toEqual(project.messages.map(({ name }) => name));
  });

  test("keeps quotes, backslashes, line breaks and characters outside of the basic plane", () => {
    const hard = 'Say "hi" \\ to\n{{brand.name}} \u00a0 \u{1f600} <b> &amp;';
    const { [fileOf("de")]: catalog = "" } = withStrings("de", { "forgot-password.intro": hard });
    const project = projectWithLocales("de", roundTripped("de", catalog));
    expect(stringsOf("de", project)).toHaveProperty(["forgot-password.intro"], hard);
  });

  test("of only the source is a file to be translated, without translations", () => {
    run("json2po", "--input=en.json", "--output=it.po");
    run("po2json", "--template=en.json", "--input=it.po", "--output=it.json");
    expect(JSON.parse(read("it.json"))).toEqual(JSON.parse(read("en.json")));
    expect(offered("it", projectWithLocales("it", read("it.json")))).toEqual([]);
  });
});

describe("a language that is half done", () => {
  test.each([
    ["with its gaps filled from the source", []],
    ["with its gaps left out", ["--removeuntranslated"]],
  ])("%s, is not mixed: each message is offered completely or not at all", (_, options) => {
    const project = projectWithLocales("de", roundTripped("de", half, ...options));
    expect(offered("de", project)).toEqual(["forgot-password"]);
    expect(stringIn("de", "sign-up.intro", project)).toBeUndefined();
    expect(stringIn("de", "sign-up.subject", project)?.value).toMatch(/^Bestätigen/);
  });

  test("has a warning for each string that is missing, and no error", () => {
    const { findings } = check(changed({ [fileOf("de")]: roundTripped("de", half) }));
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const keys = findings.map(({ key = "" }) => key);
    expect(keys).toContain("sign-up.intro");
    expect(keys.filter((key) => key.startsWith("forgot-password"))).toEqual([]);
  });

  test("stays so when `translated` records it: a gap that the source fills is not recorded", () => {
    const catalog = roundTripped("de", half);
    const { catalogs } = projectWithLocales("de", catalog);
    const [own, source] = [catalogs.get("de"), catalogs.get("en")];
    if (!own || !source) throw new Error("A catalog is missing");
    const records = recordsText(recordTranslated({}, own, source));
    const project = projectOf(changed({ [fileOf("de")]: catalog, "templates/sources/de.json": records }));
    expect(offered("de", project)).toEqual(["forgot-password"]);
  });
});
