import { circumstances, whenSentence } from "../circumstances.ts";
import { type FormFacts, formFacts } from "../form-facts.ts";
import { partWords } from "../part-words.ts";
import type { CheckedPart } from "../project.ts";
import type { Rule } from "../rule.ts";

export const strayPlaceholder: Rule = {
  name: "stray-placeholder",
  severity: "error",
  protects:
    "Cognito puts something in for marks of its own, such as {####} or {##…##}. Braces and number signs that come to stand together can read as a mark that has no place here: Cognito refuses the message, or the person reads the mark.",
  mending: "Write it without { and }.",
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: "{{code}} is your code for {##{{brand.name}}##}",
  },
  check: (project) =>
    project.parts.flatMap((part) => {
      const when = circumstances(formFacts(part, project), (form) => hasStray(form, part));
      const sentence = `what is written in this ${partWords[part.part]} adds up to a mark of Cognito's, such as {####}, that does not belong here.`;
      return when ? [{ file: part.file, index: 0, part, message: whenSentence(when, sentence) }] : [];
    }),
};

/** Whether anything about its placeholders is refused besides one that is missing. */
function hasStray(form: FormFacts, { part, source }: CheckedPart): boolean {
  const refused = form.refused.filter(({ rule }) => rule === "placeholder").length;
  if (part === "subject") return refused > 0;
  const needsUsername = source === "CustomMessage_AdminCreateUser";
  const missing = [!form.hasCode, needsUsername && !form.hasUsername].filter(Boolean).length;
  return refused > missing;
}
