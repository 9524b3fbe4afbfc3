import fc from "fast-check";
import { parseFragment } from "parse5";
import { expect, test } from "vitest";
import type { CompiledTemplates } from "../../src/message/compiled-templates.ts";
import { customMessage } from "../../src/message/custom-message.ts";
import { type Part, rejections } from "../../src/message/rejections.ts";
import { clientMetadataOf, validated } from "../../src/trigger/metadata.ts";
import { clientMetadata } from "../../triggers/client-metadata.ts";
import { call, forgotPassword } from "../trigger/sample.ts";

const templates = (await import("../../generated/templates.js").then(
  (module) => module.default,
)) as CompiledTemplates;
const responder = customMessage({ templates });
const offered = Object.values(templates.locales.written).flatMap(({ tags }) => tags.split(" "));

async function written(userAttributes: Record<string, string>, sent: Record<string, string>) {
  const event = forgotPassword(userAttributes, sent);
  const { metadata } = await validated(clientMetadataOf(event as never), clientMetadata);
  const answer = await responder(event as never, call({ metadata }));
  return { subject: answer?.emailSubject, email: answer?.emailMessage, sms: answer?.smsMessage };
}

/** Returns the elements of a page, its links and its placeholders, to which no value may add any. */
function skeleton(html: string): string[] {
  const found: string[] = [];
  const walk = (node: {
    nodeName: string;
    attrs?: { name: string; value: string }[];
    childNodes?: never[];
  }): void => {
    if (node.attrs)
      found.push(`${node.nodeName} ${node.attrs.map(({ name, value }) => `${name}=${value}`).join(" ")}`);
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parseFragment(html) as never);
  return [...found, ...(html.match(/\{[^}]*\}/g) ?? []).filter((each) => each.includes("#"))];
}

/** Texts of people and attackers: any code points, words, and pieces with a meaning in some syntax. */
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 600 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "<",
          ">",
          "&",
          '"',
          "'",
          "{####}",
          "{username}",
          "{##Click Here##}",
          "{{",
          "}}",
          "https://",
          "evil.example",
          "www.",
          "[.]",
          "1-800-FLOWERS",
          "\u2024",
          "\ua4f8",
          "\u3164",
          "\u2800",
          "@",
          "\u202e",
          "\u2068",
          "\u00a0",
          "\u200d",
          "\n",
          "\u20c0",
          "\u{1fae0}",
          "\ud800",
          "`",
          "=",
          "javascript:",
          "/*",
          "-->",
        ),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join("")),
);

test.each(
  offered,
)("%s: with any name and metadata no part is rejected or has another element, link or placeholder", async (tag) => {
  const plain = await written({}, { locale: tag });
  const named = await written({ given_name: "Anna" }, { locale: tag });
  const skeletons = [skeleton(plain.email as string), skeleton(named.email as string)];
  await fc.assert(
    fc.asyncProperty(text, text, text, text, async (given_name, name, brand, extra) => {
      const parts = await written({ given_name, name, extra }, { locale: tag, brand, [extra]: name });
      for (const [part, value] of Object.entries(parts)) {
        expect(rejections(part as Part, value as string, { code: "{####}" }), part).toEqual([]);
      }
      expect(skeletons).toContainEqual(skeleton(parts.email as string));
      expect(parts.subject).toBe(plain.subject);
      expect(parts.sms).toBe(plain.sms);
    }),
    { numRuns: 100 },
  );
});

test("any stated locale is answered in one that is offered", async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (stated, attribute) => {
      const { email } = await written({ locale: attribute }, { locale: stated });
      expect(offered).toContain(/<html lang="([^"]+)"/.exec(email as string)?.[1]);
    }),
    { numRuns: 200 },
  );
});
