import { circumstances, whenSentence } from "../circumstances.ts";
import { formFacts } from "../form-facts.ts";
import { partWords } from "../part-words.ts";
import type { CheckedPart, Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { at, visits } from "../visits.ts";

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
        if (!when) return [];
        if (!printsCode(part, project)) return [{ part, ...unprinted(part, project) }];
        const message = whenSentence(
          when,
          `this ${partWords[part.part]} has no {{code}}: Cognito refuses it.`,
        );
        return [{ file: part.file, index: 0, part, message }];
      }),
};

/** Whether it does so for anybody; a link with the code in its address is no code that a person reads. */
function printsCode(part: CheckedPart, project: Project): boolean {
  return visits(part, project).some(
    (visit) => visit.is === "name" && visit.how !== "asked" && visit.node.original === "code",
  );
}

/** Digits such as an example of a message has for its code. */
const TYPED_CODE = /(?<![\p{L}\p{N}#&.,:/-])(?:\d{6}|\d{3}[ \u00a0-]\d{3})(?![\p{L}\p{N}]|[.,:/-]\d)/u;

function unprinted(part: CheckedPart, project: Project): Omit<Case, "part"> {
  const tag = project.partials[part.suffix].has("code") ? "{{> code}}" : "{{code}}";
  const message = `This ${partWords[part.part]} has no ${tag}: Cognito refuses it.`;
  for (const visit of visits(part, project)) {
    if (visit.is !== "text" || visit.where.inside.length > 0) continue;
    const match = TYPED_CODE.exec(String(visit.node.original));
    if (!match) continue;
    const place = at(visit.node, project);
    return {
      file: place.file,
      index: place.index + match.index,
      message: `${match[0]} is typed by hand, and would be the same for everybody. ${message}`,
      mending: `Write {{code}} instead of ${match[0]}.`,
    };
  }
  return { file: part.file, index: 0, message, mending: `Write ${tag} where the code is to stand.` };
}
