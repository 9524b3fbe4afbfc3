import Handlebars from "handlebars";
import type { TemplateFile } from "./parse-template.ts";

type Program = hbs.AST.Program;
type Expression = hbs.AST.Expression;

/** The trees of partials by their names, all of one suffix. */
export type Partials = ReadonlyMap<string, { readonly tree: Program }>;

/** What names mean, where a partial is put in place. */
interface Place {
  readonly suffix: TemplateFile["suffix"];
  readonly partials: Partials;
  /** The arguments of the partials that we are inside of, as expressions of the template around them. */
  readonly given: ReadonlyMap<string, Expression>;
  /** What `{{> @partial-block}}` prints, inlined where it was written; each time in nodes of its own. */
  readonly block: () => Program["body"];
  /** The partials that we are inside of. */
  readonly inside: readonly string[];
}

/**
 * A template's tree with its partials put in their places, so that a function at run time is one piece: it
 * writes a message in less than half of the time that including them takes. Texts remain to be put in:
 * `{{t "key"}}`, also where a partial prints one that is its argument.
 *
 * White space is as Handlebars leaves it between a template and its partials. What no rule lets through is left
 * out: unknown and circular partials, helpers, decorators. A name in a block means what it means where the block
 * was written.
 *
 * Every node keeps the place in the file that an author would change: a partial's argument is where it was written.
 */
export function inlined(tree: Program, suffix: TemplateFile["suffix"], partials: Partials): Program {
  return {
    ...tree,
    body: statements(tree, { suffix, partials, given: new Map(), block: () => [], inside: [] }),
  };
}

/** What a statement may have inside; a `name` if it includes a partial. */
type Nested = Pick<hbs.AST.Node, "type"> & {
  readonly name?: Expression;
  readonly program?: Program;
  readonly inverse?: Program;
};

/** The names of the partials that a template includes, directly or by another one; unknown ones too. */
export function includedPartials(tree: Program, partials: Partials): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (program: Program | undefined): void => {
    for (const node of program?.body ?? []) {
      const { name, program: inner, inverse } = node as Nested;
      visit(inner);
      visit(inverse);
      if (name?.type !== "PathExpression") continue;
      const { original } = name as hbs.AST.PathExpression;
      if (original === "@partial-block" || names.has(original)) continue;
      names.add(original);
      visit(partials.get(original)?.tree);
    }
  };
  visit(tree);
  return names;
}

/** The key of `{{t "key"}}` or `(t "key")`; `undefined` for any other expression. */
export function stringKey(expression: hbs.AST.Node): string | undefined {
  const { path, params = [] } = expression as Partial<hbs.AST.MustacheStatement>;
  if ((path as hbs.AST.PathExpression | undefined)?.original !== "t") return undefined;
  const [key] = params as Partial<hbs.AST.StringLiteral>[];
  return key?.type === "StringLiteral" ? key.value : undefined;
}

function statements(program: Program | undefined, place: Place): Program["body"] {
  return (program?.body ?? []).flatMap((statement) => {
    switch (statement.type) {
      case "MustacheStatement":
        return printed(statement as hbs.AST.MustacheStatement, place);
      case "BlockStatement":
        return condition(statement as hbs.AST.BlockStatement, place);
      case "PartialStatement":
      case "PartialBlockStatement":
        return included(statement as hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, place);
      case "ContentStatement":
        return [statement];
      default:
        return [];
    }
  });
}

/** A value; an argument that is a text becomes text of the template, escaped as Handlebars would. */
function printed(statement: hbs.AST.MustacheStatement, place: Place): Program["body"] {
  if (stringKey(statement) !== undefined) return [{ ...statement, strip: KEPT } as hbs.AST.Statement];
  if (statement.params.length > 0) return [];
  const value = meant(statement.path, place);
  if (value.type === "PathExpression") {
    const { loc } = value === statement.path ? statement : value;
    return [{ ...statement, path: value, strip: KEPT, loc } as hbs.AST.Statement];
  }
  if (value.type === "SubExpression") {
    const { path, params, loc } = value as hbs.AST.SubExpression;
    return [{ ...statement, path, params, loc, strip: KEPT } as hbs.AST.Statement];
  }
  const text = textOf(value);
  return [content(place.suffix === "html" ? Handlebars.escapeExpression(text) : text, value)];
}

/** `if` and `unless`; about an argument that is a text they are decided here. */
function condition(statement: hbs.AST.BlockStatement, place: Place): Program["body"] {
  const { original } = statement.path as hbs.AST.PathExpression;
  const [asked] = statement.params;
  if (!asked || (original !== "if" && original !== "unless")) return [];
  const value = meant(asked, place);
  if (value.type !== "PathExpression" && stringKey(value) === undefined) {
    const isSet = Boolean((value as { value?: unknown }).value);
    return statements(isSet === (original === "if") ? statement.program : statement.inverse, place);
  }
  const branch = (program: Program | undefined) =>
    // Not `chained` any more: what was an `else if` may have been decided.
    program && { ...program, chained: false, body: statements(program, place) };
  return [
    {
      ...statement,
      params: [value],
      program: branch(statement.program),
      inverse: branch(statement.inverse),
      openStrip: KEPT,
      inverseStrip: KEPT,
      closeStrip: KEPT,
    } as hbs.AST.Statement,
  ];
}

function included(
  statement: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
  place: Place,
): Program["body"] {
  const name = String((statement.name as hbs.AST.PathExpression).original);
  if (name === "@partial-block") return place.block();
  const partial = place.partials.get(name);
  if (!partial || place.inside.includes(name)) return [];
  const args = (statement.hash?.pairs ?? []).map(({ key, value }) => [key, meant(value, place)] as const);
  const body = statements(partial.tree, {
    ...place,
    given: new Map([...place.given, ...args]),
    // A partial without a block of its own hands on the one around it.
    block: "program" in statement ? () => statements(statement.program, place) : place.block,
    inside: [...place.inside, name],
  });
  // What was before it on its line, which Handlebars has taken out of the text around it.
  const { indent } = statement as { indent?: string };
  return indent ? [content(indent, statement), ...body] : body;
}

/** What an expression of a partial means outside of it. */
function meant(expression: Expression, { given }: Place): Expression {
  if (expression.type !== "PathExpression") return expression;
  return given.get((expression as hbs.AST.PathExpression).original) ?? expression;
}

/** A literal as Handlebars would print it. */
function textOf(literal: Expression): string {
  const { value } = literal as { value?: unknown };
  return value === undefined || value === null ? "" : String(value);
}

/** A piece of text, at the place of a node. */
export function content(value: string, { loc }: Pick<hbs.AST.Node, "loc">): hbs.AST.ContentStatement {
  return { type: "ContentStatement", value, original: value, loc } as unknown as hbs.AST.ContentStatement;
}

/** White space has been stripped when each file was parsed: a second look must not strip more. */
const KEPT = { open: false, close: false };
