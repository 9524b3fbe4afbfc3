import { expect, test } from "vitest";
import { filesOf, findingsAbout, sharedFindings } from "../../../src/tooling/preview/about-message.ts";
import { matrixOf } from "../../../src/tooling/preview/matrix.ts";
import { workbenchFrom } from "../../../src/tooling/preview/workbench.ts";
import { type Changes, changed, edited, lines, shipped, withStrings } from "../check/shipped.ts";

const note = "templates/partials/note.html.hbs";
const structure = "templates/messages/forgot-password.html.hbs";
const settings = (more: object) => ({
  "templates/settings.json": JSON.stringify({ source: "en", default: "en", ...more }),
});

function rowOf(locale: string, changes: Changes) {
  const row = matrixOf(workbenchFrom(changed(changes))).find((each) => each.locale === locale);
  return {
    complete: row?.complete ?? 0,
    cell: row?.cells.find(({ message }) => message.name === "forgot-password"),
    states: row?.cells.map(({ state }) => state),
  };
}

/** What the page of the message says in a language. */
function about(locale: string, changes: Changes) {
  const bench = workbenchFrom(changed(changes));
  const message = bench.messages.find(({ name }) => name === "forgot-password");
  if (!message) throw new Error("it is not there");
  return {
    findings: lines(findingsAbout(bench, locale, message)),
    shared: lines(sharedFindings(bench)),
    files: filesOf(bench, locale, message),
  };
}

test("what is shipped is complete and clean", () => {
  const rows = matrixOf(workbenchFrom(shipped));
  expect(rows.map(({ locale }) => locale)).toEqual(["en", "ar", "de", "fr", "ja"]);
  expect(rows.every(({ complete }) => complete === 1)).toBe(true);
  expect(rows.flatMap(({ cells }) => cells).every(({ state }) => state === "clean")).toBe(true);
});

test.each<[state: string, changes: Changes, expected: object]>([
  ["failing", { [structure]: "{{#if" }, { errors: 1, missing: [] }],
  ["missing", withStrings("de", { "forgot-password.sms": "" }), { missing: ["forgot-password.sms"] }],
  ["missing", withStrings("de", { "shared.greeting": null }), { missing: ["shared.greeting"] }],
  ["draft", settings({ drafts: ["de"] }), { missing: [] }],
])("a message can be %s: %#", (state, changes, expected) => {
  expect(rowOf("de", changes).cell).toMatchObject({ state, ...expected });
});

test("a language that is not offered is a draft where somebody has begun a message, and else nothing", () => {
  const { cell, complete, states } = rowOf("it", {
    ...settings({ drafts: ["it"] }),
    "templates/locales/it.json": '{ "forgot-password": { "sms": "{{code}} è il codice." } }',
  });
  expect(cell).toMatchObject({ state: "draft" });
  expect(cell?.missing).not.toContain("forgot-password.sms");
  expect(states?.filter((each) => each === "not offered")).toHaveLength(6);
  expect(complete).toBeGreaterThan(0);
  expect(complete).toBeLessThan(0.1);
});

test("a region inherits the strings of its language, and what is wrong with them", () => {
  const changes = {
    "templates/locales/de-CH.json":
      '{ "forgot-password": { "sms": "{{code}}: dein Code bei {{brand.name}}." } }',
  };
  expect(rowOf("de-CH", changes)).toMatchObject({ complete: 1, cell: { state: "clean" } });
  const { files } = about("de-CH", changes);
  expect(files.map(({ file, lines }) => [file, lines.length])).toEqual(
    expect.arrayContaining([
      ["templates/locales/de-CH.json", 1],
      ["templates/locales/de.json", 10],
    ]),
  );
  const broken = {
    ...changes,
    ...edited("templates/locales/de.json", '"intro": "jemand', '"intro": 1, "x": "'),
  };
  expect(about("de-CH", broken).findings).toContain("catalog locales/de.json:12:14 de forgot-password.intro");
});

test("what is wrong with a partial is found in each message that includes it, in each language", () => {
  const cells = matrixOf(workbenchFrom(changed({ [note]: "{{#if" }))).flatMap((row) => row.cells);
  expect(cells.filter(({ state }) => state === "failing")).toHaveLength(35);
  const { findings, shared } = about("de", { [note]: "{{#if" });
  expect(findings).toEqual(shared);
});

test("a finding about one message is on its page alone, one about a whole catalog on all pages of the language", () => {
  const own = { [structure]: "{{#if" };
  expect(about("de", own)).toMatchObject({
    findings: [expect.stringContaining(structure.slice(10))],
    shared: [],
  });
  const catalog = { "templates/locales/de.json": "{" };
  expect(about("de", catalog).findings).toContainEqual(expect.stringContaining("catalog locales/de.json"));
  expect(about("de", catalog).shared).toContainEqual(expect.stringContaining("catalog locales/de.json"));
  expect(about("fr", catalog).findings).toEqual([]);
});

test("settings that cannot be read leave no message to be shown", () => {
  const bench = workbenchFrom(changed({ "templates/brands.json": "{" }));
  expect(bench.messages).toEqual([]);
  expect(sharedFindings(bench)).not.toEqual([]);
});
