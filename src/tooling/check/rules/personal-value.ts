import { isPersonal } from "../../templates/scope.ts";
import { type FlatHtml, type FlatValue, flatEmails } from "../html/flat-html.ts";
import type { Rule } from "../rule.ts";

/**
 * The text of a link may be a person's value: a name that holds an address is never printed, and the link
 * leads to the brand's own pages all the same.
 */
export const personalValue: Rule = {
  name: "personal-value",
  severity: "error",
  protects:
    "Names, user names and metadata come from strangers. In a text they are words; inside a tag, a link's address, CSS or a comment they can change where a link leads or what is shown.",
  mending: "Print it in the text alone: <bdi>{{name}}</bdi>.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "<p>The code",
    to: '{{#if name}}<p title="{{name}}">Hello</p>{{/if}}<p>The code',
  },
  check: (project) =>
    flatEmails(project).flatMap(({ part, html }) =>
      html.values
        .filter(({ name }) => isPersonal(name))
        .flatMap((value) => {
          const where = whereNotText(value, html);
          if (!where) return [];
          const { name } = value;
          return [
            {
              ...html.at(value.start),
              part,
              message: `{{${name}}} comes from a person and is printed ${where}.`,
              mending: `Print it in the text alone: <bdi>{{${name}}}</bdi>.`,
            },
          ];
        }),
    ),
};

/** Which part of the HTML a value stands in, other than its text. */
function whereNotText({ start }: FlatValue, html: FlatHtml): string | undefined {
  const isAround = (span: { start: number; end: number }) => start >= span.start && start < span.end;
  if (html.comments.some(isAround)) return "in a comment";
  for (const element of html.elements) {
    if (!isAround(element)) continue;
    const attribute = element.attributes.find(isAround);
    if (attribute?.name === "href") return "in a link's address";
    // `<p {{name}}>`: the value is the name itself.
    if (attribute && /^[\w:-]+$/.test(attribute.name)) return `in the attribute ${attribute.name}`;
    if (element.name === "style") return "in CSS";
    if (element.name === "script") return "in a program";
  }
  if (html.tags.some(isAround)) return "inside a tag";
  // Digits of a name would be those of a dot.
  return /&#?\w*$/.test(html.text.slice(Math.max(0, start - 12), start)) ? "after a &" : undefined;
}
