import { isPersonal } from "../../templates/scope.ts";
import { circumstances, whenSentence } from "../circumstances.ts";
import { type FormFacts, formFacts } from "../form-facts.ts";
import { flatHtml, valuesIn } from "../html/flat-html.ts";
import { partWords } from "../part-words.ts";
import type { CheckedPart, Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

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
      const within = valuesInBraces(part, project);
      if (within.length > 0) return within;
      const when = circumstances(formFacts(part, project), (form) => hasStray(form, part));
      const sentence = `what is written in this ${partWords[part.part]} adds up to a mark of Cognito's, such as {####}, that does not belong here.`;
      return when ? [{ file: part.file, index: 0, part, message: whenSentence(when, sentence) }] : [];
    }),
};

const IN_BRACES = /\{[^{}]*\}/g;

/** A value between braces: somebody may be called "####" or "username", and what is written is a placeholder then. */
function valuesInBraces(part: CheckedPart, project: Project): Case[] {
  const html = flatHtml(part, project);
  if (!html.text.includes("{")) return [];
  return [...html.text.matchAll(IN_BRACES)].flatMap(({ 0: { length }, index }) =>
    valuesIn(html, { start: index, end: index + length })
      // The user name is a placeholder itself.
      .filter(({ name }) => isPersonal(name) && name !== "username")
      .map(({ name, start }) => ({
        ...html.at(start),
        part,
        message: `{{${name}}} comes from a person and stands between braces: what somebody is called could make a placeholder of them.`,
      })),
  );
}

/** Whether anything about its placeholders is refused besides one that is missing. */
function hasStray(form: FormFacts, { part, source }: CheckedPart): boolean {
  const refused = form.refused.filter(({ rule }) => rule === "placeholder").length;
  if (part === "subject") return refused > 0;
  const needsUsername = source === "CustomMessage_AdminCreateUser";
  const missing = [!form.hasCode, needsUsername && !form.hasUsername].filter(Boolean).length;
  return refused > missing;
}
