import { didYouMean } from "../../templates/did-you-mean.ts";
import { includedPartials, stringKey } from "../../templates/inlined.ts";
import type { ParsedTemplate } from "../../templates/parse-template.ts";
import { type Project, placeOf } from "../../templates/project.ts";
import { nameOf } from "../../templates/structure.ts";
import type { Rule } from "../rule.ts";

/** Rules about the Handlebars syntax in structures and partials. */
export const handlebarsRules: readonly Rule[] = [
  {
    name: "allowed-syntax",
    severity: "error",
    protects:
      "Messages print values, have conditions, and include partials. Any other feature of Handlebars is not compiled, or would print a stranger's value as HTML.",
    suggestion:
      'Write {{name}}, {{t "key"}}, {{#if name}}, {{#unless name}} or {{> partial}}; docs/templates.md describes each.',
    example: { file: "templates/partials/code.html.hbs", from: "{{code}}", to: "{{{code}}}" },
    check: (project) =>
      templatesOf(project).flatMap(({ tree }) =>
        nodesIn(tree).flatMap((node) => {
          const message = whyNotAllowed(node);
          return message === undefined ? [] : [{ ...placeOf(node, project), message }];
        }),
      ),
  },
  {
    name: "missing-partial",
    severity: "error",
    protects: "A partial that does not exist prints nothing: a layout or a code would be missing.",
    suggestion: "Write the file, or correct the name.",
    example: { file: "templates/messages/sign-up.html.hbs", from: "{{> code}}", to: "{{> cod}}" },
    check: (project) =>
      templatesOf(project).flatMap(({ tree, suffix }) =>
        nodesIn(tree).flatMap((node) => {
          const name = includedName(node);
          const names = [...project.partials[suffix].keys()];
          if (name === undefined || names.includes(name)) return [];
          const nearest = didYouMean(name, names);
          const file = `templates/partials/${name}.${suffix}.hbs`;
          return [
            {
              ...placeOf(node, project),
              message: `There is no file ${file}.`,
              suggestion: nearest && `Did you mean {{> ${nearest}}}?`,
            },
          ];
        }),
      ),
  },
  {
    name: "circular-partial",
    severity: "error",
    protects: "A partial that includes itself never ends.",
    suggestion: "Remove one of the includes.",
    example: { file: "templates/partials/not-you.html.hbs", to: '<p>{{t "not-you"}}</p>\n{{> not-you}}' },
    check: ({ partials }) =>
      [partials.html, partials.txt].flatMap((group) =>
        [...group.values()]
          .filter(({ name, tree }) => includedPartials(tree, group).has(name))
          .map(({ file, name }) => ({ file, index: 0, message: `{{> ${name}}} includes itself.` })),
      ),
  },
];

/** Returns every structure and partial that is a file. */
function templatesOf({ messages, partials, files }: Project): readonly ParsedTemplate[] {
  const structures = messages.flatMap(({ parts }) => Object.values(parts));
  return [
    ...structures.filter(({ file }) => files.has(file)),
    ...partials.html.values(),
    ...partials.txt.values(),
  ];
}

type Nested = { readonly program?: hbs.AST.Program; readonly inverse?: hbs.AST.Program };

function nodesIn(program: hbs.AST.Program | undefined): readonly hbs.AST.Statement[] {
  return (program?.body ?? []).flatMap((node) => {
    const { program: inner, inverse } = node as Nested;
    return [node, ...nodesIn(inner), ...nodesIn(inverse)];
  });
}

function includedName(node: hbs.AST.Statement): string | undefined {
  if (!node.type.startsWith("Partial")) return undefined;
  const name = nameOf((node as hbs.AST.PartialStatement).name);
  return name === "" || name === "@partial-block" ? undefined : name;
}

/** Returns why a statement is not allowed; `undefined` if it is. */
function whyNotAllowed(node: hbs.AST.Statement): string | undefined {
  switch (node.type) {
    case "ContentStatement":
    case "CommentStatement":
      return undefined;
    case "MustacheStatement":
      return inMustache(node as hbs.AST.MustacheStatement);
    case "BlockStatement":
      return inBlock(node as hbs.AST.BlockStatement);
    case "PartialStatement":
    case "PartialBlockStatement":
      return inPartial(node as hbs.AST.PartialStatement);
    default:
      return "Decorators and inline partials are not available.";
  }
}

function inMustache({ path, params, hash, escaped }: hbs.AST.MustacheStatement): string | undefined {
  if (!escaped) return "{{{…}}} and {{& …}} print a value as HTML, even markup from a stranger.";
  if (path.type !== "PathExpression")
    return "A value in quotes, a number or true is not the name of a value.";
  const name = nameOf(path);
  if (name === "t")
    return isText({ path, params, hash }) ? undefined : 'Text is {{t "key"}}: one key, in straight quotes.';
  return params.length > 0 || hash ? `There is no helper "${name}".` : undefined;
}

function inBlock({ path, params, hash, program, inverse }: hbs.AST.BlockStatement): string | undefined {
  const name = nameOf(path);
  if (name !== "if" && name !== "unless") {
    return params.length > 0
      ? `There is no helper "${name}".`
      : `{{#${name}}} is not a condition: write {{#if ${name}}}.`;
  }
  const [condition] = params;
  const isOne = params.length === 1 && !hash && !program?.blockParams && !inverse?.blockParams;
  const isName = condition?.type === "PathExpression" || (condition !== undefined && isText(condition));
  return isOne && isName ? undefined : `{{#${name}}} takes one value, or one (t "key").`;
}

function inPartial({ name, params, hash }: hbs.AST.PartialStatement): string | undefined {
  if (name.type !== "PathExpression") return "The name of a partial is written out, not computed.";
  if (params.length > 0) return "A partial takes arguments with names: {{> button label=name}}.";
  const isPlain = (value: hbs.AST.Expression) =>
    value.type === "PathExpression" || /^(?:String|Number|Boolean)Literal$/.test(value.type) || isText(value);
  return hash?.pairs.every(({ value }) => isPlain(value)) === false
    ? 'An argument of a partial is a value, a text in quotes, or (t "key").'
    : undefined;
}

function isText(expression: object): boolean {
  const { params, hash } = expression as hbs.AST.SubExpression;
  return stringKey(expression as hbs.AST.Node) !== undefined && params.length === 1 && !hash;
}
