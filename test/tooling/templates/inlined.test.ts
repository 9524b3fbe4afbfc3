import Handlebars from "handlebars";
import { describe, expect, test } from "vitest";
import { inlined } from "../../../src/tooling/templates/inlined.ts";
import type { TemplateFile } from "../../../src/tooling/templates/parse-template.ts";
import { precompiled, specOf } from "../../../src/tooling/templates/precompiled.ts";

type Suffix = TemplateFile["suffix"];
const model = { code: "{####}", name: "Anna & <Bob>", absent: undefined, brand: { name: "Fish & Chips" } };

/** As our build has it: one piece. */
function written(text: string, partials: Readonly<Record<string, string>> = {}, suffix: Suffix = "html") {
  const trees = Object.entries(partials).map(
    ([name, body]) => [name, { tree: Handlebars.parse(body.trimEnd()) }] as const,
  );
  const tree = inlined(Handlebars.parse(text.trimEnd()), suffix, new Map(trees));
  return Handlebars.template(specOf(precompiled(tree, suffix)) as never)(model);
}

/** As Handlebars itself includes partials. */
function included(text: string, partials: Readonly<Record<string, string>> = {}, suffix: Suffix = "html") {
  const own = Handlebars.create();
  const options = { preventIndent: true, noEscape: suffix === "txt" };
  for (const [name, body] of Object.entries(partials)) {
    own.registerPartial(name, own.compile(body.trimEnd(), options));
  }
  return own.compile(text.trimEnd(), options)(model);
}

const layout = "<b>\n  {{title}}\n</b>\n{{> @partial-block}}\n<i>{{brand.name}}</i>\n";

describe("partials put in their places write what Handlebars writes when it includes them", () => {
  test.each<[string, string, Record<string, string>, Suffix?]>([
    ["none", "a {{name}} b", {}],
    ["one on a line of its own", "a\n{{> code}}\nb\n", { code: "<p>\n{{code}}\n</p>\n" }],
    ["one, indented", "<div>\n  {{> code}}\n</div>", { code: "<p>\n{{code}}\n</p>" }],
    ["one in a line", "a {{> code}} b", { code: "[{{code}}]" }],
    ["one that is handed a text", '{{> ask text="Fish & \\"Chips\\" <b>"}}', { ask: "{{text}}" }],
    ["one that is handed a text in a .txt", '{{> ask text="Fish & Chips"}}', { ask: "{{text}}" }, "txt"],
    ["one that is handed a value", "{{> ask who=name}}", { ask: "for {{who}}" }],
    ["one that is handed a number", "{{> ask count=5}}", { ask: "{{count}}" }],
    ["one that is handed an empty text", '{{> ask who=""}}', { ask: "{{#if who}}y{{else}}n{{/if}}" }],
    ["one that asks for what it is handed", '{{> ask who="x"}}', { ask: "{{#if who}}y{{else}}n{{/if}}" }],
    ["one that asks whether it is not", '{{> ask who="x"}}', { ask: "{{#unless who}}y{{else}}n{{/unless}}" }],
    ["one that is handed what is absent", "{{> ask who=absent}}", { ask: "{{#if who}}y{{else}}n{{/if}}" }],
    ["a block", '{{#> layout title="Hi & <ho>"}}\n<p>{{name}}</p>\n{{/layout}}\n', { layout }],
    [
      "a block that prints twice",
      "{{#> twice}}{{name}}{{/twice}}",
      { twice: "{{> @partial-block}}, {{> @partial-block}}" },
    ],
    ["a block that is not printed", "a{{#> none}}{{name}}{{/none}}b", { none: "-" }],
    [
      "a block in a block, and what is handed through",
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
    [
      "white space that is asked to go",
      "a  {{~> code ~}}  b {{~#if name~}}  c  {{~/if~}}  d",
      { code: " [{{code}}] " },
    ],
    [
      "white space that only the template's own text has to lose",
      "{{#if name~}}{{> code}}{{/if}}",
      { code: " [{{code}}]" },
    ],
    ["what is handed on without a word", '{{> outer who="x"}}', { outer: "{{> inner}}", inner: "{{who}}" }],
    [
      "a block that reaches a partial within",
      "{{#> layout}}x{{/layout}}",
      { layout: "[{{> card}}]", card: "({{> @partial-block}})" },
    ],
    [
      "an else if after what is decided",
      '{{> ask flag="x"}}',
      { ask: "{{#if name}}A{{else if flag}}B{{/if}}" },
    ],
    [
      "an else if after what is decided against",
      '{{> ask flag=""}}',
      { ask: "{{#if absent}}A{{else if flag}}B{{else}}C{{/if}}" },
    ],
    ["a false that is handed over", "{{> ask flag=false}}", { ask: "{{flag}}" }],
    ["a comment", "a{{! not this }}b{{!-- nor {{this}} --}}c", {}],
  ])("%s", (_, text, partials, suffix) => {
    expect(written(text, partials, suffix)).toBe(included(text, partials, suffix));
  });
});

test("a name in a block means what it means where the block was written", () => {
  // Handlebars would print the partial's: the checks, which know the template's own names, would be wrong.
  expect(written('{{#> layout name="x"}}{{name}}{{/layout}}', { layout: "{{> @partial-block}}" })).toBe(
    "Anna &amp; &lt;Bob&gt;",
  );
});
