import { withoutComments } from "../../templates/syntax.ts";
import { everyPartial } from "../project.ts";
import type { Rule } from "../rule.ts";

/** What a mail program shows as a brace or a number sign, besides itself. */
const OPEN = /\{|&#0*123;?|&#x0*7b;?|&lcub;|&lbrace;/.source;
const CLOSE = /\}|&#0*125;?|&#x0*7d;?|&rcub;|&rbrace;/.source;
const HASH = /#|&#0*35;?|&#x0*23;?|&num;/.source;

/** Not `{{username}}`, which is as it should be. */
const TYPED = new RegExp(
  `(?<!\\{)(?:${OPEN})(?:(?:${HASH}){4}|username|(?:${HASH}){2}[^#{}]{1,200}(?:${HASH}){2})(?:${CLOSE})(?!\\})`,
  "gi",
);

const CODE = new RegExp(`(?:${HASH}){4}`, "i");

/** What to write for it. */
function mendingOf(typed: string): string {
  if (/username/i.test(typed)) return "Write {{username}}, in an invitation.";
  return CODE.test(typed) ? "Write {{code}}." : "Remove it: a link of Cognito's is for other messages.";
}

export const typedPlaceholder: Rule = {
  name: "typed-placeholder",
  severity: "error",
  protects:
    "Cognito puts the code in where its placeholder stands, and it names the placeholder with each message: one that is typed by hand may be another, and a link has no place here at all.",
  mending: "Write {{code}}.",
  example: { file: "templates/en/forgot-password/sms.txt.hbs", to: "{{code}}, and again {####}" },
  check: (project) =>
    [...project.parts, ...everyPartial(project)].flatMap((source) =>
      [...withoutComments(source.text).matchAll(TYPED)].map(({ 0: typed, index }) => ({
        file: source.file,
        index,
        part: "part" in source ? source : undefined,
        message: `${typed} is typed by hand: Cognito may not fill it in.`,
        mending: mendingOf(typed),
      })),
    ),
};
