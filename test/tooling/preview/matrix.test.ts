import { expect, test } from "vitest";
import { matrixOf } from "../../../src/tooling/preview/matrix.ts";
import { workbenchFrom } from "../../../src/tooling/preview/workbench.ts";
import { type Changes, changed, smallCopy } from "../check/shipped.ts";

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
