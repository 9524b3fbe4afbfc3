import Handlebars from "handlebars";
import type { MessageModel } from "../../message/model.ts";
import { inlined } from "../templates/inline.ts";
import type { CheckedPart, Project } from "./project.ts";
import { perPart } from "./remembered.ts";

/** A part's tree with its partials in it. The rules must have let the part through. */
export const inlinedPart = perPart(
  ({ tree, suffix }, { partials }): hbs.AST.Program => inlined(tree, suffix, partials[suffix]),
);

/**
 * What a part writes of a model, before it is repaired: what the renderer of the Lambda writes, which a test
 * holds it to. To compile each template for it would take most of the time that a check takes.
 */
export function written(part: CheckedPart, project: Project, model: MessageModel): string {
  const print = part.suffix === "html" ? (value: string) => Handlebars.escapeExpression(value) : String;
  const program = (tree: hbs.AST.Program | undefined): string =>
    (tree?.body ?? []).map((statement) => one(statement)).join("");
  const one = (statement: hbs.AST.Statement): string => {
    switch (statement.type) {
      case "ContentStatement":
        return (statement as hbs.AST.ContentStatement).value;
      case "MustacheStatement":
        return print(given((statement as hbs.AST.MustacheStatement).path, model) ?? "");
      default: {
        const { path, params, program: then, inverse } = statement as hbs.AST.BlockStatement;
        const isThere = Boolean(given(params[0] as hbs.AST.PathExpression, model));
        return program(isThere === (path.original === "if") ? then : inverse);
      }
    }
  };
  return program(inlinedPart(part, project));
}

function given(path: hbs.AST.Expression, model: MessageModel): string | undefined {
  let value: unknown = model;
  for (const key of (path as hbs.AST.PathExpression).parts) {
    value = Object.hasOwn(value as object, key) ? (value as Record<string, unknown>)[key] : undefined;
    if (value === undefined) return undefined;
  }
  return String(value);
}
