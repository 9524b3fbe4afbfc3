import { expect, test } from "vitest";
import { valueAtKey } from "../../src/parameter/value-at-key.ts";

test.each([
  ['{"url":"postgres://h/d"}', "url", "postgres://h/d"],
  ['{"port":5432}', "port", "5432"],
  ['{"on":false}', "on", "false"],
  ['{"a.b":"c"}', "a.b", "c"],
])("%s has a text at its key %s", (json, key, text) => {
  expect(valueAtKey(json, key)).toEqual({ text });
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
  ['{"url":{"a":"hunter2"}}', "url", "no text"],
  ['{"url":["hunter2"]}', "url", "no text"],
])("%s has none at %s, and nothing of it is repeated", (json, key, wrong) => {
  expect(valueAtKey(json, key)).toEqual({ wrong: expect.stringContaining(wrong) });
  expect(JSON.stringify(valueAtKey(json, key))).not.toContain("hunter2");
});
