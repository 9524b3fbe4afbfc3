import { describe, expect, test } from "vitest";
import { anyRule, EMAIL, emailWith, saidBy, toldBy } from "./found.ts";
import type { Changes } from "./shipped.ts";

const SMS = "templates/en/forgot-password/sms.txt.hbs";
const LAYOUT = "templates/_brand/layout.html.hbs";

/** All that is said, whatever the rule. */
const told = (files: Changes) => toldBy(anyRule, files);

/** As many of a tag inside one another. */
const nested = (count: number, open: string, close: string) => open.repeat(count) + close.repeat(count);

describe("what is too large is told once, and nothing else is said of it", () => {
  test.each<[string, Changes, string]>([
    [
      "20,000 elements inside one another",
      { [EMAIL]: `{{code}}\n${nested(20_000, "<b>", "</b>")}` },
      `${EMAIL}:1:1 error: This file has 140,009 characters, and no template needs more than 100,000: Cognito takes 20,000 of an email. (too-large)`,
    ],
    [
      "101 elements inside one another",
      { [EMAIL]: `{{code}}\n${nested(101, "<div>", "</div>")}` },
      `${EMAIL}:2:501 error: More than 100 elements stand inside one another here. (too-large)`,
    ],
    [
      "elements that a layout and an email have between them",
      {
        "templates/_brand/sixty.html.hbs": nested(60, "<div>", "").concat("{{> @partial-block}}"),
        [EMAIL]: `{{#> sixty}}\n{{code}}${"<div>".repeat(41)}\n{{/sixty}}`,
      },
      `${EMAIL}:2:209 error: More than 100 elements stand inside one another here. (too-large)`,
    ],
    [
      "2,000 conditions inside one another",
      { [EMAIL]: `{{code}}\n${nested(2_000, "{{#if name}}", "{{/if}}")}` },
      `${EMAIL}:2:1201 error: More than 100 {{#…}} or ( stand inside one another here. (too-large)`,
    ],
    [
      "a hundred of {{else if}}",
      { [EMAIL]: `{{code}}{{#if name}}\n${"{{else if name}}".repeat(100)}{{/if}}` },
      `${EMAIL}:2:1585 error: More than 100 {{#…}} or ( stand inside one another here. (too-large)`,
    ],
    [
      "parentheses inside one another",
      { [EMAIL]: `{{code}}\n{{a ${nested(2_000, "(a ", ")")}}}` },
      `${EMAIL}:2:1 error: More than 100 {{#…}} or ( stand inside one another here. (too-large)`,
    ],
    [
      "a file of five million characters",
      { [EMAIL]: "x".repeat(5_000_000) },
      `${EMAIL}:1:1 error: This file has 5,000,000 characters, and no template needs more than 100,000: Cognito takes 20,000 of an email. (too-large)`,
    ],
    [
      "a text of ten thousand",
      { [SMS]: "x".repeat(10_001) },
      `${SMS}:1:1 error: This file has 10,001 characters, and no template needs more than 10,000: Cognito takes 140 of a subject or SMS. (too-large)`,
    ],
  ])("%s", (_, files, line) => {
    expect(told(files)).toEqual([line]);
  });

  /** As many partials, each of which includes the next. */
  const chain = (count: number, times = 1) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `templates/_brand/p${index}.html.hbs`,
        `{{> p${index + 1}}}`.repeat(index + 1 < count ? times : 0),
      ]),
    );

  test("partials that include two each", () => {
    const files = { ...chain(30, 2), [EMAIL]: "{{code}}{{> p0}}" };
    expect(told(files)).toEqual([
      "templates/_brand/p0.html.hbs:1:1 error: This writes more than 4,000 pieces of text and {{…}}: Cognito takes 20,000 of an email. (too-large)",
    ]);
  });

  test("partials that all include one another", () => {
    const all = Array.from({ length: 12 }, (_, index) => `{{> p${index}}}`).join("");
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`templates/_brand/p${index}.html.hbs`, all]),
    );
    expect(told({ ...files, [EMAIL]: "{{code}}{{> p0}}" }).join()).toMatch(
      /^templates\/_brand\/p0.*too-large\)$/,
    );
  });

  test("partials inside one another", () => {
    expect(told({ ...chain(3_000), [EMAIL]: "{{code}}{{> p0}}" })).toEqual([
      "templates/_brand/p100.html.hbs:1:1 error: More than 100 {{#…}} and partials stand inside one another here. (too-large)",
    ]);
  });

  test("a block that is printed twice, in itself", () => {
    const files = {
      "templates/_brand/twice.html.hbs": "{{> @partial-block}}{{> @partial-block}}",
      [EMAIL]: `{{code}}${nested(40, "{{#> twice}}", "{{/twice}}")}`,
    };
    expect(told(files).join()).toMatch(/^templates\/_brand\/twice.*4,000 pieces.*\(too-large\)$/);
  });

  test("what stands in a block that no partial prints counts all the same", () => {
    const partials = Array.from({ length: 30 }, (_, index) => [
      `templates/_brand/p${index}.html.hbs`,
      `{{#> none}}${`{{> p${index + 1}}}`.repeat(2)}{{/none}}`,
    ]);
    const files = { ...Object.fromEntries(partials), "templates/_brand/none.html.hbs": "x" };
    expect(told({ ...files, [EMAIL]: "{{code}}{{> p0}}" }).join()).toContain("(too-large)");
  });

  test("a partial: of what many messages include there is one finding", () => {
    const found = told({ [LAYOUT]: `{{> @partial-block}}${"x".repeat(100_000)}` });
    expect(found).toEqual([expect.stringContaining(`${LAYOUT}:1:1 error: This file has 100,0`)]);
  });
});

test.each([
  ["paragraphs that nobody closes", "<p>a".repeat(150)],
  ["elements that have no end", "<br><img>".repeat(150)],
  ["elements one after the other", "<b>a</b>".repeat(150)],
  ["what stands in a comment", `<!--${"<b>".repeat(150)}-->`],
  ["what stands in a comment of Handlebars", `{{!-- ${"{{#if name}}".repeat(150)} --}}`],
  ["conditions one after the other", "{{#if name}}a{{else if resetLink}}b{{/if}}".repeat(150)],
  ["what stands in a program", `<style>${"<b>".repeat(150)}</style>`],
  ["a comment of three characters", "<!-->".repeat(5)],
])("no bound is met by %s", (_, line) => {
  expect(saidBy("too-large", emailWith(line))).toEqual([]);
});
