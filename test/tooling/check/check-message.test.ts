import { describe, expect, test } from "vitest";
import { check, checkMessage, checkProject } from "../../../src/tooling/check/check.ts";
import type { Finding } from "../../../src/tooling/check/finding.ts";
import { findingsAbout } from "../../../src/tooling/check/findings-about.ts";
import type { Example } from "../../../src/tooling/check/rule.ts";
import { rules } from "../../../src/tooling/check/rules/rules.ts";
import { projectOf } from "../../../src/tooling/templates/project.ts";
import { checksum } from "../../../src/tooling/templates/records.ts";
import { changed, edited, lines, shipped, withExample, withStrings } from "./shipped.ts";

const shippedProject = projectOf(shipped);
const examples = rules.filter(({ name }) => name !== "metadata-schema");

/** Returns the findings about some messages in a rule's example, in its language, each alone and with all others. */
function compared(example: Example) {
  const project = projectOf(withExample(example), shippedProject);
  const [, locale = "de"] = /locales\/(\w+)/.exec(example.file) ?? [];
  const { findings } = checkProject(project);
  return project.messages
    .filter(({ name }) => /^(?:forgot-password|sign-up|admin-create-user)$/.test(name))
    .map((message) => ({
      message: message.name,
      alone: checkMessage(project, message, locale),
      whole: findingsAbout(findings, message, locale, project),
    }));
}

/** The rules in whose findings other messages that share a string or a partial take part. */
const shared = ["missing-string", "untranslated", "optional-value", "code-visible"];

describe("a message checked alone has the findings that the check of everything has about it", () => {
  test.each(examples.filter(({ name }) => !shared.includes(name)))("in the example of $name", ({
    example,
  }) => {
    for (const { message, alone, whole } of compared(example))
      expect({ message, findings: alone }).toEqual({ message, findings: whole });
  });

  test.each(
    examples.filter(({ name }) => shared.includes(name)),
  )("but for what others add, in the example of $name", ({ name, example }) => {
    const all = compared(example);
    for (const { alone, whole } of all) expect(lines(whole)).toEqual(expect.arrayContaining(lines(alone)));
    const hasRule = ({ alone }: { alone: readonly Finding[] }) => alone.some(({ rule }) => rule === name);
    expect(all.some(hasRule)).toBe(true);
  });
});

test("a part is written again once a string with the source's text is recorded as a translation", () => {
  const file = "templates/sources/de.json";
  const inGerman = withStrings("de", { "sign-up.digit": "1" });
  const files = {
    ...withStrings("en", { "sign-up.digit": "1" }),
    ...inGerman,
    ...edited(
      "templates/messages/sign-up.html.hbs",
      "{{> code}}",
      '{{> code}}{{code}}{{#if (t "digit")}}{{t "digit"}}{{/if}}',
    ),
  };
  const record = { "sign-up": { digit: { source: "1", translation: checksum("1") } } };
  const before = check(changed(files));
  const now = check(changed({ ...files, [file]: JSON.stringify(record) }), before.project);
  const german = ({ findings }: { findings: readonly Finding[] }) =>
    findings.filter(({ rule, locale }) => rule === "code-apart" && locale === "de").map(({ key }) => key);
  expect(german(before)).toEqual([]);
  expect(german(now)).toEqual(["sign-up.digit"]);
});
