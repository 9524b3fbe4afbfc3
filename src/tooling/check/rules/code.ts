import { valuesIn } from "../../templates/catalog.ts";
import { stringKey } from "../../templates/inline.ts";
import { localesOf, type Message, type Project, placeOf } from "../../templates/project.ts";
import { stringId, stringIn } from "../../templates/strings.ts";
import { isBlock, isContent, isMustache, nameOf } from "../../templates/structure.ts";
import type { Violation } from "../../templates/violation.ts";
import type { Rule } from "../rule.ts";
import { writtenMessages } from "../written.ts";

/** Whether people can read the code. */
export const codeRules: readonly Rule[] = [
  {
    name: "code-visible",
    severity: "error",
    protects:
      "Whoever gets the code in a link alone cannot type it in where the link does not open, such as on another device.",
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
      "A value or a digit right beside the code is read as a part of it: a stranger's digits, for one.",
    suggestion: "Write a space or a word between the two.",
    example: {
      file: "templates/locales/de.json",
      from: '"sms": "{{code}} ist',
      to: '"sms": "{{code}}{{brand.name}} ist',
    },
    check: (project) =>
      writtenMessages(project).trees.flatMap(({ tree }) =>
        besideCode(tree).map((node) => ({
          ...placeOf(node, project),
          message: "Nothing is between the code and what is beside it.",
        })),
      ),
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
        const isThere = stringOf(locale, key) !== undefined;
        return isShown(isThere === (nameOf(node.path) === "if") ? node.program : node.inverse, locale);
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
        each.refused.some(({ rule }) => rule === "placeholder"),
    );
  const hidden = locales.filter((locale) => !isShown(email.inlined, locale) && !lacksCode(locale));
  if (hidden.length === 0) return [];
  const code = email.pieces.find((piece) => piece.is === "value" && piece.name === "code");
  const place = code ? placeOf(code.node, project) : { file: email.file, index: 0 };
  const where = hidden.length === locales.length ? "" : ` in ${hidden.join(", ")}`;
  return [{ ...place, message: `The email of ${name} does not show its code to everybody${where}.` }];
}

/** What is right before a place: a value or a digit, and whether that may be the code. */
interface Before {
  readonly isValue: boolean;
  readonly isCode: boolean;
}

/** What touches the code: it, or the value or text after it. */
function besideCode(tree: hbs.AST.Program): readonly hbs.AST.Node[] {
  const found: hbs.AST.Node[] = [];
  const walk = (program: hbs.AST.Program | undefined, start: Before): Before => {
    let before = start;
    for (const node of program?.body ?? []) {
      if (isBlock(node)) {
        const [some, other] = [walk(node.program, before), walk(node.inverse, before)];
        before = { isValue: some.isValue || other.isValue, isCode: some.isCode || other.isCode };
      } else if (isContent(node)) {
        const text = node.value.replace(INLINE, "");
        if (text === "") continue;
        if (before.isCode && /^\d/.test(text)) found.push(node);
        before = { isValue: /\d$/.test(text), isCode: false };
      } else if (isMustache(node)) {
        const name = nameOf(node.path);
        if (name === "code" ? before.isValue : before.isCode) found.push(node);
        before = { isValue: true, isCode: name === "code" || name === "resetLink" };
      }
    }
    return before;
  };
  walk(tree, { isValue: false, isCode: false });
  return found;
}

/** Tags between which no space is seen. */
const INLINE = /<\/?(?:bdi|b|i|u|strong|em|span|font|a)\b[^<>]*>/gi;
