import { MOST_VALUES, optionalNames } from "../forms.ts";
import type { Rule } from "../rule.ts";

export const tooManyValues: Rule = {
  name: "too-many-values",
  severity: "error",
  protects: `A person may lack some of the values that a text prints. Each text is checked for everybody: with each of these values there, and without it. With more than ${MOST_VALUES} of them there would be too many cases to go through.`,
  mending: "Print fewer of the values that may be absent.",
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: [..."abcdefghi"].map((key) => `{{#if metadata.${key}}}{{metadata.${key}}}{{/if}}`).join(""),
    metadata: Object.fromEntries([..."abcdefghi"].map((key) => [key, { maxLength: 10 }])),
  },
  check: (project) =>
    project.parts
      .map((part) => ({ part, names: optionalNames(part, project) }))
      .filter(({ names }) => names.length > MOST_VALUES)
      .map(({ part, names }) => ({
        file: part.file,
        index: 0,
        part,
        message: `This prints ${names.length} values that may be absent: ${names.join(", ")}.`,
      })),
};
