import { describe, expect, test } from "vitest";
import type { MessageModel } from "../../../src/message/message-model.ts";
import type { Part } from "../../../src/message/rejections.ts";
import { rendered } from "../../../src/tooling/check/rendered.ts";
import { type Message, treeIn } from "../../../src/tooling/templates/project.ts";
import { smallProject } from "./project.ts";

const model = {
  code: "{####}",
  name: "Anna & Bob",
  username: "{username}",
  brand: { name: "Fish & Chips", legal: undefined },
  metadata: { shop: "Nord" },
} as unknown as MessageModel;

/** Renders a part in a language, from a structure and its strings. */
function renderedPart(
  template: string,
  strings: Record<string, string>,
  { tag = "en", part = "email" as Part } = {},
) {
  const file = part === "email" ? {} : { [`templates/messages/forgot-password.${part}.txt.hbs`]: template };
  const email = part === "email" ? template : "";
  const project = smallProject({
    email,
    files: file,
    settings: { source: tag },
    catalogs: { [tag]: strings },
  });
  const structure = (project.messages[0] as Message).parts[part];
  return { ...rendered(treeIn(tag, structure, project), structure.suffix, model, project), project };
}

describe("a string in an email", () => {
  test.each<[string, string, string, string]>([
    ["is text: markup is shown", "{{t 'a'}}", "a < b & <b>c</b>", "a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;"],
    ["keeps its quotes in text", "{{t 'a'}}", `"a" 'b'`, `"a" 'b'`],
    [
      "does not end an attribute",
      `<img alt="{{t 'a'}}">`,
      `"a" 'b'`,
      `<img alt="&quot;a&quot; &#39;b&#39;">`,
    ],
    ["has a line break", "{{t 'a'}}", "a\nb", "a<br>b"],
    ["has no line break in an attribute", `<img alt="{{t 'a'}}">`, "a\nb", '<img alt="a b">'],
    ["has no line break in the title", "<title>{{t 'a'}}</title>", "a\nb", "<title>a b</title>"],
    ["prints a value", "{{t 'a'}}", "to {{brand.name}}!", "to Fish &amp; Chips!"],
    ["isolates a person's value", "{{t 'a'}}", "Hi {{name}},", "Hi <bdi>Anna &amp; Bob</bdi>,"],
    [
      "isolates no value in the title",
      "<title>{{t 'a'}}</title>",
      "Hi {{name}}",
      "<title>Hi Anna &amp; Bob</title>",
    ],
    ["does not isolate a value twice", "<bdi>{{t 'a'}}</bdi>", "{{name}}", "<bdi>Anna &amp; Bob</bdi>"],
    ["isolates metadata", "{{t 'a'}}", "{{metadata.shop}}", "<bdi>Nord</bdi>"],
    [
      "has entities for what Cognito rejects",
      "{{t 'a'}}",
      "1\u00a0h\u202f! \u200f",
      "1&nbsp;h&#8239;! &#8207;",
    ],
    ["is printed by a partial", "{{> link label=(t 'a')}}", "<go>", '<a title="&lt;go&gt;">&lt;go&gt;</a>'],
    ["is tested by a partial", "{{> box label=(t 'a')}}", "x", "[x]"],
    ["is tested by a partial, and missing", "{{> box label=(t 'b')}}", "x", "none"],
    [
      "is left out with its condition if it is missing",
      "{{#if (t 'b')}}<p>{{t 'b'}}</p>{{else}}-{{/if}}",
      "x",
      "-",
    ],
  ])("%s", (_, email, a, html) => {
    const partials = {
      link: '<a title="{{label}}">{{label}}</a>',
      box: "{{#if label}}[{{label}}]{{else}}none{{/if}}",
    };
    const inline = Object.entries(partials).map(([name, text]) => [
      `templates/partials/${name}.html.hbs`,
      text,
    ]);
    const project = smallProject({ email, catalogs: { en: { a } }, files: Object.fromEntries(inline) });
    const { email: structure } = (project.messages[0] as Message).parts;
    expect(rendered(treeIn("en", structure, project), "html", model, project).text).toBe(html);
  });

  test("isolates the brand's name in a right-to-left language", () => {
    expect(renderedPart("{{t 'a'}}{{brand.name}}", { a: "{{brand.name}}" }, { tag: "ar" }).text).toBe(
      "<bdi>Fish &amp; Chips</bdi><bdi>Fish &amp; Chips</bdi>",
    );
  });
});

describe("a string in plain text", () => {
  test.each<[Part, string, string]>([
    ["subject", 'a & <b> "c"\u00a0d\u200be', 'a & <b> "c" de'],
    ["subject", "a\nb", "a b"],
    ["sms", "{{code}} می‌خواهم", "{####} می‌خواهم"],
    ["sms", "a \n b & {{brand.name}}", "a b & Fish & Chips"],
  ])("in the %s %j is %j", (part, a, text) => {
    expect(renderedPart("{{t 'a'}}", { a }, { part }).text).toBe(text);
  });
});

test("a place in the rendered text is traced to the catalog, and to the structure", () => {
  const { text, placeAt, project } = renderedPart("<p>\n{{t 'a'}} !</p>", { a: 'Say "{{name}}" to go on' });
  const source = ({ file, index }: { file: string; index: number }) => project.files.get(file)?.slice(index);
  expect(source(placeAt(text.indexOf("Anna")))).toMatch(/^\{\{name\}\}/);
  expect(source(placeAt(text.indexOf("go on")))).toMatch(/^ ?go on/);
  expect(source(placeAt(text.indexOf("!")))).toMatch(/^!/);
});

describe("a language with gaps", () => {
  const email = '{{t "a"}}, {{t "b"}}, {{t "c"}}{{#if (t "d")}}, {{t "d"}}{{/if}}';
  const project = smallProject({
    email,
    catalogs: { en: { a: "A", b: "B", d: "D" }, de: { a: "Ah", b: "B" } },
  });
  const { email: structure } = (project.messages[0] as Message).parts;
  const textIn = (options: object) =>
    rendered(treeIn("de", structure, project, options), "html", model, project).text;

  test("renders them as empty", () => {
    expect(textIn({})).toBe("Ah, , ");
  });

  test("renders the source's text, where a required string is missing or not translated", () => {
    expect(textIn({ gaps: "source" })).toBe("Ah, B, ");
  });
});
