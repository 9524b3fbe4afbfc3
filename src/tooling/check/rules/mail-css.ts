import { emailCss } from "../html/email-css.ts";
import { flatEmails } from "../html/flat-html.ts";
import type { Rule } from "../rule.ts";

export const mailCss: Rule = {
  name: "mail-css",
  severity: "error",
  protects:
    "Mail programs know a part of CSS. What one of them passes over looks different there, and may be unreadable: the message must be right without it.",
  mending: "Arrange it with tables, and write sizes and colours in full.",
  example: {
    file: "templates/_brand/layout.html.hbs",
    from: ":root {",
    to: '@import "https://example.com/font.css";\n:root {',
  },
  check: (project) =>
    flatEmails(project).flatMap(({ part, html }) =>
      emailCss(html).flatMap(({ losses, offsetOf }) =>
        losses.map(({ name, loss, offset }) => ({
          ...html.at(offsetOf(offset)),
          part,
          severity: loss.severity,
          message: `In CSS, ${name} ${loss.happens}.`,
          mending: loss.instead,
        })),
      ),
    ),
};
