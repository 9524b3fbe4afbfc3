import { MOST_VALUES, optionalNames } from "../forms.ts";
import type { Rule } from "../rule.ts";

export const tooManyValues: Rule = {
  name: "too-many-values",
  severity: "error",
  protects: `A part is looked at with each value that may be absent both there and not. With more than ${MOST_VALUES} such values nobody could prove that it always fits.`,
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
