import { didYouMean } from "../../templates/did-you-mean.ts";
import { beginsCurly } from "../characters.ts";
import { cssProperties, emailCss, type UnknownCss } from "../html/email-css.ts";
import { attributeOf, flatEmails } from "../html/flat-html.ts";
import type { Case, Rule } from "../rule.ts";

export const cssSyntax: Rule = {
  name: "css-syntax",
  severity: "error",
  protects:
    "CSS that cannot be read is passed over without a word, often with all that follows: colours and sizes are missing then.",
  mending: 'CSS is written "name: value;", and rules as "selector { name: value; }".',
  example: {
    file: "templates/_brand/layout.html.hbs",
    from: "body { margin: 0; padding: 0; }",
    to: "body { margin 0; padding: 0; }",
  },
  check: (project) =>
    flatEmails(project).flatMap(({ part, html }) =>
      [...emailCss(html), ...emailCss(html, html.outlook.elements)].flatMap(
        ({ errors, unknown, element, offsetOf }) => {
          // Of curly quotes around it another rule speaks.
          if (beginsCurly(attributeOf(element, "style")?.value ?? "")) return [];
          return [...errors, ...unknown.map((each) => ({ offset: each.offset, ...unknownSaid(each) }))].map(
            ({ offset, ...said }) => ({ ...html.at(offsetOf(offset)), part, ...said }),
          );
        },
      ),
    ),
};

function unknownSaid({ property, value }: UnknownCss): Pick<Case, "message" | "mending" | "severity"> {
  if (value === undefined) {
    const meant = didYouMean(property, cssProperties);
    const message = `There is no ${property} in CSS: it is passed over.`;
    return { severity: "warning", message, mending: meant ? `Did you mean ${meant}?` : "Remove it." };
  }
  return {
    severity: "warning",
    message: `“${value}” is no value for ${property}: it is passed over.`,
    mending: NUMBER_ALONE.test(value)
      ? `Write the unit with each number, as in ${value.replace(NUMBER_ALONE, "$1$2px")}.`
      : "Look for a misspelt word or unit.",
  };
}

/** A number without a unit: all but 0 need one. */
const NUMBER_ALONE = /(^|\s)([1-9][\d.]*)(?=\s|$)/;
