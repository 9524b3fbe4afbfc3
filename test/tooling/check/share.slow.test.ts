import { expect, test } from "vitest";
import { beginning, check } from "../../../src/tooling/check/check.ts";
import type { Copy } from "../../../src/tooling/check/copy.ts";
import { sharesOf } from "../../../src/tooling/check/in-threads.ts";
import type { Example } from "../../../src/tooling/check/rule.ts";
import { rules } from "../../../src/tooling/check/rules/table.ts";
import { casesInShare, casesOfShare, copyForShare, together } from "../../../src/tooling/check/share.ts";
import { METADATA_SCHEMA } from "../../../src/tooling/templates/metadata-schema.ts";
import { type Changes, edited, shipped, shippedText, smallCopy } from "./shipped.ts";

/** What threads would find of a copy, one after the other. */
function findingsInShares(copy: Copy, threads: number) {
  const [own = new Set(), ...others] = sharesOf(copy, threads);
  const sent = others.map((share) => casesOfShare(structuredClone(copyForShare(copy, share))));
  const begun = beginning(copy);
  return together(begun, casesInShare(begun, own), structuredClone(sent).flat()).findings;
}

/** Three messages in two languages, with changes. */
function severalMessages(files: Changes, metadata?: Example["metadata"]): Copy {
  const more = ["en/sign-up", "de/sign-up", "de/resend-code"].map((folder) => {
    const file = `templates/${folder}/sms.txt.hbs`;
    return [file, shippedText(file)];
  });
  return smallCopy({ ...Object.fromEntries(more), ...files }, metadata);
}

const examples = rules
  // That one is code, and says nothing of a message.
  .filter(({ example }) => example.file !== METADATA_SCHEMA)
  .map(({ name, example }) => [name, example] as const);

test.each(examples)("threads together find of the example of %s what one alone does", (_, example) => {
  const { file, from, to, metadata } = example;
  const copy = severalMessages(from === undefined ? { [file]: to } : edited(file, from, to), metadata);
  const alone = check(copy).findings;
  expect(alone).not.toEqual([]);
  expect(findingsInShares(copy, 2)).toEqual(alone);
  expect(findingsInShares(copy, 8)).toEqual(alone);
});

const EMAILS = ["forgot-password", "sign-up", "resend-code"].map(
  (message) => `templates/en/${message}/email.html.hbs`,
);

test.each<[what: string, files: Changes]>([
  [
    "a name that one message prints as text, and another in an attribute",
    {
      "templates/_brand/hello.html.hbs": "{{name}}",
      ...edited(EMAILS[0] as string, "<bdi>{{name}}</bdi>", "{{> hello}}"),
      ...edited(EMAILS[1] as string, "<p>", '<p title="{{#if name}}{{> hello}}{{/if}}">'),
    },
  ],
  [
    "a space that one message puts into a text, and another into a style",
    {
      "templates/_brand/gap.html.hbs": "1\u202f2",
      ...edited(EMAILS[0] as string, "<p>", "<p>{{> gap}}"),
      ...edited(EMAILS[1] as string, "<p>", '<p style="margin: {{> gap}}px">'),
    },
  ],
  [
    "a partial that one message includes wrongly",
    {
      "templates/_brand/shop.html.hbs": "{{shop}}",
      ...edited(EMAILS[0] as string, "<p>", '<p>{{> shop shop="Shop"}}'),
      ...edited(EMAILS[1] as string, "<p>", "<p>{{> shop}} <img>"),
    },
  ],
  [
    "a partial that several include",
    { "templates/_brand/code.html.hbs": `<img>${shippedText("templates/_brand/code.html.hbs")}` },
  ],
  [
    "an origin, in the line of one SMS alone",
    {
      ...edited(
        "templates/_brand/brand.json",
        '"domain": "example.com",',
        '"domain": "example.com", "origin": "example.com",',
      ),
      "templates/en/sign-up/sms.txt.hbs":
        "{{code}} is your code.{{#if brand.origin}}\n@{{brand.origin}} #{{code}}\n{{/if}}",
    },
  ],
])("and of %s", (_, files) => {
  const copy = severalMessages(files);
  const alone = check(copy).findings;
  expect(alone).not.toEqual([]);
  expect(findingsInShares(copy, 2)).toEqual(alone);
  expect(findingsInShares(copy, 8)).toEqual(alone);
});

test("each message is in one share, and the first has less, which has more to do", () => {
  for (const threads of [1, 2, 3, 8]) {
    const shares = sharesOf(shipped, threads);
    expect(shares).toHaveLength(threads);
    expect(shares.flatMap((share) => [...share]).sort()).toEqual(
      [...new Set(shares.flatMap((share) => [...share]))].sort(),
    );
    expect(shares.reduce((sum, { size }) => sum + size, 0)).toBe(7);
  }
  expect(sharesOf(shipped, 2).map(({ size }) => size)).toEqual([3, 4]);
});
