import Handlebars from "handlebars";
import { describe, expect, test } from "vitest";
import { inlined } from "../../../src/tooling/templates/inlined.ts";
import type { TemplateFile } from "../../../src/tooling/templates/parse-template.ts";
import { precompiled, specOf } from "../../../src/tooling/templates/precompiled.ts";

type Suffix = TemplateFile["suffix"];
const model = { code: "{####}", name: "Anna & <Bob>", absent: undefined, brand: { name: "Fish & Chips" } };

/** Renders a template whose partials are inlined, as in a build. */
function renderedInlined(
  text: string,
  partials: Readonly<Record<string, string>> = {},
  suffix: Suffix = "html",
) {
  const trees = Object.entries(partials).map(
    ([name, body]) => [name, { tree: Handlebars.parse(body.trimEnd()) }] as const,
  );
  const tree = inlined(Handlebars.parse(text.trimEnd()), suffix, new Map(trees));
  return Handlebars.template(specOf(precompiled(tree, suffix)) as never)(model);
}

/** Renders a template whose partials Handlebars itself includes. */
function renderedIncluded(
  text: string,
  partials: Readonly<Record<string, string>> = {},
  suffix: Suffix = "html",
) {
  const own = Handlebars.create();
  const options = { preventIndent: true, noEscape: suffix === "txt" };
  for (const [name, body] of Object.entries(partials)) {
    own.registerPartial(name, own.compile(body.trimEnd(), options));
  }
  return own.compile(text.trimEnd(), options)(model);
}

const layout = "<b>\n  {{title}}\n</b>\n{{> @partial-block}}\n<i>{{brand.name}}</i>\n";

describe("inlined partials render as Handlebars renders included ones", () => {
  test.each<[string, string, Record<string, string>, Suffix?]>([
    ["none", "a {{name}} b", {}],
    ["one on a line of its own", "a\n{{> code}}\nb\n", { code: "<p>\n{{code}}\n</p>\n" }],
    ["one, indented", "<div>\n  {{> code}}\n</div>", { code: "<p>\n{{code}}\n</p>" }],
    ["one in a line", "a {{> code}} b", { code: "[{{code}}]" }],
    ["one with a text as argument", '{{> ask text="Fish & \\"Chips\\" <b>"}}', { ask: "{{text}}" }],
    ["one with a text as argument in a .txt", '{{> ask text="Fish & Chips"}}', { ask: "{{text}}" }, "txt"],
    ["one with a value as argument", "{{> ask who=name}}", { ask: "for {{who}}" }],
    ["one with a number as argument", "{{> ask count=5}}", { ask: "{{count}}" }],
    ["one that tests an empty text", '{{> ask who=""}}', { ask: "{{#if who}}y{{else}}n{{/if}}" }],
    ["one that tests its argument with if", '{{> ask who="x"}}', { ask: "{{#if who}}y{{else}}n{{/if}}" }],
    [
      "one that tests its argument with unless",
      '{{> ask who="x"}}',
      { ask: "{{#unless who}}y{{else}}n{{/unless}}" },
    ],
    [
      "one that tests a value that is absent",
      "{{> ask who=absent}}",
      { ask: "{{#if who}}y{{else}}n{{/if}}" },
    ],
    ["a block", '{{#> layout title="Hi & <ho>"}}\n<p>{{name}}</p>\n{{/layout}}\n', { layout }],
    [
      "a block that prints twice",
      "{{#> twice}}{{name}}{{/twice}}",
      { twice: "{{> @partial-block}}, {{> @partial-block}}" },
    ],
    ["a block that is not printed", "a{{#> none}}{{name}}{{/none}}b", { none: "-" }],
    [
      "a block in a block, and an argument that is passed on",
      '{{#> layout title=name}}\n{{#> note}}\n{{> ask who="x"}}\n{{/note}}\n{{/layout}}',
      {
        layout,
        note: "<small>\n{{> @partial-block}}\n</small>",
        ask: "{{> say what=who}}",
        say: "{{what}}!",
      },
    ],
    [
      "conditions around them, and else if",
      "{{#if absent}}\na\n{{else if name}}\n{{> code}}\n{{else}}\nc\n{{/if}}\nd",
      { code: "[{{code}}]\n" },
    ],
    ["white space control", "a  {{~> code ~}}  b {{~#if name~}}  c  {{~/if~}}  d", { code: " [{{code}}] " }],
    [
      "white space control that does not apply inside of the partial",
      "{{#if name~}}{{> code}}{{/if}}",
      { code: " [{{code}}]" },
    ],
    [
      "an argument that a nested partial inherits",
      '{{> outer who="x"}}',
      { outer: "{{> inner}}", inner: "{{who}}" },
    ],
    [
      "a block that a nested partial prints",
      "{{#> layout}}x{{/layout}}",
      { layout: "[{{> card}}]", card: "({{> @partial-block}})" },
    ],
    [
      "an else if whose condition is decided",
      '{{> ask flag="x"}}',
      { ask: "{{#if name}}A{{else if flag}}B{{/if}}" },
    ],
    [
      "an else if whose condition is decided as false",
      '{{> ask flag=""}}',
      { ask: "{{#if absent}}A{{else if flag}}B{{else}}C{{/if}}" },
    ],
    ["false as argument", "{{> ask flag=false}}", { ask: "{{flag}}" }],
    ["a comment", "a{{! not this }}b{{!-- nor {{this}} --}}c", {}],
  ])("%s", (_, text, partials, suffix) => {
    expect(renderedInlined(text, partials, suffix)).toBe(renderedIncluded(text, partials, suffix));
  });
});

test("a name in a block is that of the template in which the block is written", () => {
  // Handlebars would print the partial's, but the checks know the template's own names.
  expect(
    renderedInlined('{{#> layout name="x"}}{{name}}{{/layout}}', { layout: "{{> @partial-block}}" }),
  ).toBe("Anna &amp; &lt;Bob&gt;");
});
