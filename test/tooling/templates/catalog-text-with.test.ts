import { describe, expect, test } from "vitest";
import { readCatalog } from "../../../src/tooling/templates/catalog.ts";
import { catalogTextWith } from "../../../src/tooling/templates/catalog-text-with.ts";

const source = readCatalog(
  "en",
  JSON.stringify({
    shared: { greeting: "Hello", help: "Help?" },
    "forgot-password": { subject: "Code", intro: "Hi", valid: "1 hour" },
    "sign-up": { subject: "Welcome" },
  }),
);
const changed = (text: string, changes: Readonly<Record<string, string>>) =>
  catalogTextWith(text, new Map(Object.entries(changes)), source);

describe("the text of a catalog with changed strings", () => {
  test.each<[string, string, Record<string, string>, string]>([
    [
      "differs only in the changed literal, whatever its formatting",
      '{ "shared" : {\n\t  "greeting":"a" ,\n\n "help": "\\u00e9"  }\n}\n',
      { "shared.greeting": 'Grüße 你好 😀 "x"' },
      '{ "shared" : {\n\t  "greeting":"Grüße 你好 😀 \\"x\\"" ,\n\n "help": "\\u00e9"  }\n}\n',
    ],
    [
      "keeps the escapes of an unchanged string, and the end of the file",
      '{"shared":{"help":"\\u00e9"}}',
      { "shared.help": "é", "shared.greeting": "" },
      '{"shared":{"help":"\\u00e9"}}',
    ],
    [
      "has a new key after the nearest one that precedes it in the source",
      '{\n  "forgot-password": {\n    "subject": "a",\n    "valid": "b"\n  }\n}\n',
      { "forgot-password.intro": "c" },
      '{\n  "forgot-password": {\n    "subject": "a",\n    "intro": "c",\n    "valid": "b"\n  }\n}\n',
    ],
    [
      "has a new key first if none precedes it",
      '{\n  "forgot-password": {\n    "valid": "b"\n  }\n}\n',
      { "forgot-password.intro": "c", "forgot-password.subject": "d" },
      '{\n  "forgot-password": {\n    "subject": "d",\n    "intro": "c",\n    "valid": "b"\n  }\n}\n',
    ],
    [
      "has a key last that is missing in the source",
      '{\n  "shared": {\n    "help": "b"\n  }\n}\n',
      { "shared.only-here": "c" },
      '{\n  "shared": {\n    "help": "b",\n    "only-here": "c"\n  }\n}\n',
    ],
    [
      "has a new section in the order of the source",
      '{\n  "shared": {\n    "help": "a"\n  },\n  "sign-up": {\n    "subject": "b"\n  }\n}\n',
      { "forgot-password.subject": "c", "forgot-password.valid": "d" },
      '{\n  "shared": {\n    "help": "a"\n  },\n  "forgot-password": {\n    "subject": "c",\n    "valid": "d"\n  },\n  "sign-up": {\n    "subject": "b"\n  }\n}\n',
    ],
    [
      "keeps tabs",
      '{\n\t"shared": {\n\t\t"help": "a"\n\t}\n}\n',
      { "sign-up.subject": "b", "shared.greeting": "c" },
      '{\n\t"shared": {\n\t\t"greeting": "c",\n\t\t"help": "a"\n\t},\n\t"sign-up": {\n\t\t"subject": "b"\n\t}\n}\n',
    ],
    [
      "keeps 4 spaces and CRLF, in an empty section too",
      '{\r\n    "shared": {}\r\n}\r\n',
      { "shared.help": "a" },
      '{\r\n    "shared": {\r\n        "help": "a"\r\n    }\r\n}\r\n',
    ],
    [
      "stays in one line",
      '{"shared":{"help":"a"}}',
      { "shared.greeting": "b", "sign-up.subject": "c" },
      '{"shared":{"greeting":"b","help":"a"},"sign-up":{"subject":"c"}}\n',
    ],
    [
      "stays in one line with its spaces",
      '{ "shared": { "greeting": "b" } }\n',
      { "shared.help": "a" },
      '{ "shared": { "greeting": "b", "help": "a" } }\n',
    ],
    ["replaces null", '{"shared":{"help":null}}\n', { "shared.help": "a" }, '{"shared":{"help":"a"}}\n'],
    ["starts from {}", "{}", { "shared.help": "a" }, '{\n  "shared": {\n    "help": "a"\n  }\n}\n'],
    [
      "ends with one line end",
      "{}\n\n\n",
      { "sign-up.subject": "b", "shared.help": "a" },
      '{\n  "shared": {\n    "help": "a"\n  },\n  "sign-up": {\n    "subject": "b"\n  }\n}\n',
    ],
  ])("%s", (_, text, changes, expected) => {
    expect(changed(text, changes)).toBe(expected);
  });
});
