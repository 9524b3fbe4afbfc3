import { type EmailCss, emailCss } from "../html/email-css.ts";
import {
  edgesOf,
  type FlatHtml,
  type FlatSpan,
  FOR_OUTLOOK,
  flatEmails,
  isInside,
} from "../html/flat-html.ts";
import type { CheckedPart } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

export const conditionInTag: Rule = {
  name: "condition-in-tag",
  severity: "error",
  protects:
    "An {{#if}} stands around whole tags. Inside one, between < and >, it makes another tag for each person, which nobody can check: one that is broken can swallow the code.",
  mending: "Put the whole tag inside the {{#if}}, and another whole tag inside the {{else}}.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "<p>The code",
    to: '<p {{#if name}}class="muted"{{/if}}>The code',
  },
  check: (project) => flatEmails(project).flatMap(({ part, html }) => inTags(part, html)),
};

function inTags(part: CheckedPart, html: FlatHtml): Case[] {
  if (html.conditions.length === 0) return [];
  const tags = [...html.tags, ...html.outlook.tags];
  const signs = html.comments.flatMap((comment) => signsOf(comment, html));
  const css = stylesWithBorders(html).flatMap(({ unbroken, offsetOf }) =>
    unbroken.map(({ start, end }) => ({ start: offsetOf(start), end: offsetOf(end) })),
  );
  const kinds = [
    [tags, "a tag, between < and >"],
    [signs, "the signs that begin or end a comment"],
    [css, "an address, a text or a comment of the CSS"],
  ] as const;
  return html.conditions.flatMap(({ start, otherwise, end, place }) => {
    const borders = [start, otherwise, end];
    const [, where] =
      kinds.find(([spans]) => spans.some((span) => borders.some((border) => isInside(border, span)))) ?? [];
    return where ? [{ ...place, part, message: `This {{#if}} stands inside ${where}.` }] : [];
  });
}

/** Few have any; and what stands in a style attribute stands in a tag. */
function stylesWithBorders(html: FlatHtml): readonly EmailCss[] {
  const borders = edgesOf(html);
  const styles = [...html.elements, ...html.outlook.elements].filter(
    ({ name, tagEnd, endTag }) =>
      name === "style" && borders.some((border) => isInside(border, { start: tagEnd, end: endTag })),
  );
  return styles.length === 0 ? [] : emailCss(html, styles);
}

/** `<!--` or `<!--[if mso]>`, and `-->` or `<![endif]-->`. */
function signsOf({ start, end }: FlatSpan, { text }: FlatHtml): FlatSpan[] {
  const comment = text.slice(start, end);
  const [opening = "<!--"] = FOR_OUTLOOK.exec(comment) ?? [];
  const closing = comment.endsWith("<![endif]-->") ? "<![endif]-->" : "-->";
  return [
    { start, end: start + opening.length },
    { start: end - closing.length, end },
  ];
}
