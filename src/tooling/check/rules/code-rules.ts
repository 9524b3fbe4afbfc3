import { valuesIn } from "../../templates/catalog.ts";
import { stringKey } from "../../templates/inlined.ts";
import { localesOf, type Message, type Project, placeOf } from "../../templates/project.ts";
import { isBlock, isMustache, nameOf } from "../../templates/structure.ts";
import { stringId, stringIn } from "../../templates/used-strings.ts";
import type { Violation } from "../../templates/violation.ts";
import type { Rule } from "../rule.ts";
import { writtenMessages } from "../written.ts";

/** Rules about whether people can read the code. */
export const codeRules: readonly Rule[] = [
  {
    name: "code-visible",
    severity: "error",
    protects:
      "People who get the code only in a link cannot type it in where the link does not open, such as on another device.",
    suggestion: "Write {{> code}} in the text of the email, outside of every {{#if}}.",
    example: {
      file: "templates/messages/forgot-password.html.hbs",
      from: "{{> code}}",
      to: '{{#if resetLink}}<p><a href="{{resetLink}}">{{t "button"}}</a></p>{{else}}{{> code}}{{/if}}',
    },
    check: (project) => project.messages.flatMap((message) => hiddenCodes(message, project)),
  },
  {
    name: "code-apart",
    severity: "error",
    protects:
      "A value or a digit next to the code is read as a part of it, such as digits that a stranger chose.",
    suggestion: "Write a space or a word between the two.",
    example: {
      file: "templates/locales/de.json",
      from: '"sms": "{{code}} ist',
      to: '"sms": "{{code}}{{brand.name}} ist',
    },
    check: (project) =>
      writtenMessages(project).adjacentToCode.map((node) => ({
        ...placeOf(node, project),
        message: "Nothing separates the code from what is next to it.",
      })),
  },
];

function hiddenCodes(message: Message, project: Project): Violation[] {
  const { name, parts } = message;
  const { email } = parts;
  const inText = new Set(
    email.pieces.flatMap((piece) =>
      (piece.is === "value" || piece.is === "string") && piece.context.in === "text" ? [piece.node] : [],
    ),
  );
  const locales = localesOf(message, project);
  const stringOf = (locale: string, key: string) => stringIn(locale, stringId(name, key, project), project);
  const isShown = (program: hbs.AST.Program | undefined, locale: string): boolean =>
    (program?.body ?? []).some((node) => {
      if (isBlock(node)) {
        const key = stringKey(node.params[0] as hbs.AST.Node);
        if (key === undefined) return isShown(node.program, locale) && isShown(node.inverse, locale);
        const isSet = stringOf(locale, key) !== undefined;
        return isShown(isSet === (nameOf(node.path) === "if") ? node.program : node.inverse, locale);
      }
      if (!isMustache(node) || !inText.has(node)) return false;
      const key = stringKey(node);
      if (key === undefined) return nameOf(node.path) === "code";
      const string = stringOf(locale, key);
      return string !== undefined && valuesIn(string).includes("code");
    });
  const rejected = writtenMessages(project).rejected;
  const lacksCode = (locale: string) =>
    rejected.some(
      (each) =>
        each.structure === email &&
        each.locale === locale &&
        each.rejections.some(({ rule }) => rule === "placeholder"),
    );
  const hidden = locales.filter((locale) => !isShown(email.inlined, locale) && !lacksCode(locale));
  if (hidden.length === 0) return [];
  const code = email.pieces.find((piece) => piece.is === "value" && piece.name === "code");
  const place = code ? placeOf(code.node, project) : { file: email.file, index: 0 };
  const where = hidden.length === locales.length ? "" : ` in ${hidden.join(", ")}`;
  return [{ ...place, message: `The email of ${name} does not show its code to everybody${where}.` }];
}
