import { describe, expect, test } from "vitest";
import { readCatalog, stringAt, valuesIn } from "../../../src/tooling/templates/catalog.ts";

const read = (text: string) => readCatalog("de", text);
const strings = (text: string) =>
  Object.fromEntries([...read(text).strings].map(([id, { value }]) => [id, value]));

describe("a catalog is read as translation tools write it", () => {
  test.each<[string, string, Record<string, string>]>([
    ["sorted keys", '{"sign-up":{"a":"1"},"shared":{"b":"2"}}', { "sign-up.a": "1", "shared.b": "2" }],
    ["escapes", '{"shared":{"a":"L\\u00f6schen \\"jetzt\\"\\/"}}', { "shared.a": 'Löschen "jetzt"/' }],
    ["escaped half characters", '{"shared":{"a":"\\ud83d\\ude00"}}', { "shared.a": "😀" }],
    ["empty strings", '{"shared":{"a":""}}', { "shared.a": "" }],
    ["null for what is not translated", '{"shared":{"a":null}}', { "shared.a": "" }],
    ["no strings at all", "{}", {}],
    ["tabs and Windows line ends", '{\r\n\t"shared": {\r\n\t\t"a": "1"\r\n\t}\r\n}\r\n', { "shared.a": "1" }],
  ])("%s", (_, text, expected) => {
    expect(read(text).violations).toEqual([]);
    expect(strings(text)).toEqual(expected);
  });
});

describe("a violation has its place", () => {
  test.each<[string, string, number]>([
    ["invalid JSON", '{"shared":{"a":"1",}}', 19],
    ["a comment", '{"shared":{} /* later */}', 13],
    ["an empty file", "", 0],
    ["a list of messages", "[]", 0],
    ["a text in place of a message", '{"sign-up":"a"}', 11],
    ["a list in place of a string", '{"shared":{"a":["b"]}}', 15],
    ["a group in place of a string", '{"shared":{"a":{"b":"c"}}}', 15],
    ["an unknown message", '{"sing-up":{"a":"1"}}', 1],
    ["a key of other characters", '{"shared":{"a b":"1"}}', 17],
    ["a key twice", '{"shared":{"a":"1","a":"2"}}', 19],
  ])("%s", (_, text, index) => {
    expect(read(text).violations.map((each) => each.index)).toEqual([index]);
  });
});

test.each<[string, readonly string[]]>([
  ["{{code}} for {{brand.name}}", ["code", "brand.name"]],
  ["{{ name }}{{metadata.shop_id}}", ["name", "metadata.shop_id"]],
  ["{name} {{{name}}} {{#if name}} {{na me}} {{}} {{name", []],
  ["{{имя}}", ["имя"]],
])("the values in %s are %j", (value, names) => {
  const { strings } = read(JSON.stringify({ shared: { a: value } }));
  expect(valuesIn(strings.get("shared.a") as never)).toEqual(names);
});

test("a place in a string is found in the file, and the string by it", () => {
  const text = '{"shared":{"a":"\\u00e9\\n{{name}}!","b":""}}';
  const catalog = read(text);
  const string = catalog.strings.get("shared.a");
  expect(string?.segments.map(({ at }) => at)).toEqual([0, 2, 10]);
  expect(text.slice(string?.index(2)).startsWith("{{name}}")).toBe(true);
  expect(stringAt(catalog, text.indexOf("name"))?.id).toBe("shared.a");
  expect(stringAt(catalog, 2)).toBeUndefined();
});
