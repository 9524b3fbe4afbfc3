import type { Part } from "../../message/rejections.ts";
import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { contextOf, HTML_START, type HtmlContext, type HtmlState, htmlAfter } from "./html-context.ts";
import { includedPartials, inlined, stringKey } from "./inlined.ts";
import type { ParsedTemplate } from "./parse-template.ts";
import type { Scope } from "./scope.ts";

/** The structure of one part of a message, shared by all languages. */
export interface Structure extends ParsedTemplate {
  /** `forgot-password` */
  readonly message: string;
  readonly source: CustomMessageSource;
  readonly part: Part;
  /** The values that the part may use. */
  readonly scope: Scope;
  /** The tree with the partials inlined, and without strings. */
  readonly inlined: hbs.AST.Program;
  /** The names of the partials that it includes, directly or indirectly, known or not. */
  readonly includes: ReadonlySet<string>;
  /** The part's own file and those of its partials. */
  readonly files: readonly string[];
  /** The pieces of `inlined`, in the order of the text. */
  readonly pieces: readonly Piece[];
  /** The contexts of the pieces, by their nodes. */
  readonly contexts: ReadonlyMap<hbs.AST.Node, HtmlContext>;
}

/** A text, value, string or condition of a structure or one of its partials. */
export type Piece = {
  /** The context in HTML; in plain text always `{ in: "text" }`. */
  readonly context: HtmlContext;
  /** The values that the `{{#if}}`s around it test: they are set here. */
  readonly testedValues: readonly string[];
  /** The keys that the `{{#if (t "key")}}`s around it test: their strings exist here. */
  readonly testedKeys: readonly string[];
} & (
  | { readonly is: "text"; readonly node: hbs.AST.ContentStatement; readonly state: HtmlState }
  /** `{{name}}` */
  | { readonly is: "value"; readonly node: hbs.AST.MustacheStatement; readonly name: string }
  /** `{{t "key"}}`, or where a partial prints `(t "key")` */
  | { readonly is: "string"; readonly node: hbs.AST.MustacheStatement; readonly key: string }
  /** `{{#if name}}`, `{{#unless name}}` */
  | { readonly is: "value condition"; readonly node: hbs.AST.BlockStatement; readonly name: string }
  /** `{{#if (t "key")}}` */
  | { readonly is: "string condition"; readonly node: hbs.AST.BlockStatement; readonly key: string }
);

export type StringPiece = Extract<Piece, { is: "string" }>;

type Template = Omit<Structure, "inlined" | "includes" | "files" | "pieces" | "contexts">;

/** Returns the structure of a part, with its partials inlined. */
export function structureOf(template: Template, partials: ReadonlyMap<string, ParsedTemplate>): Structure {
  const tree = inlined(template.tree, template.suffix, partials);
  const includes = includedPartials(template.tree, partials);
  const files = [template.file, ...[...includes].flatMap((name) => partials.get(name)?.file ?? [])];
  const pieces = piecesIn(tree, template.suffix);
  const contexts = new Map(pieces.map(({ node, context }): [hbs.AST.Node, HtmlContext] => [node, context]));
  return { ...template, inlined: tree, includes, files, pieces, contexts };
}

type Around = Pick<Piece, "testedValues" | "testedKeys">;

function piecesIn(tree: hbs.AST.Program, suffix: ParsedTemplate["suffix"]): readonly Piece[] {
  const pieces: Piece[] = [];
  const walk = (program: hbs.AST.Program | undefined, around: Around, start: HtmlState): HtmlState => {
    let state = start;
    for (const node of program?.body ?? []) {
      const here = { ...around, context: contextOf(state) };
      if (isContent(node)) {
        pieces.push({ ...here, is: "text", node, state });
        if (suffix === "html") state = htmlAfter(state, node.value);
      } else if (isMustache(node)) {
        const key = stringKey(node);
        if (key !== undefined) pieces.push({ ...here, is: "string", node, key });
        else pieces.push({ ...here, is: "value", node, name: nameOf(node.path) });
        // The next text is not the first in its element.
        if (state.in === "text") state = { ...state, element: "" };
      } else if (isBlock(node)) {
        state = walkBlock(node, here, state);
      }
    }
    return state;
  };
  const walkBlock = (
    node: hbs.AST.BlockStatement,
    here: Pick<Piece, "testedValues" | "testedKeys" | "context">,
    state: HtmlState,
  ) => {
    const [tested] = node.params as [hbs.AST.Expression];
    const key = stringKey(tested);
    const name = nameOf(tested);
    if (key === undefined) pieces.push({ ...here, is: "value condition", node, name });
    else pieces.push({ ...here, is: "string condition", node, key });
    const { testedValues: values, testedKeys } = here;
    const inside =
      key === undefined
        ? { testedValues: [...values, name], testedKeys }
        : { testedValues: values, testedKeys: [...testedKeys, key] };
    const isIf = nameOf(node.path) === "if";
    const outside = { testedValues: values, testedKeys };
    const after = walk(node.program, isIf ? inside : outside, state);
    const otherwise = walk(node.inverse, isIf ? outside : inside, state);
    // Both branches end in the same state, unless the HTML is broken.
    return node.program && node.program.body.length > 0 ? after : otherwise;
  };
  walk(tree, { testedValues: [], testedKeys: [] }, HTML_START);
  return pieces;
}

export function isContent(node: hbs.AST.Statement): node is hbs.AST.ContentStatement {
  return node.type === "ContentStatement";
}

export function isMustache(node: hbs.AST.Statement): node is hbs.AST.MustacheStatement {
  return node.type === "MustacheStatement";
}

export function isBlock(node: hbs.AST.Statement): node is hbs.AST.BlockStatement {
  return node.type === "BlockStatement";
}

/** Returns the name of an expression, such as `brand.name`; empty if it is not a name. */
export function nameOf(expression: hbs.AST.Node): string {
  return expression.type === "PathExpression" ? (expression as hbs.AST.PathExpression).original : "";
}
