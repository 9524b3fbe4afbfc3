import type { Case, Rule } from "../rule.ts";
import { at, isCondition, nameOf, visitsOf } from "../visits.ts";

export const condition: Rule = {
  name: "condition",
  severity: "error",
  protects:
    "{{#if}} and {{#unless}} ask whether one value is there, by its name. They compare nothing, and ask for no two values at once.",
  mending: "Write one name after {{#if, and nothing else.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{#if name}}",
    to: "{{#if name resetLink}}",
  },
  check: (project) =>
    visitsOf(project, "block")
      .filter(({ node }) => ["if", "unless"].includes(nameOf(node.path)) && !isCondition(node))
      .map(({ node, where }) => ({ ...at(node, project), part: where.part, ...said(node) })),
};

/** Never with a name that was not typed: a reader would take it for the answer. */
function said(node: hbs.AST.BlockStatement): Pick<Case, "message" | "mending"> {
  const how = nameOf(node.path);
  const { params } = node;
  const [first, second] = params.map((param) => ("value" in param ? String(param.value) : nameOf(param)));
  const isText = params.length === 1 && params[0]?.type === "StringLiteral";
  if (isText) {
    return {
      message: `{{#${how}}} asks for a name, which has no quotes.`,
      mending: `Write {{#${how} ${first}}}.`,
    };
  }
  const message = `{{#${how}}} asks for one name, and nothing else.`;
  if (first === "not" && second) {
    return { message, mending: `Write {{#${how === "if" ? "unless" : "if"} ${second}}}.` };
  }
  const names = params.flatMap((param) => (param.type === "PathExpression" ? nameOf(param) : []));
  const asked = names.filter((name) => !["and", "or", "not"].includes(name));
  if (asked.length > 1 && names.includes("or")) {
    const [one, ...others] = asked;
    const more = others.map((name) => `{{else ${how} ${name}}}…`);
    return { message, mending: `Write {{#${how} ${one}}}…${more.join("")}{{/${how}}}.` };
  }
  if (asked.length > 1) {
    const blocks = asked.map((name) => `{{#${how} ${name}}}`);
    return {
      message,
      mending: `Put one block inside the other: ${blocks.join("")}…${`{{/${how}}}`.repeat(asked.length)}.`,
    };
  }
  return { message, mending: asked[0] && `Write {{#${how} ${asked[0]}}}.` };
}
