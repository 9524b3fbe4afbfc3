import { circumstances, whenSentence } from "../circumstances.ts";
import { formFacts } from "../form-facts.ts";
import { partWords } from "../part-words.ts";
import type { Rule } from "../rule.ts";

export const missingCode: Rule = {
  name: "missing-code",
  severity: "error",
  protects:
    "Email and SMS hold the code whatever else is known of a person: without it Cognito refuses the message, and nobody could go on.",
  mending: "Print {{code}} where no {{#if}} can leave it out.",
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: "{{#if brand.supportUrl}}{{code}} is your code{{else}}You have a code{{/if}}",
  },
  check: (project) =>
    project.parts
      // Of an empty one another rule speaks.
      .filter(({ part, text }) => part !== "subject" && text.trim() !== "")
      .flatMap((part) => {
        const when = circumstances(formFacts(part, project), ({ hasCode }) => !hasCode);
        const message =
          when && whenSentence(when, `this ${partWords[part.part]} has no {{code}}: Cognito refuses it.`);
        return message ? [{ file: part.file, index: 0, part, message }] : [];
      }),
};
