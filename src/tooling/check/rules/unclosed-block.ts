import type { Rule } from "../rule.ts";

export const unclosedBlock: Rule = {
  name: "unclosed-block",
  severity: "error",
  protects: "Each {{#…}} needs its {{/…}}: without it nobody knows what it is about.",
  mending: "Put the {{/…}} where the block ends.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{else}}Hello,{{/if}}",
    to: "{{else}}Hello,",
  },
  check: ({ unread }) => unread.filter(({ rule }) => rule === "unclosed-block"),
};
