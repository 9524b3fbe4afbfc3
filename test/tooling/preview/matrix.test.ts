import { expect, test } from "vitest";
import { findingsAbout, isMeant } from "../../../src/tooling/preview/about-message.ts";
import { matrixOf } from "../../../src/tooling/preview/matrix.ts";
import { workbenchFrom } from "../../../src/tooling/preview/workbench.ts";
import { type Changes, changed, shippedText, smallCopy } from "../check/shipped.ts";

const source = "CustomMessage_ForgotPassword";
const sms = (locale: string) => `templates/${locale}/forgot-password/sms.txt.hbs`;

function rowOf(locale: string, changes: Changes) {
  const row = matrixOf(workbenchFrom(smallCopy(changes), new Map())).find((each) => each.locale === locale);
  return { complete: row?.complete, cell: row?.cells.find((cell) => cell.source === source) };
}

test("what is shipped is complete and clean", () => {
  const rows = matrixOf(workbenchFrom(changed({}), new Map()));
  expect(rows.map(({ locale }) => locale)).toEqual(["en", "de", "fr", "ja", "ar"]);
  expect(rows.every(({ complete }) => complete === 1)).toBe(true);
  expect(rows.flatMap(({ cells }) => cells).every(({ state }) => state === "clean")).toBe(true);
});

test.each<[string, Changes, object]>([
  ["failing", { [sms("de")]: "{{code}} {{brand.nam}}" }, { state: "failing", errors: 1, missing: [] }],
  ["missing", { [sms("de")]: null }, { state: "missing", missing: ["sms"] }],
  [
    "warned",
    { [sms("de")]: "{{code}} ist Ihr Code für ein neues Passwort bei {{brand.name}}." },
    { state: "warned", errors: 0, warnings: 1 },
  ],
])("a message can be %s", (_, changes, expected) => {
  expect(rowOf("de", changes).cell).toMatchObject(expected);
});

test("a language that is not offered is a draft where it has a message, and else nothing", () => {
  const changes = { [sms("it")]: "{{code}} è il codice.{{! translate }}" };
  const { cell, complete } = rowOf("it", changes);
  expect(cell).toMatchObject({ state: "draft", missing: ["subject", "email"] });
  expect(complete).toBe(0);
  const row = matrixOf(workbenchFrom(changed(changes), new Map())).find(({ locale }) => locale === "it");
  expect(row?.cells.filter(({ state }) => state === "not offered")).toHaveLength(6);
});

const note = "templates/_brand/note.html.hbs";
const layout = "templates/_brand/layout.html.hbs";
const german = { [sms("de")]: shippedText(sms("de")) };

test.each<[what: string, changes: Changes]>([
  ["a partial cannot be compiled", { [layout]: `${shippedText(layout)}{{#if name}}` }],
  ["a partial is missing", { [note]: null }],
  ["a partial does not print what it should", { [layout]: "<p>{{brand.name}}</p>" }],
])("where %s, every message that includes it is failing, with the reason", (_, changes) => {
  const bench = workbenchFrom(smallCopy({ ...german, ...changes }), new Map());
  for (const { cells } of matrixOf(bench)) {
    for (const { state, errors } of cells.filter((cell) => cell.source === source)) {
      expect(state).toBe("failing");
      expect(errors).toBeGreaterThan(0);
    }
  }
});

test("what is wrong with a partial is counted in each message that includes it", () => {
  const changes = {
    ...german,
    [note]: shippedText(note).replace("<", '<img src="https://example.com/a.png"><'),
  };
  const bench = workbenchFrom(smallCopy(changes), new Map());
  const cells = matrixOf(bench).flatMap((row) => row.cells.filter((cell) => cell.source === source));
  expect(cells.length).toBeGreaterThan(1);
  for (const { locale, errors, warnings } of cells) {
    expect(errors + warnings).toBe(findingsAbout(bench, locale, source).length);
    expect(warnings).toBeGreaterThan(0);
  }
});

test("a language without a folder has the reason with each message that it should have", () => {
  const settings = '{ "default": "en", "locales": ["en", "pt-BR"] }';
  const bench = workbenchFrom(smallCopy({ "templates/messages.json": settings }), new Map());
  expect(findingsAbout(bench, "pt-BR", source).map(({ rule }) => rule)).toEqual(["missing-part"]);
});

test("a message that is not offered in a language has nothing to be said of it there", () => {
  const settings = JSON.stringify({
    default: "en",
    locales: ["en", "de"],
    messages: { "forgot-password": ["en"] },
  });
  const files = { "templates/messages.json": settings, [layout]: `${shippedText(layout)}{{#if name}}` };
  const bench = workbenchFrom(
    smallCopy({ ...german, ...files, "templates/de/forgot-password": null }),
    new Map(),
  );
  expect(isMeant(bench, "de", source)).toBe(false);
  expect(findingsAbout(bench, "de", source)).toEqual([]);
});
