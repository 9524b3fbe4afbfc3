import { direction } from "../../templates/locale-table.ts";
import { attributeOf, type FlatHtml, flatEmails, markerOf, valueStart } from "../flat-html.ts";
import type { CheckedPart } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

export const emailLanguage: Rule = {
  name: "email-language",
  severity: "warning",
  protects:
    "<html> says which language the email is written in, and in which direction. Without it a screen reader reads in another language's sounds, and Arabic or Hebrew is set from the wrong side.",
  mending: 'Write <html lang="{{locale}}" dir="{{dir}}">, as the layout does.',
  example: { file: "templates/_brand/layout.html.hbs", from: ' dir="{{dir}}">\n<head>', to: ">\n<head>" },
  check: (project) => flatEmails(project).flatMap(({ part, html }) => casesOf(part, html)),
};

function casesOf(part: CheckedPart, html: FlatHtml): Case[] {
  const root = html.elements.find(({ name }) => name === "html");
  const isWhole = root ?? html.tags.some(({ start }) => /^<html\b/i.test(html.text.slice(start, start + 6)));
  if (!isWhole) return [{ ...html.at(0), part, message: "This email has no <html lang dir> around it." }];
  if (!root) return [];
  const wanted = { lang: ["locale", part.locale], dir: ["dir", direction(part.locale)] } as const;
  return Object.entries(wanted).flatMap(([name, [printed, right]]): Case[] => {
    const attribute = attributeOf(root, name);
    if (!attribute) return [{ ...html.at(root.start), part, message: `<html> has no ${name}.` }];
    const { value } = attribute;
    if (value === markerOf(printed) || isSame(value, right)) return [];
    const message = `This ${name} is not that of the message.`;
    return [
      { ...html.at(valueStart(html, attribute)), part, message, mending: `Write ${name}="{{${printed}}}".` },
    ];
  });
}

/** A language is the same in another region. */
function isSame(written: string, right: string): boolean {
  return written.toLowerCase().split("-")[0] === right.toLowerCase().split("-")[0];
}
