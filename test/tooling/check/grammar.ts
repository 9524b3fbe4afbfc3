import fc from "fast-check";
import type { Copy } from "../../../src/tooling/check/copy.ts";
import { shipped } from "./shipped.ts";

/** Properties take a second or two, and more on a machine that has other things to do. */
export const PATIENT = { timeout: 30_000 };

/** A small project: one message, in these languages, with two partials of each suffix. */
export const folder = (locale: string) => `templates/${locale}/forgot-password`;

export const metadata = {
  shop: { type: "string", maxLength: 12 },
  tier: { type: "string", enum: ["gold", "silver"] },
  free: { type: "string" },
};

const partials = {
  "templates/_brand/box.html.hbs": '<b title="{{label}}">{{label}}{{#if who}}, {{who}}{{/if}}</b>\n',
  "templates/_brand/wrap.html.hbs": "<div>\n  {{> @partial-block}}\n</div>\n",
  "templates/_brand/not-you.html.hbs": "<p>{{> @partial-block}}</p>\n",
  "templates/_brand/box.txt.hbs": "{{label}}{{#if who}}, {{who}}{{/if}}\n",
  "templates/_brand/wrap.txt.hbs": "[{{> @partial-block}}]\n",
};

/** What each email has to say, beside its code. */
export const NOT_YOU = "{{#> not-you}}It was not you?{{/not-you}}";

/** The project with these templates, by locale and part. */
export function small(
  texts: Readonly<Record<string, { subject: string; email: string; sms: string }>>,
  files: Readonly<Record<string, string>> = {},
): Copy {
  const locales = Object.keys(texts);
  return {
    files: new Map(
      Object.entries({
        "templates/messages.json": JSON.stringify({ default: locales[0], locales }),
        "templates/_brand/brand.json": shipped.files.get("templates/_brand/brand.json") as string,
        ...partials,
        ...Object.fromEntries(
          Object.entries(texts).flatMap(([locale, { subject, email, sms }]) => [
            [`${folder(locale)}/subject.txt.hbs`, subject],
            [`${folder(locale)}/email.html.hbs`, email],
            [`${folder(locale)}/sms.txt.hbs`, sms],
          ]),
        ),
        ...files,
      }),
    ),
    metadata: { schema: { properties: metadata } },
  };
}

/** Characters that somebody refuses, replaces, or takes for something else; Handlebars itself reads no U+0000. */
export const nasty = fc.constantFrom(
  ..."\u00a0\u202f\u3000\u2009\u2003\u00ad\u200b\u200c\u200d\u200e\u2028\u2029\u2060\u2068\u2069\ufeff\u180e\u061c",
  ..."\u0007\u001f\u007f\u0085\ue000\uffff\u20c0\ua7c0\u00b4\u2018\u2019\u201c\u201e\u00ab\u2013\u2014\u2026",
  "\u{1fae0}",
  "\u{1f468}\u200d\u{1f469}",
  "\u{1f389}",
  "\ud800",
  "e\u0301",
  "\t",
  "\n",
  "\r\n",
  " ",
  "  ",
);

const words = fc.constantFrom(
  "code",
  "Anna & Bob",
  "für",
  "確認",
  "رمز",
  "1",
  "50%",
  "it's",
  "<i>x</i>",
  "—",
  "#",
);

/** Text as authors write it. */
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: nasty }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join(" "));

const between = fc.constantFrom("", " ", "\n", "\n  ");
const strip = fc.constantFrom("", "", "", "~");

export interface Names {
  readonly always: readonly string[];
  readonly optional: readonly string[];
}

/** A template in the house's grammar: what may be absent is printed where it is asked for. */
export function template({ always, optional }: Names): fc.Arbitrary<string> {
  const name = fc.constantFrom(...always);
  const absent = fc.constantFrom(...optional);
  const open = (inside: string) => strip.map((mark) => `{{${mark}${inside}${mark}}}`);
  const { tree } = fc.letrec<{ tree: string; one: string }>((tie) => ({
    tree: fc
      .array(fc.tuple(tie("one"), between), { minLength: 0, maxLength: 3 })
      .map((all) => all.flat().join("")),
    one: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      text,
      name.chain(open),
      fc.constant("{{! a \u00a0 comment {{ }}"),
      absent.chain((each) =>
        fc
          .tuple(tie("tree"), tie("tree"), between, strip)
          .map(
            ([then, otherwise, gap, mark]) =>
              `{{${mark}#if ${each}${mark}}}${gap}${then}{{${each}}}{{else}}${gap}${otherwise}{{/if}}`,
          ),
      ),
      fc
        .tuple(absent, tie("tree"), between)
        .map(([each, then, gap]) => `{{#unless ${each}}}${gap}${then}{{/unless}}`),
      fc
        .tuple(absent, name, tie("tree"))
        .map(([a, b, then]) => `{{#if ${a}}}${then}{{else if ${b}}}{{${b}}}{{/if}}`),
      fc
        .tuple(words, absent, between)
        .map(([label, who, gap]) => `${gap}{{> box label="${label}" who=${who}}}${gap}`),
      fc.tuple(name, between).map(([each, gap]) => `{{> box label=${each} who="you"}}${gap}`),
      fc.tuple(tie("tree"), between).map(([inside, gap]) => `{{#> wrap}}${gap}${inside}{{/wrap}}${gap}`),
    ),
  }));
  return tree as fc.Arbitrary<string>;
}

/** What each part of the small project may print. */
export const names: Readonly<Record<"subject" | "email" | "sms", Names>> = {
  subject: {
    always: ["brand.name", "locale", "dir"],
    optional: ["name", "brand.domain", "metadata.shop", "metadata.tier"],
  },
  email: {
    always: ["code", "brand.name", "brand.light.page", "locale"],
    optional: [
      "name",
      "resetLink",
      "brand.supportUrl",
      "brand.supportEmail",
      "metadata.shop",
      "metadata.free",
    ],
  },
  sms: {
    always: ["code", "brand.name", "dir"],
    optional: ["brand.domain", "brand.supportUrl", "metadata.shop", "metadata.tier"],
  },
};
