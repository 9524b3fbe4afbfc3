import { QueryShapeSerializer } from "@aws-sdk/core/protocols";
import { NormalizedSchema } from "@smithy/core/schema";
import type { StaticListSchema, StaticMapSchema } from "@smithy/types";
import { expect, test } from "vitest";
import { readForm } from "./form-body.ts";
import { formTree } from "./form-tree.ts";
import { mismatches } from "./shape.ts";
import { structure } from "./xml-body.ts";

// More forms of names and values than SNS and CloudFormation have.
const [TEXT, NUMBER, FLAG, BIG, BLOB, DATE, HTTP_DATE, SECONDS] = [0, 1, 2, 17, 21, 4, 6, 7];
const TEXTS = 64;
const pair = structure("Pair", [
  ["Left", [TEXT, { xmlName: "L" }]],
  ["Right", NUMBER],
]);
const named: StaticListSchema = [1, "test", "Named", 0, [pair, { xmlName: "item" }]];
const lists: StaticListSchema = [1, "test", "Lists", 0, TEXTS];
const maps: StaticMapSchema = [2, "test", "Maps", 0, [TEXT, { xmlName: "K" }], [TEXTS, { xmlName: "V" }]];
const shape = NormalizedSchema.of(
  structure("Test", [
    ["Text", [TEXT, { xmlName: "text" }]],
    ["Number", NUMBER],
    ["Flag", FLAG],
    ["Big", BIG],
    ["Blob", BLOB],
    ["Date", DATE],
    ["HttpDate", HTTP_DATE],
    ["Seconds", SECONDS],
    ["Texts", TEXTS],
    ["Flat", [TEXTS, { xmlFlattened: 1, xmlName: "flat" }]],
    ["Named", () => named],
    ["FlatNamed", [() => named, { xmlFlattened: 1 }]],
    ["Lists", () => lists],
    ["Maps", () => maps],
    ["FlatMaps", [() => maps, { xmlFlattened: 1 }]],
  ]),
);

const read = (form: string) => readForm(shape, formTree(form).root);

/** A value's form as the SDK's own client writes it. */
function written(value: object): string {
  const serializer = new QueryShapeSerializer({
    httpBindings: false,
    timestampFormat: { useTrait: true, default: 5 },
    serializeEmptyLists: true,
  });
  serializer.write(shape, value);
  return String(serializer.flush());
}

const date = new Date("2026-03-01T12:00:00.500Z");
const pairs = [{ Left: "a", Right: 1 }, { Right: 2 }];
test.each<[form: string, value: object]>([
  ["&text=a.b%26c%3D%2B%20%E4%B8%96", { Text: "a.b&c=+ 世" }],
  ["&text=", { Text: "" }],
  ["&Number=-1.5e-7", { Number: -1.5e-7 }],
  ["&Flag=false", { Flag: false }],
  ["&Big=9007199254740993", { Big: 9007199254740993n }],
  ["&Blob=AP%2BA", { Blob: Uint8Array.of(0, 255, 128) }],
  ["&Date=2026-03-01T12%3A00%3A00.500Z", { Date: date }],
  ["&HttpDate=Sun%2C%2001%20Mar%202026%2012%3A00%3A00%20GMT", { HttpDate: new Date("2026-03-01T12:00:00Z") }],
  ["&Seconds=1772366400.5", { Seconds: date }],
  ["&Texts.member.1=a&Texts.member.2=", { Texts: ["a", ""] }],
  ["&Texts=", { Texts: [] }],
  ["&flat.1=a&flat.2=b", { Flat: ["a", "b"] }],
  ["&Named.item.1.L=a&Named.item.1.Right=1&Named.item.2.Right=2", { Named: pairs }],
  ["&FlatNamed.1.L=a&FlatNamed.1.Right=1&FlatNamed.2.Right=2", { FlatNamed: pairs }],
  ["&Lists.member.1.member.1=a&Lists.member.2=", { Lists: [["a"], []] }],
  ["&Maps.entry.1.K=a.b&Maps.entry.1.V.member.1=c", { Maps: { "a.b": ["c"] } }],
  ["&FlatMaps.1.K=a&FlatMaps.1.V=&FlatMaps.2.K=b&FlatMaps.2.V.member.1=c", { FlatMaps: { a: [], b: ["c"] } }],
])("%s, as the SDK writes it, is read as it was", (form, value) => {
  expect(written(value)).toBe(form);
  expect(read(form)).toEqual(value);
});

test.each([
  ["Text=a", "Text is not a string"], // its name in a form is "text"
  ["text.a=a", "Text is not a string"],
  ["text=a&text.a=a", "Text is not a string"],
  ["Number=", "Number is not a number"],
  ["Number=0x10", "Number is not a number"],
  ["Flag=True", "Flag is not a boolean"],
  ["Flag=1", "Flag is not a boolean"],
  ["Big=0x10", "Big is not a number"],
  ["Blob=A", "Blob is not a blob"],
  ["Blob=AB==", "Blob is not a blob"],
  ["Date=2026-03-01", "Date is not a timestamp"],
  ["Date=1772366400", "Date is not a timestamp"],
  ["HttpDate=2026-03-01T12:00:00Z", "HttpDate is not a timestamp"],
  ["Seconds=2026-03-01T12:00:00Z", "Seconds is not a timestamp"],
  ["Texts=a", "Texts is not a list"],
  ["Texts.1=a", "Texts is not a list"],
  ["Texts.item.1=a", "Texts is not a list"],
  ["Texts.member=a", "Texts is not a list"],
  ["Texts.member.0=a", "Texts is not a list"],
  ["Texts.member.1=a&Texts.member.3=c", "Texts is not a list"],
  ["Texts.member.1=a&Texts.other=c", "Texts is not a list"],
  ["Texts.member.1=a&Texts=", "Texts is not a list"],
  ["Texts.member.1.a=a", "Texts[0] is not a string"],
  ["flat.member.1=a", "Flat is not a list"],
  ["Named.member.1.L=a", "Named is not a list"],
  ["Named.item.1=a", "Named[0] is not a structure"],
  ["Named.item.1.Top=a", "Named[0].Top is not a member of Pair"],
  ["Named.item.1.Right=a", "Named[0].Right is not a number"],
  ["Maps=", "Maps is not a map"],
  ["Maps.1.K=a&Maps.1.V=", "Maps is not a map"],
  ["Maps.entry.1.K=a", "Maps is not a map"],
  ["Maps.entry.1.K=a&Maps.entry.1.V=&Maps.entry.1.W=", "Maps is not a map"],
  ["Maps.entry.1.K=a&Maps.entry.1.V=&Maps.entry.1=", "Maps is not a map"],
  ["Maps.entry.1.K=a&Maps.entry.1.V=&Maps.entry.2.K=b&Maps.entry.2.W=", "Maps is not a map"],
  ["Maps.entry.1.K=a&Maps.entry.1.V=&Maps.entry.2.K=a&Maps.entry.2.V=", "Maps is not a map"],
  ["Maps.entry.1.K.a=a&Maps.entry.1.V=", "Maps is not a map"],
  ["Maps.entry.1.K=a&Maps.entry.1.V=b", "Maps.a is not a list"],
  ["FlatMaps.entry.1.K=a&FlatMaps.entry.1.V=", "FlatMaps is not a map"],
  ["=a", " is not a member of Test"],
])("of %s it is told that %s", (form, fault) => {
  expect(mismatches(shape, read(form), "sdk", "input")).toEqual([`input.${fault}`]);
});
