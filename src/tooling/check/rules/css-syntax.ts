import { emailCss } from "../email-css.ts";
import { flatEmails } from "../flat-html.ts";
import type { Rule } from "../rule.ts";

export const cssSyntax: Rule = {
  name: "css-syntax",
  severity: "error",
  protects:
    "CSS that cannot be read is passed over without a word, often with all that follows: colours and sizes are missing then.",
  mending: 'CSS is written "name: value;", and rules as "selector { name: value; }".',
  example: { file: "templates/_brand/layout.html.hbs", from: "margin: 0; padding", to: "margin 0; padding" },
  check: (project) =>
    flatEmails(project).flatMap(({ part, html }) =>
      [...emailCss(html), ...emailCss(html, html.outlook.elements)].flatMap(({ errors, offsetOf }) =>
        errors.map(({ message, offset }) => ({
          ...html.at(offsetOf(offset)),
          part,
          message,
        })),
      ),
    ),
};
