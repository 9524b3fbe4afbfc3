import fc from "fast-check";
import { expect, test } from "vitest";
import { isAccepted } from "../../../src/message/accepted-characters.ts";
import { check } from "../../../src/tooling/check/check.ts";
import type { Copy } from "../../../src/tooling/check/copy.ts";
import { fixed } from "../../../src/tooling/check/fix.ts";
import { forms } from "../../../src/tooling/check/forms.ts";
import { projectOf } from "../../../src/tooling/check/project.ts";
import { BRANDS } from "../../../src/tooling/templates/settings.ts";
import { nasty, small } from "./grammar.ts";
import { shipped } from "./shipped.ts";

const pieces = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: nasty },
      {
        weight: 1,
        arbitrary: fc.constantFrom("{", "}", "{{", "\\", '"', "'", "<", ">", "<!--", "`", "é", "\u0000"),
      },
      { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
      { weight: 2, arbitrary: fc.constantFrom("word", "5", " ") },
    ),
    { maxLength: 6 },
  )
  .map((all) => all.join(""));

/** Hostile text in every kind of place; the last place of each part may hold so much that the rest is not read. */
const copies = fc
  .record({
    subject: pieces,
    text: pieces,
    attribute: pieces,
    style: pieces,
    tag: pieces,
    handed: pieces,
    partial: pieces,
    sms: pieces,
    padding: fc.constantFrom("", "x".repeat(90)),
    brand: fc.constantFrom("Example", "Exa\u00a0mple", "\u2003E", "Ex’ample", "\u{1f389}"),
  })
  .map((at) =>
    small(
      {
        en: {
          subject: `Code ${at.subject}`,
          email: `{{code}}<p title="${at.attribute}" ${at.tag}>${at.text}</p><style>${at.style}</style>{{> box label="${at.handed}" who=name}}<a href="https://example.com/${at.attribute}" style="${at.style}" alt=${at.text}>x</a><!--[if mso]><p ${at.tag}>${at.text}</p><![endif]-->{{#if name}}<bdi${at.tag}>{{name}}</bdi> ${at.text}{{name}}{{/if}}`,
          sms: `{{code}} ${at.sms}{{> box label="${at.handed}"}}${at.padding}`,
        },
      },
      {
        "templates/_brand/box.html.hbs": `<b title="{{label}}">{{label}}${at.partial}</b>`,
        "templates/_brand/box.txt.hbs": `{{label}}${at.partial}`,
        [BRANDS]: (shipped.files.get(BRANDS) as string).replace('"Example"', JSON.stringify(at.brand)),
      },
    ),
  );

/** What is sent, less the characters that a fix is about and those that it puts in. */
function sent(copy: Copy): ReadonlyMap<string, readonly string[]> {
  const project = projectOf(copy);
  if (project.unread.length > 0) return new Map();
  return new Map(
    project.parts.map((part) => [
      part.file,
      [...forms(part, project)].map(({ text }) => words(text, part.part === "sms")),
    ]),
  );
}

const named: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  shy: "\u00ad",
  zwnj: "\u200c",
  zwj: "\u200d",
  lrm: "\u200e",
  rlm: "\u200f",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
};

function words(text: string, isSms: boolean): string {
  const plain = text
    .replace(/<\/?bdi>/g, "")
    .replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point)))
    .replace(/&([a-z]+);/g, (entity, name) => named[name] ?? entity);
  const known = [...plain.normalize("NFC")].filter(
    (each) => isAccepted(each.codePointAt(0) as number) && !/\s/.test(each),
  );
  const kept = isSms ? known.filter((each) => /[\p{L}\p{N}{}#&<>]/u.test(each)) : known;
  return kept.join("");
}

test("whatever is written wherever: what is fixed has nothing left to fix, and says the same", () => {
  let changedCopies = 0;
  fc.assert(
    fc.property(copies, (copy) => {
      const { copy: mended, changes } = fixed(copy);
      expect(check(mended).findings.filter(({ fix }) => fix)).toEqual([]);
      changedCopies += changes.length > 0 ? 1 : 0;
      const [before, now] = [sent(copy), sent(mended)];
      if (before.size === 0) return;
      expect(now).toEqual(before);
    }),
    { numRuns: 500 },
  );
  expect(changedCopies).toBeGreaterThan(25);
});
