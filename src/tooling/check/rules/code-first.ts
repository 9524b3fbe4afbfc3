import { circumstances, whenSentence } from "../circumstances.ts";
import { forms } from "../forms.ts";
import type { Rule } from "../rule.ts";
import { CODE } from "../sample-event.ts";

export const codeFirst: Rule = {
  name: "code-first",
  severity: "warning",
  protects:
    "A phone shows the beginning of an SMS without opening it, and offers a code that it finds there to be typed in: the code comes first.",
  mending: "Begin the SMS with {{code}}.",
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: "Your {{brand.name}} code is {{code}}. Valid for 1 hour.",
  },
  check: (project) =>
    project.parts
      // An invitation brings a password, which no phone offers.
      .filter(({ part, source }) => part === "sms" && source !== "CustomMessage_AdminCreateUser")
      .flatMap((part) => {
        const all = [...forms(part, project)];
        const isLate = ({ text }: (typeof all)[number]) => text.includes(CODE) && !text.startsWith(CODE);
        const when = circumstances(all, isLate);
        const message = when && whenSentence(when, "this SMS does not begin with the code.");
        return message ? [{ file: part.file, index: 0, part, message }] : [];
      }),
};
