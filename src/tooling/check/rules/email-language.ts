import { attributeOf, type FlatHtml, flatEmails } from "../html/flat-html.ts";
import type { CheckedPart } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { lacksDirection } from "./direction.ts";

export const emailLanguage: Rule = {
  name: "email-language",
  severity: "warning",
  protects:
    "<html> says which language the email is written in, and in which direction. Without it a screen reader reads in another language's sounds, and Arabic or Hebrew is set from the wrong side.",
  mending: 'Write <html lang="{{locale}}" dir="{{dir}}">, as the layout does.',
  example: {
    file: "templates/_brand/layout.html.hbs",
    from: '<html lang="{{locale}}" dir="{{dir}}">',
    to: '<html lang="{{locale}}">',
  },
  check: (project) => flatEmails(project).flatMap(({ part, html }) => casesOf(part, html)),
};

function casesOf(part: CheckedPart, html: FlatHtml): Case[] {
  // Of an empty email there is more to say than this, and no place to say it of.
  if (html.text === "") return [];
  // Of an email that is to be read from right to left, and does not say so, another rule speaks.
  const isTold = lacksDirection(part, html);
  const root = html.elements.find(({ name }) => name === "html");
  const isWhole = root ?? html.tags.some(({ start }) => /^<html\b/i.test(html.text.slice(start, start + 6)));
  if (!isWhole) {
    return isTold
      ? []
      : [{ ...html.at(0), part, message: 'This email has no <html lang="…" dir="…"> around it.' }];
  }
  if (!root) return [];
  return ["lang", ...(isTold ? [] : ["dir"])]
    .filter((name) => !attributeOf(root, name))
    .map((name) => ({ ...html.at(root.start), part, message: `<html> has no ${name}="…".` }));
}
