import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  attributeOf,
  type FlatHtml,
  flatHtml,
  unmarked,
  valueStart,
} from "../../../../src/tooling/check/html/flat-html.ts";
import { type Project, projectOf } from "../../../../src/tooling/check/project.ts";
import { changed, shipped } from "../shipped.ts";

const EMAIL = "templates/en/forgot-password/email.html.hbs";

function flatOf(project: Project): FlatHtml {
  const part = project.parts.find(({ file }) => file === EMAIL);
  if (!part) throw new Error("the email is missing");
  return flatHtml(part, project);
}

/** A project of one email alone: a property makes hundreds of them. */
function projectWith(files: Readonly<Record<string, string>>): Project {
  const copy = changed(files);
  const isKept = (file: string) =>
    file.startsWith("templates/_brand/") || file.endsWith(".json") || file === EMAIL;
  return projectOf({ ...copy, files: new Map([...copy.files].filter(([file]) => isKept(file))) });
}

const flatWith = (files: Readonly<Record<string, string>>) => flatOf(projectWith(files));

test("both branches of a condition stand one after the other, and values are markers", () => {
  const flat = flatWith({ [EMAIL]: "<p>{{#if name}}Hello {{name}}{{else}}Hello{{/if}}, {{brand.name}}</p>" });
  expect(unmarked(flat.text)).toBe("<p>Hello {{name}}Hello, {{brand.name}}</p>");
  expect(flat.text).toHaveLength("<p>Hello *Hello, *</p>".length);
  expect(flat.values).toEqual([
    { name: "name", start: 9 },
    { name: "brand.name", start: 17 },
  ]);
  expect(flat.conditions).toEqual([
    { asked: "name", isIf: true, start: 3, otherwise: 10, end: 15, place: { file: EMAIL, index: 3 } },
  ]);
});

test("elements come with their attributes, their parents and where they stand", () => {
  const flat = flatWith({ [EMAIL]: '<div><A class="x&amp;y" HREF={{resetLink}}>go</A></div>' });
  const [div, link] = flat.elements;
  expect(flat.elements.map(({ name }) => name)).toEqual(["div", "a"]);
  expect(link?.parent).toBe(div);
  expect(flat.text.slice(link?.start, link?.tagEnd)).toMatch(/^<A .*>$/);
  expect(flat.text.slice(link?.endTag, link?.end)).toBe("</A>");
  const attributes = link?.attributes.map(({ name, value }) => [name, unmarked(value)]);
  expect(attributes).toEqual([
    ["class", "x&y"],
    ["href", "{{resetLink}}"],
  ]);
  const href = link && attributeOf(link, "href");
  expect(href && flat.at(valueStart(flat, href)).index).toBe(31);
  expect(flat.texts.map(({ value, parent }) => [value, parent?.name])).toEqual([["go", "a"]]);
});

test("a private-use character of the author's is taken for no value", () => {
  expect(flatWith({ [EMAIL]: "<p>\ue000</p>" }).text).toBe("<p>\ufffd</p>");
});

describe("the way back", () => {
  const WORD = "Qzxj";

  // All that moves what is printed away from what was typed.
  const templates: Readonly<Record<string, string>> = {
    [EMAIL]: [
      '{{#> frame title="Ha & <ha> \\"quoted\\" it\'s" plain=\'single = `tick`\' number=5}}',
      "  {{~#if name}} Hello <bdi>{{name}}</bdi>, {{else}}",
      "  Hello{{/if~}}  ",
      "\r\n<p>{{! a comment }}é😀 \\{{braces}} text</p>",
      "    {{> inner label=\"deep 'down'\" href=resetLink}}",
      "",
      "{{#unless brand.supportUrl}}",
      "  <p>one</p>",
      "{{/unless}}",
      "{{/frame}}",
      "",
    ].join("\n"),
    "templates/_brand/frame.html.hbs":
      '<title>{{title}}</title>\n<div title="{{plain}}">\n  {{> @partial-block}}\n  {{number}}\n</div>\n',
    "templates/_brand/inner.html.hbs":
      '<b>{{label}}</b>\n  {{> innermost of=label}}\n<a href="{{href}}">x</a>\n',
    "templates/_brand/innermost.html.hbs": "<i>{{of}} and {{code}}</i>\n",
  };

  test.each([
    [
      "ours",
      Object.fromEntries([...shipped.files].filter(([file]) => file === EMAIL || /_brand.*hbs$/.test(file))),
    ],
    ["of every kind", templates],
  ])(
    "a word put anywhere into templates is found where it was put: %s",
    (_, texts) => {
      const places = Object.entries(texts).flatMap(([file, text]) =>
        Array.from({ length: text.length }, (_, index) => ({ file, index })),
      );
      let found = 0;
      fc.assert(
        fc.property(fc.constantFrom(...places), ({ file, index }) => {
          const text = texts[file] ?? "";
          const project = projectWith({ ...texts, [file]: text.slice(0, index) + WORD + text.slice(index) });
          // Within braces it can make another name, or nothing that can be read.
          fc.pre(project.unread.length === 0);
          const flat = flatHtmlOrNone(project);
          for (const { index: offset } of flat?.text.matchAll(new RegExp(WORD, "g")) ?? []) {
            expect(flat?.at(offset)).toEqual({ file, index });
            found += 1;
          }
        }),
        { numRuns: 80 },
      );
      expect(found).toBeGreaterThan(20);
    },
    30_000,
  );

  function flatHtmlOrNone(project: Project): FlatHtml | undefined {
    try {
      return flatOf(project);
    } catch (error) {
      // A partial of that name is not there.
      if (String(error).includes("There is no partial")) return undefined;
      throw error;
    }
  }
});
