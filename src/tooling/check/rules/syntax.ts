import type { Rule } from "../rule.ts";

export const syntax: Rule = {
  name: "syntax",
  severity: "error",
  protects:
    "What stands between {{ and }} is read by a program, Handlebars, and has to be exactly as it knows it.",
  mending: "Look at the {{…}} here: is a } or a name missing?",
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: "{{code}} is your code for {{brand.name.",
  },
  check: ({ unread }) => unread.filter(({ rule }) => rule === "syntax"),
};
