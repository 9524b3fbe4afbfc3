import { isAccepted } from "../../message/is-accepted.ts";
import { firstRejected } from "../../message/rejections.ts";
import { plainFor, repairedHtml } from "../../message/repaired-text.ts";
import type { CatalogString, Segment } from "./catalog.ts";
import type { HtmlContext } from "./html-context.ts";
import { content, stringKey } from "./inlined.ts";
import { placeAt } from "./place.ts";
import { isPersonal, piecesOf } from "./scope.ts";
import { isBlock, isMustache, nameOf, type Structure } from "./structure.ts";

type Body = hbs.AST.Program["body"];

/** A language as {@link localized} reads it. */
export interface Language {
  /** Returns the string of a key; `undefined` if it is missing. */
  readonly stringOf: (key: string) => CatalogString | undefined;
  /** Returns the text of a catalog's file, for the locations of its strings. */
  readonly textOf: (file: string) => string;
  readonly dir: "ltr" | "rtl";
}

/**
 * Returns a structure's tree with the strings of one language: their text is escaped for its context, their values
 * are expressions, and `{{#if (t "key")}}` is decided. In HTML text, `<bdi>` isolates a person's values, and in
 * right-to-left languages the brand's name.
 *
 * Every node of a string has its location in the catalog.
 */
export function localized(structure: Structure, language: Language): hbs.AST.Program {
  const { contexts } = structure;
  const isHtml = structure.suffix === "html";
  const isIsolated = (name: string, context: HtmlContext) =>
    isHtml &&
    context.in === "text" &&
    !context.isIsolated &&
    (isPersonal(name) || (name === "brand.name" && language.dir === "rtl"));

  const value = (node: hbs.AST.MustacheStatement, context: HtmlContext): Body =>
    isIsolated(nameOf(node.path), context) ? [content("<bdi>", node), node, content("</bdi>", node)] : [node];

  const string = (key: string, context: HtmlContext): Body => {
    const found = language.stringOf(key);
    if (!found) return [];
    return found.segments.flatMap((segment) => {
      const loc = locationOf(found, segment, language.textOf(found.file));
      if ("name" in segment) return value(valueNode(segment.name, loc), context);
      return [
        content(isHtml ? htmlText(segment.text, context) : plainText(segment.text, structure.part), { loc }),
      ];
    });
  };

  const body = (program: hbs.AST.Program): Body =>
    program.body.flatMap((node): Body => {
      // A condition on a value is decided when the message is rendered, one on a string here.
      if (isBlock(node)) return block(node);
      const context = contexts.get(node);
      if (!isMustache(node) || !context) return [node];
      const key = stringKey(node);
      return key === undefined ? value(node, context) : string(key, context);
    });

  const block = (node: hbs.AST.BlockStatement): Body => {
    const inside = (program: hbs.AST.Program | undefined) => program && { ...program, body: body(program) };
    const key = stringKey(node.params[0] as hbs.AST.Node);
    if (key === undefined) {
      return [
        { ...node, program: inside(node.program), inverse: inside(node.inverse) } as hbs.AST.BlockStatement,
      ];
    }
    const isPresent = language.stringOf(key) !== undefined;
    const taken = isPresent === (nameOf(node.path) === "if") ? node.program : node.inverse;
    return taken ? body(taken) : [];
  };

  return { ...structure.inlined, body: body(structure.inlined) };
}

/** Returns text as HTML: characters that Cognito would reject as entities, a line break as `<br>` or a space. */
function htmlText(text: string, context: HtmlContext): string {
  const escaped = text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\r?\n/g, context.in === "text" ? "<br>" : " ");
  const quoted =
    context.in === "attribute" ? escaped.replace(/"/g, "&quot;").replace(/'/g, "&#39;") : escaped;
  return repairedHtml(quoted).replaceAll("&#160;", "&nbsp;");
}

/** Returns text without line breaks; for a subject also without characters that Cognito would reject. */
function plainText(text: string, part: Structure["part"]): string {
  const line = text.replace(/\s*\r?\n\s*/g, " ");
  if (part === "sms" || firstRejected(line) < 0) return line;
  return [...line]
    .map((each) => (isAccepted(each.codePointAt(0) as number) ? each : plainFor(each)))
    .join("");
}

function valueNode(name: string, loc: hbs.AST.SourceLocation): hbs.AST.MustacheStatement {
  const parts = piecesOf(name);
  const path = { type: "PathExpression", original: name, parts, data: false, depth: 0, loc };
  const strip = { open: false, close: false };
  return {
    type: "MustacheStatement",
    path,
    params: [],
    escaped: true,
    strip,
    loc,
  } as unknown as hbs.AST.MustacheStatement;
}

function locationOf(string: CatalogString, segment: Segment, text: string): hbs.AST.SourceLocation {
  const place = (index: number) => {
    const { line, column } = placeAt(text, index);
    return { line, column: column - 1 };
  };
  const start = place(string.index(segment.at));
  return { source: string.file, start, end: start };
}
