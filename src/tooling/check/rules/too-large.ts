import type { Rule } from "../rule.ts";

export const tooLarge: Rule = {
  name: "too-large",
  severity: "error",
  protects:
    "Cognito takes 20,000 characters of an email and 140 of a subject or an SMS. A template that is many times as long, or in which a hundred blocks or elements stand inside one another, is a mistake, and nothing else is said of it.",
  mending: "Remove what does not belong here.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "<p>The code is valid for 1 hour.</p>",
    to: `<p>The code is valid for 1 hour.</p>${"<div>".repeat(101)}`,
  },
  check: ({ unread }) => unread.filter(({ rule }) => rule === "too-large"),
};
