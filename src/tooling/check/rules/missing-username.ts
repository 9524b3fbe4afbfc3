import { circumstances, whenSentence } from "../circumstances.ts";
import { formFacts } from "../form-facts.ts";
import { partWords } from "../part-words.ts";
import type { Rule } from "../rule.ts";

export const missingUsername: Rule = {
  name: "missing-username",
  severity: "error",
  protects:
    "An invitation tells the person the name to sign in with: Cognito refuses one without it, in email and SMS.",
  mending: "Print {{username}} where no {{#if}} can leave it out.",
  example: {
    file: "templates/en/admin-create-user/sms.txt.hbs",
    to: "{{code}} is your password for {{brand.name}}.",
  },
  check: (project) =>
    project.parts
      .filter(({ part, source }) => part !== "subject" && source === "CustomMessage_AdminCreateUser")
      // Of an empty one another rule speaks.
      .filter(({ text }) => text.trim() !== "")
      .flatMap((part) => {
        const when = circumstances(formFacts(part, project), ({ hasUsername }) => !hasUsername);
        const message =
          when &&
          whenSentence(
            when,
            `this ${partWords[part.part]} has no {{username}}: Cognito refuses an invitation without it.`,
          );
        return message ? [{ file: part.file, index: 0, part, message }] : [];
      }),
};
