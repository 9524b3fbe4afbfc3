import { describe, expect, test } from "vitest";
import type { Message } from "../../../src/tooling/templates/project.ts";
import { smallProject } from "./project.ts";

function email(text: string, partials: Record<string, string> = {}) {
  const files = Object.entries(partials).map(([name, each]) => [`templates/partials/${name}.html.hbs`, each]);
  const project = smallProject({ email: text, files: Object.fromEntries(files) });
  return (project.messages[0] as Message).parts.email;
}

/** Returns the values and strings of a structure, with their contexts and the conditions around them. */
const printed = (text: string, partials?: Record<string, string>) =>
  email(text, partials).pieces.flatMap((piece) => {
    if (piece.is !== "value" && piece.is !== "string") return [];
    const { context } = piece;
    const where = context.in === "attribute" ? `${context.element} ${context.name}` : context.in;
    const name = piece.is === "value" ? piece.name : `t ${piece.key}`;
    return [`${[name, where, ...piece.testedValues, ...piece.testedKeys].join(", ")}`];
  });

describe("the pieces of a structure", () => {
  test.each<[string, string[]]>([
    ["<p>{{name}}</p>", ["name, text"]],
    [
      '<a href="{{resetLink}}" title="{{t "a"}}">{{t "b"}}</a>',
      ["resetLink, a href", "t a, a title", "t b, text"],
    ],
    ["{{#if name}}{{name}}{{else}}{{code}}{{/if}}", ["name, text, name", "code, text"]],
    ["{{#unless name}}{{code}}{{else}}{{name}}{{/unless}}", ["code, text", "name, text, name"]],
    ["{{#if a}}{{x}}{{else if b}}{{y}}{{/if}}", ["x, text, a", "y, text, b"]],
    ['{{#if (t "a")}}{{t "a"}}{{/if}}', ["t a, text, a"]],
    ["<p {{#if name}}title='{{name}}'{{/if}}>{{code}}</p>", ["name, p title, name", "code, text"]],
    [
      "<!-- {{code}} --><title>{{code}}</title><style>{{code}}</style>",
      ["code, comment", "code, raw", "code, raw"],
    ],
  ])("of %s", (text, expected) => {
    expect(printed(text)).toEqual(expected);
  });

  test("include those of its partials, at the positions where those print them", () => {
    const partials = { card: '<td title="{{label}}">{{> @partial-block}}</td>' };
    expect(printed('{{#> card label=(t "a")}}{{t "b"}}{{/card}}', partials)).toEqual([
      "t a, td title",
      "t b, text",
    ]);
  });
});

test("constructs that the rules reject are left out, and do not throw", () => {
  const partials = { a: "A{{> b}}", b: "B{{> a}}", c: "{{broken" };
  const { pieces, includes, files } = email(
    "{{> a}}{{> gone}}{{> c}}{{each x}}{{#each x}}{{y}}{{/each}}{{> (lookup this 'a')}}{{#*inline 'd'}}x{{/inline}}",
    partials,
  );
  expect(pieces.map((piece) => (piece.is === "text" ? piece.node.value : piece.is))).toEqual(["A", "B"]);
  expect([...includes]).toEqual(["a", "b", "gone", "c"]);
  expect(files).toHaveLength(4);
});
