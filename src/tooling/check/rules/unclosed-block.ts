import type { Rule } from "../rule.ts";

export const unclosedBlock: Rule = {
  name: "unclosed-block",
  severity: "error",
  protects:
    "What {{#if name}} or {{#> note}} opens, {{/if}} or {{/note}} closes: without it nobody knows how far it goes.",
  mending: "Write {{/if}} or {{/note}} where it ends.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "<p>{{#if name}}Hello <bdi>{{name}}</bdi>,{{else}}Hello,{{/if}}</p>",
    to: "<p>{{#if name}}Hello <bdi>{{name}}</bdi>,{{else}}Hello,</p>",
  },
  check: ({ unread }) => unread.filter(({ rule }) => rule === "unclosed-block"),
};
