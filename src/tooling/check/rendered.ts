import Handlebars from "handlebars";
import type { MessageModel } from "../../message/message-model.ts";
import { type Project, placeInText, placeOf } from "../templates/project.ts";
import { isBlock, isContent, nameOf } from "../templates/structure.ts";
import type { Violation } from "../templates/violation.ts";

/** The text of a part for a model, and the places in the files that it comes from. */
export interface Rendered {
  readonly text: string;
  /** The nodes that the text comes from, in order, each with its start in the text. */
  readonly pieces: readonly { readonly at: number; readonly node: hbs.AST.Node }[];
  /** Returns the place in the file that a character of the text comes from. */
  readonly placeAt: (index: number) => Pick<Violation, "file" | "index">;
}

/**
 * Renders a tree as the Lambda does; a test compares the two. Compiling each tree for this would take most of the
 * time of a check.
 *
 * @param tree from `treeIn(locale, structure, project)`
 */
export function rendered(
  tree: hbs.AST.Program,
  suffix: "html" | "txt",
  model: MessageModel,
  project: Project,
): Rendered {
  const print = suffix === "html" ? (value: string) => Handlebars.escapeExpression(value) : String;
  const starts: { readonly at: number; readonly node: hbs.AST.Node }[] = [];
  let text = "";
  const add = (piece: string, node: hbs.AST.Node) => {
    if (piece === "") return;
    starts.push({ at: text.length, node });
    text += piece;
  };
  const write = (program: hbs.AST.Program | undefined): void => {
    for (const node of program?.body ?? []) {
      if (isContent(node)) add(node.value, node);
      else if (isBlock(node)) {
        const isSet = Boolean(valueAt(node.params[0] as hbs.AST.Expression, model));
        write(isSet === (nameOf(node.path) === "if") ? node.program : node.inverse);
      } else {
        const { path, escaped } = node as hbs.AST.MustacheStatement;
        const value = String(valueAt(path, model) ?? "");
        add(escaped ? print(value) : value, node);
      }
    }
  };
  write(tree);
  return {
    text,
    pieces: starts,
    placeAt: (index) => {
      const piece = starts.findLast(({ at }) => at <= index);
      if (!piece) return { file: "", index: 0 };
      const { node, at } = piece;
      return isContent(node as hbs.AST.Statement)
        ? placeInText(node as hbs.AST.ContentStatement, index - at, project)
        : placeOf(node, project);
    },
  };
}

function valueAt(path: hbs.AST.Expression, model: MessageModel): unknown {
  let value: unknown = model;
  for (const key of (path as hbs.AST.PathExpression).parts) {
    value = Object.hasOwn(Object(value), key) ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value;
}
