import { attributeOf, flatEmails } from "../html/flat-html.ts";
import type { Rule } from "../rule.ts";

export const pictureText: Rule = {
  name: "picture-text",
  severity: "warning",
  protects:
    "Many mail programs show no pictures until they are asked to, and some people see none: alt is what they get instead.",
  mending: 'Write alt="…" with what the picture says, or alt="" if it says nothing.',
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{> code}}",
    to: '<img src="https://example.com/logo.png">{{> code}}',
  },
  check: (project) =>
    flatEmails(project).flatMap(({ part, html }) =>
      html.elements
        .filter((element) => element.name === "img" && !attributeOf(element, "alt"))
        .map(({ start }) => ({
          ...html.at(start),
          part,
          message: "This picture has no text for those who do not see it: alt is missing.",
        })),
    ),
};
