import { describe, expect, test } from "vitest";
import { readCatalog } from "../../../src/tooling/templates/catalog.ts";
import { previousSource, recordsText, recordTranslated } from "../../../src/tooling/templates/records.ts";

const catalog = (strings: Record<string, string>) =>
  readCatalog("de", JSON.stringify({ "sign-up": strings }));
const string = (value: string) => catalog({ a: value }).strings.get("sign-up.a") as never;
const en = (a: string) => catalog({ a });
const recorded = recordTranslated({}, catalog({ a: "Hallo" }), en("Hello"));

describe("a translation is out of date", () => {
  test.each<[string, string, string, string | undefined]>([
    ["when the source has changed and the translation has not", "Hello!", "Hallo", "Hello"],
    ["not when nothing has changed", "Hello", "Hallo", undefined],
    ["not when both have changed", "Hello!", "Hallo!", undefined],
  ])("%s", (_, source, translation, previous) => {
    expect(previousSource(recorded, string(translation), string(source))).toBe(previous);
  });

  test("not without a record", () => {
    expect(previousSource({}, string("Hallo"), string("Hello"))).toBeUndefined();
    expect(previousSource(undefined, string("Hallo"), string("Hello"))).toBeUndefined();
  });
});

describe("a record", () => {
  const source = catalog({ a: "Hello", b: "OK", c: "Bye", d: "Yes" });
  const german = catalog({ a: "Hallo", b: "OK", c: "", old: "Alt" });
  const keys = (records: object) => Object.keys((records as Record<string, object>)["sign-up"] ?? {});

  test.each<[string, readonly string[] | undefined, string[]]>([
    ["is made of every string but those equal to the source's", undefined, ["a"]],
    ["is made of the ids given, even of equal strings", ["sign-up.b"], ["b"]],
    [
      "is not made of strings that are empty, missing or unknown",
      ["sign-up.c", "sign-up.d", "sign-up.old"],
      [],
    ],
  ])("%s", (_, ids, expected) => {
    expect(keys(recordTranslated({}, german, source, ids))).toEqual(expected);
  });

  test("stays as long as its string exists", () => {
    const previous = recordTranslated({}, german, source, ["sign-up.a", "sign-up.b"]);
    expect(keys(recordTranslated(previous, german, source, []))).toEqual(["a", "b"]);
    expect(keys(recordTranslated(previous, catalog({ b: "OK" }), source))).toEqual(["b"]);
  });

  test("is written in sorted order", () => {
    const records = recordTranslated({}, catalog({ b: "B", a: "A" }), catalog({ a: "1", b: "2" }));
    expect(recordsText(records)).toBe(`{
  "sign-up": {
    "a": {
      "source": "1",
      "translation": "559aead08264d579"
    },
    "b": {
      "source": "2",
      "translation": "df7e70e5021544f4"
    }
  }
}
`);
  });
});
