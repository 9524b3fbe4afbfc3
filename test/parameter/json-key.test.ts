import { expect, test } from "vitest";
import { valueAt } from "../../src/parameter/json-key.ts";

test.each([
  ['{"url":"postgres://h/d"}', "url", "postgres://h/d"],
  ['{"port":5432}', "port", "5432"],
  ['{"on":false}', "on", "false"],
  ['{"a.b":"c"}', "a.b", "c"],
])("%s has a text at its key %s", (json, key, text) => {
  expect(valueAt(json, key)).toEqual({ text });
});

test.each([
  ["hunter2", "url", "JSON object"],
  ['["hunter2"]', "0", "JSON object"],
  ['"hunter2"', "length", "JSON object"],
  ["null", "url", "JSON object"],
  ['{"other":"hunter2"}', "url", "no such #key"],
  ['{"url":null}', "url", "no such #key"],
  ['{"other":"hunter2"}', "__proto__", "no such #key"],
  ['{"other":"hunter2"}', "toString", "no such #key"],
  ['{"url":{"a":"hunter2"}}', "url", "something else than a text"],
  ['{"url":["hunter2"]}', "url", "something else than a text"],
])("%s has none at %s, and its contents are not told", (json, key, wrong) => {
  expect(valueAt(json, key)).toEqual({ wrong: expect.stringContaining(wrong) });
  expect(JSON.stringify(valueAt(json, key))).not.toContain("hunter2");
});
