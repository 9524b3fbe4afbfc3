import Handlebars from "handlebars";
import { indexAt } from "../check/place.ts";
import { fullWidthSign, mistyped, type Unreadable } from "./mistyped.ts";
import type { TemplateSource } from "./sources.ts";
import { unclosedBlock } from "./unclosed-blocks.ts";

/** A template's tree, each node of it naming the file that it stands in. */
export function parsed({ file, text }: TemplateSource): { tree: hbs.AST.Program } | { fault: Unreadable } {
  const sign = fullWidthSign(withoutComments(text));
  if (sign) return { fault: sign };
  try {
    // What ends a file is no part of what it writes.
    return { tree: Handlebars.parse(text.trimEnd(), { srcName: file }) };
  } catch (error) {
    const { message } = error as Error;
    const written = withoutComments(text);
    const known = mistyped(written) ?? unclosedBlock(written);
    if (known) return { fault: known };
    const index = indexIn(message, error as { lineNumber?: number; column?: number }, text);
    return { fault: { rule: "syntax", index, ...wording(message) } };
  }
}

const COMMENT = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}/g;

/** A template with its comments, which are sent to nobody, blanked: all else keeps its place. */
export function withoutComments(text: string): string {
  return text.replace(COMMENT, (comment) => " ".repeat(comment.length));
}

/** Handlebars names a place for a block closed by another name; its parser shows an excerpt and a caret. */
function indexIn(
  message: string,
  { lineNumber, column }: { lineNumber?: number; column?: number },
  text: string,
): number {
  if (lineNumber !== undefined) return indexAt(text, { line: lineNumber, column: (column ?? 0) + 1 });
  const [heading = "", excerpt = "", caret = ""] = message.split("\n");
  const line = Number(/on line (\d+)/.exec(heading)?.[1] ?? 1);
  const shown = excerpt.replace(/^\.\.\./, "").replace(/\.\.\.$/, "");
  const dots = excerpt.startsWith("...") ? 3 : 0;
  // The excerpt stands with its line ends taken out; look for it in the template treated alike.
  const start = text.replaceAll("\n", "").indexOf(shown);
  if (shown === "" || start < 0) return indexAt(text, { line, column: 1 });
  return withLineEnds(text, start + Math.max(0, caret.indexOf("^") - dots));
}

/** The index of a place that was counted without line ends. */
function withLineEnds(text: string, index: number): number {
  let left = index;
  let start = 0;
  for (const line of text.split("\n")) {
    if (left < line.length) return start + left;
    left -= line.length;
    start += line.length + 1;
  }
  return text.length;
}

function wording(message: string): { message: string; mending: string } {
  if (message.includes("got 'EOF'")) {
    return {
      message: "The template ends inside a {{…}}.",
      mending: "Look for the missing }}.",
    };
  }
  if (message.includes("got 'INVALID'")) {
    return {
      message: "A character does not belong in {{…}} here.",
      mending: "Look at what stands between {{ and }}.",
    };
  }
  return {
    message: "What stands in braces here cannot be read.",
    mending: "Look at the {{…}} here: is a brace, a quote or a name missing?",
  };
}
