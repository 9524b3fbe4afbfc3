import { describe, expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import { hasErrors } from "../../../src/tooling/check/finding.ts";
import { compiledModules } from "../../../src/tooling/templates/compile.ts";
import { anyRule, foundBy, toldBy } from "./found.ts";
import { smallCopy } from "./shipped.ts";

const SMS = "templates/en/forgot-password/sms.txt.hbs";
const DRAFT = "templates/nl/forgot-password/sms.txt.hbs";

describe("a name is known only as run time reads it", () => {
  test.each([
    ["{{code}} {{[brand.name]}}", "There is no {{[brand.name]}} in this SMS."],
    ["{{code}} {{metadata.[a.b]}}", "There is no {{metadata.[a.b]}} in this SMS."],
    ["{{code}} {{metadata.a.b}}", "There is no {{metadata.a.b}} in this SMS."],
    ["{{code}} {{#if metadata.a.b}}{{metadata.a.b}}{{/if}}", "There is no {{metadata.a.b}} in this SMS."],
  ])("%s", (text, message) => {
    const found = foundBy("unknown-name", { [SMS]: text }, { "a.b": { maxLength: 5 } });
    expect(found.join()).toContain(message);
  });

  test("of a key with a dot in it, the mending says who can help", () => {
    const [found] = foundBy("unknown-name", { [SMS]: "{{code}} {{metadata.a.b}}" }, { "a.b": {} });
    expect(found).toContain('No template can print a key named "a.b": ask an engineer');
  });

  test("brackets around a plain name change nothing", () => {
    expect(toldBy("unknown-name", { [SMS]: "{{code}} {{brand.[name]}}" })).toEqual([]);
  });
});

describe("a draft that cannot be compiled", () => {
  test.each([
    ["a missing partial", "{{> missing}}"],
    ["a dynamic partial", "{{> (lookup . 'x')}}"],
    ["a condition that asks for nothing", "{{#if}}x{{/if}}"],
    ["sixteen optional values", [..."abcdefghijklmnop"].map((k) => `{{#if metadata.${k}}}x{{/if}}`).join("")],
  ])("is told as a warning, and stops no build: %s", (_, text) => {
    const metadata = Object.fromEntries([..."abcdefghijklmnop"].map((key) => [key, { maxLength: 5 }]));
    const copy = smallCopy({ [DRAFT]: `{{code}} ${text}` }, metadata);
    const { findings } = check({
      ...copy,
      files: new Map([
        ...copy.files,
        ["templates/messages.json", JSON.stringify({ default: "en", locales: ["en"] })],
      ]),
    });
    expect(findings.filter(({ file }) => file === DRAFT).length).toBeGreaterThan(0);
    expect(hasErrors(findings)).toBe(false);
  });

  const settings = { "templates/messages.json": JSON.stringify({ default: "en", locales: ["en"] }) };

  test("includes itself", () => {
    const copy = smallCopy({
      ...settings,
      [DRAFT]: "{{code}} {{> loop}}",
      "templates/_brand/loop.txt.hbs": "{{> loop}}",
    });
    expect(compiledModules(copy).findings.map(({ rule }) => rule)).toContain("circular-partial");
    expect(compiledModules(copy).modules).toBeDefined();
  });

  test("hides nothing of what is offered and shares its partial", () => {
    const files = {
      ...settings,
      "templates/nl/forgot-password/subject.txt.hbs": "{{> shared}}",
      "templates/_brand/shared.txt.hbs": `{{code}} {{brand.name}} ${"x".repeat(150)}`,
      [SMS]: "{{> shared}}",
    };
    const told = toldBy(["unknown-name", "length"], files);
    expect(told.join()).toContain("warning: There is no {{code}} in this subject.");
    expect(told.join()).toContain("(length)");
  });
});

test("of a partial that cannot be read there is one finding", () => {
  const told = toldBy(
    anyRule.filter((name) => name !== "unused-partial"),
    { "templates/_brand/code.html.hbs": "{{code" },
  );
  expect(told).toHaveLength(1);
});

test("what many parts share is as bad as it is for the worst off", () => {
  const files = {
    "templates/messages.json": JSON.stringify({ default: "en", locales: ["en", "zh"] }),
    "templates/ar/forgot-password/sms.txt.hbs": "{{code}} {{> shared}}",
    [SMS]: "{{code}} {{> shared}}",
    "templates/_brand/shared.txt.hbs": "{{nobody}}",
  };
  expect(toldBy("unknown-name", files)).toEqual([
    "templates/_brand/shared.txt.hbs:1:3 error: There is no {{nobody}} in this SMS. (unknown-name)",
  ]);
});
