import type { Rule } from "../rule.ts";

/** Whether the files of templates/ can be read. */
export const fileRules: readonly Rule[] = [
  {
    name: "settings",
    severity: "error",
    protects: "What a file of settings says is what happens: a misspelt key would be ignored.",
    suggestion: "Correct it; docs/templates.md lists every key.",
    example: { file: "templates/settings.json", from: '"default"', to: '"defualt"' },
    check: ({ violations }) => violations.settings,
  },
  {
    name: "metadata-schema",
    severity: "error",
    protects:
      "The schema of the client metadata says which values messages may print, and how long they are.",
    suggestion: "Correct the file.",
    example: { file: "triggers/client-metadata.ts", from: "import", to: "imprt" },
    check: ({ violations }) => violations.metadata,
  },
  {
    name: "catalog",
    severity: "error",
    protects: "A catalog that cannot be read has no strings: none of its messages would be sent.",
    suggestion: "Write strings in quotes, as in the source language's catalog.",
    example: {
      file: "templates/locales/de.json",
      from: '"Brauchen Sie Hilfe?"',
      to: '["Brauchen Sie Hilfe?"]',
    },
    check: ({ violations }) => violations.catalogs,
  },
  {
    name: "template-syntax",
    severity: "error",
    protects: "A template that Handlebars cannot read writes no message.",
    suggestion: "Compare the braces of this line with those around it.",
    example: { file: "templates/messages/sign-up.html.hbs", from: "{{/layout}}", to: "{{/layuot}}" },
    check: ({ violations }) => violations.templates,
  },
];
