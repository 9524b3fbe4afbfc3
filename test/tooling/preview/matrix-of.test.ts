import { expect, test } from "vitest";
import { matrixOf } from "../../../src/tooling/preview/matrix-of.ts";
import { messageFindings, previewState, sharedFindings } from "../../../src/tooling/preview/preview-state.ts";
import { checksum } from "../../../src/tooling/templates/records.ts";
import { type Changes, changed, lines, shipped, withStrings } from "../check/shipped.ts";

const note = "templates/partials/note.html.hbs";
const structure = "templates/messages/forgot-password.html.hbs";
const settings = (more: object) => ({
  "templates/settings.json": JSON.stringify({ source: "en", default: "en", ...more }),
});

function rowOf(locale: string, changes: Changes) {
  const row = matrixOf(previewState(changed(changes))).find((each) => each.locale === locale);
  if (!row) throw new Error(`${locale} is not there`);
  return { ...row, cell: row.cells.find(({ message }) => message.name === "forgot-password") };
}

/** What the page of the message shows in a language. */
function about(locale: string, changes: Changes) {
  const state = previewState(changed(changes));
  const message = state.messages.find(({ name }) => name === "forgot-password");
  if (!message) throw new Error("it is not there");
  const first = lines(messageFindings(state, message, locale));
  state.checkAll();
  return {
    first,
    findings: lines(messageFindings(state, message, locale)),
    shared: lines(sharedFindings(state)),
  };
}

test("what is shipped is complete and ready", () => {
  const rows = matrixOf(previewState(shipped));
  expect(rows.map(({ locale }) => locale)).toEqual(["en", "ar", "de", "fr", "ja"]);
  expect(rows.every(({ complete, missing, outOfDate }) => complete === 1 && missing + outOfDate === 0)).toBe(
    true,
  );
  expect(rows.flatMap(({ cells }) => cells).every(({ state }) => state === "ready")).toBe(true);
});

test.each<[state: string, changes: Changes, expected: object]>([
  ["error", { [structure]: "{{#if" }, { errors: 1, missing: [] }],
  ["warning", withStrings("de", { "forgot-password.sms": "Ihr Code ist {{code}}." }), { errors: 0 }],
  ["missing", withStrings("de", { "forgot-password.sms": "" }), { missing: ["forgot-password.sms"] }],
  ["missing", withStrings("de", { "shared.greeting": null }), { missing: ["shared.greeting"] }],
  ["draft", settings({ drafts: ["de"] }), { missing: [] }],
])("a message can be in the state %s: %#", (state, changes, expected) => {
  expect(rowOf("de", changes).cell).toMatchObject({ state, ...expected });
});

test("a language that is not offered is a draft where somebody has begun a message", () => {
  const { cell, complete, cells } = rowOf("it", {
    ...settings({ drafts: ["it"] }),
    "templates/locales/it.json": '{ "forgot-password": { "sms": "{{code}} è il codice." } }',
  });
  expect(cell).toMatchObject({ state: "draft" });
  expect(cell?.missing).not.toContain("forgot-password.sms");
  expect(cells.filter(({ state }) => state === "not offered")).toHaveLength(6);
  expect(complete).toBeGreaterThan(0);
  expect(complete).toBeLessThan(0.1);
});

test("a language has who has reviewed it, and how many strings are out of date", () => {
  const title = "Neues Passwort wählen";
  expect(
    rowOf("de", {
      "templates/languages.json": '{ "de": { "reviewed": "Eva, 2026-11" } }',
      "templates/sources/de.json": JSON.stringify({
        "forgot-password": { title: { source: "Another title", translation: checksum(title) } },
      }),
    }),
  ).toMatchObject({ reviewed: "Eva, 2026-11", outOfDate: 1, missing: 0 });
});

test("a region inherits the strings of its language, and the findings about them", () => {
  const changes = {
    "templates/locales/de-CH.json":
      '{ "forgot-password": { "sms": "{{code}}: dein Code bei {{brand.name}}." } }',
  };
  expect(rowOf("de-CH", changes)).toMatchObject({ complete: 1, cell: { state: "ready" } });
  const broken = { ...changes, ...withStrings("de", { "forgot-password.intro": "{{nam}}" }) };
  const { first, findings } = about("de-CH", broken);
  expect(findings).toContainEqual(expect.stringMatching(/^unknown-value .* de forgot-password\.intro$/));
  expect(first).toEqual(findings);
});

test("what is wrong with a partial is found in each message that includes it, in each language", () => {
  const cells = matrixOf(previewState(changed({ [note]: "{{#if" }))).flatMap((row) => row.cells);
  expect(cells.filter(({ state }) => state === "error")).toHaveLength(35);
  const { findings, shared } = about("de", { [note]: "{{#if" });
  expect(findings).toEqual(shared);
});

test("a finding about one message is on its page alone, one about a whole catalog on all pages of the language", () => {
  expect(about("de", { [structure]: "{{#if" })).toMatchObject({
    findings: [expect.stringContaining(structure.slice(10))],
    shared: [],
  });
  const catalog = { "templates/locales/de.json": "{" };
  expect(about("de", catalog).findings).toContainEqual(expect.stringContaining("catalog locales/de.json"));
  expect(about("de", catalog).shared).toContainEqual(expect.stringContaining("catalog locales/de.json"));
  expect(about("fr", catalog).findings).toEqual([]);
});

test("settings that cannot be read leave no message to be shown", () => {
  const state = previewState(changed({ "templates/brands.json": "{" }));
  expect(state.messages).toEqual([]);
  expect(sharedFindings(state)).not.toEqual([]);
});
