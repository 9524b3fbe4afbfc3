import Handlebars from "handlebars";
import type { TemplateSource } from "./sources.ts";

type Program = hbs.AST.Program;
type Expression = hbs.AST.Expression;

/** The trees of partials by their names, all of one suffix. */
export type Partials = ReadonlyMap<string, { readonly tree: Program }>;

/** What stands for names, where a partial is put in place. */
interface Place {
  readonly suffix: TemplateSource["suffix"];
  readonly partials: Partials;
  /** The values handed to the partials that we are inside of, in the words of the template around them. */
  readonly given: ReadonlyMap<string, Expression>;
  /** What `{{> @partial-block}}` stands for: done already, where it was written. */
  readonly block: Program["body"];
}

/**
 * A template's tree with its partials put in their places, so that a function at run time is one piece: it
 * writes a message in less than half of the time that including them takes.
 *
 * Whitespace is as Handlebars leaves it between a template and its partials. A template that the checker has
 * let through is taken for granted: names, partials and what is handed to them are as its rules say, and a
 * name in a block means what it means where the block was written.
 *
 * Every node keeps the place in the file that an author would change: a text that was handed to a partial
 * stands where it was handed over.
 */
export function inlined(tree: Program, suffix: TemplateSource["suffix"], partials: Partials): Program {
  return { ...tree, body: statements(tree, { suffix, partials, given: new Map(), block: [] }) };
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

/** A value; one that was handed over as a text is text of the template now, escaped as it would have been. */
function printed(statement: hbs.AST.MustacheStatement, place: Place): Program["body"] {
  const path = meant(statement.path, place);
  if (path.type === "PathExpression") return [{ ...statement, path, strip: KEPT } as hbs.AST.Statement];
  const text = textOf(path);
  return [content(place.suffix === "html" ? Handlebars.escapeExpression(text) : text, path)];
}

/** `if` and `unless`; about a text that was handed over they are decided here. */
function condition(statement: hbs.AST.BlockStatement, place: Place): Program["body"] {
  const [asked] = statement.params;
  const value = asked && meant(asked, place);
  if (value && value.type !== "PathExpression") {
    const isThere = Boolean((value as { value?: unknown }).value);
    const isIf = (statement.path as hbs.AST.PathExpression).original === "if";
    return statements(isThere === isIf ? statement.program : statement.inverse, place);
  }
  const branch = (program: Program | undefined) =>
    // Not `chained` any more: what was an `else if` may have been decided.
    program && { ...program, chained: false, body: statements(program, place) };
  return [
    {
      ...statement,
      params: value ? [value] : [],
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
  if (name === "@partial-block") return place.block;
  const partial = place.partials.get(name);
  if (!partial) throw new Error(`There is no partial ${name}: check the template first.`);
  const handed = (statement.hash?.pairs ?? []).map(({ key, value }) => [key, meant(value, place)] as const);
  const body = statements(partial.tree, {
    ...place,
    given: new Map([...place.given, ...handed]),
    // A partial without a block of its own hands on the one around it.
    block: "program" in statement ? statements(statement.program, place) : place.block,
  });
  // What stood before it on its line, which Handlebars has taken out of the text around it.
  const { indent } = statement as { indent?: string };
  return indent ? [content(indent, statement), ...body] : body;
}

/** What an expression of a partial stands for outside of it. */
function meant(expression: Expression, { given }: Place): Expression {
  if (expression.type !== "PathExpression") return expression;
  return given.get((expression as hbs.AST.PathExpression).original) ?? expression;
}

/** A literal as Handlebars would print it. */
function textOf(literal: Expression): string {
  const { value } = literal as { value?: unknown };
  return value === undefined || value === null ? "" : String(value);
}

function content(value: string, { loc }: hbs.AST.Node): hbs.AST.Statement {
  return { type: "ContentStatement", value, original: value, loc } as unknown as hbs.AST.ContentStatement;
}

/** Whitespace has been stripped when each file was parsed: a second look must not strip more. */
const KEPT = { open: false, close: false };
