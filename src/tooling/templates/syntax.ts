import Handlebars from "handlebars";
import { indexAt, placeAt } from "../check/place.ts";
import type { TemplateSource } from "./sources.ts";

/** Why a template cannot be read, and where. */
export interface Unreadable {
  readonly rule: "syntax" | "unclosed-block";
  readonly index: number;
  readonly message: string;
  readonly mending: string;
}

/** A template's tree, each node of it naming the file that it stands in. */
export function parsed({ file, text }: TemplateSource): { tree: hbs.AST.Program } | { fault: Unreadable } {
  try {
    // What ends a file is no part of what it writes.
    return { tree: Handlebars.parse(text.trimEnd(), { srcName: file }) };
  } catch (error) {
    const { message } = error as Error;
    const known = unclosedBlock(text) ?? mistyped(text);
    if (known) return { fault: known };
    const index = indexIn(message, error as { lineNumber?: number; column?: number }, text);
    return { fault: { rule: "syntax", index, ...wording(message) } };
  }
}

/** A block that nothing closes, or that another's end closes, at its opener. */
function unclosedBlock(text: string): Unreadable | undefined {
  const open: { name: string; index: number; typed: string }[] = [];
  for (const match of withoutComments(text).matchAll(TAG)) {
    const [typed, , name = ""] = match;
    if (match[1] !== "/") {
      open.push({ name, index: match.index, typed });
      continue;
    }
    const last = open.pop();
    if (!last) {
      return {
        rule: "unclosed-block",
        index: match.index,
        message: `{{/${name}}} closes nothing.`,
        mending: `Remove it, or put the {{#${name}}} before it that is missing.`,
      };
    }
    if (last.name === name) continue;
    // Where nothing of that name is open, it is the end that is mistyped, not the block that is left open.
    if (!open.some((each) => each.name === name)) {
      return {
        rule: "unclosed-block",
        index: match.index,
        message: `{{/${name}}} closes nothing: what is open here is ${last.typed}…}} of line ${placeAt(text, last.index).line}.`,
        mending: `Did you mean {{/${last.name}}}?`,
      };
    }
    return {
      rule: "unclosed-block",
      index: last.index,
      message: `${last.typed}…}} is open where {{/${name}}} stands.`,
      mending: `Put {{/${last.name}}} before that {{/${name}}}.`,
    };
  }
  const left = open.at(-1);
  return (
    left && {
      rule: "unclosed-block",
      index: left.index,
      message: `${left.typed}…}} is opened here and never closed.`,
      mending: `Put {{/${left.name}}} where it ends.`,
    }
  );
}

/** What people mistype most: quotes as a word processor has them, and one brace of two. */
function mistyped(text: string): Unreadable | undefined {
  const quote = /\{\{[^{}]*?=\s*([“”„‟«»‘’‚])/.exec(text);
  if (quote) {
    return {
      rule: "syntax",
      index: quote.index + quote[0].length - 1,
      message: `The quote ${quote[1]} cannot stand here.`,
      mending: 'Write straight quotes: "…".',
    };
  }
  const brace = /(?<!\{)\{\{([^{}\n]*)\}(?!\})/.exec(text);
  return (
    (brace && {
      rule: "syntax",
      index: brace.index,
      message: `${brace[0]} lacks a }.`,
      mending: `Write ${brace[0]}}.`,
    }) ??
    undefined
  );
}

const COMMENT = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^}]*\}\}/g;

/** A template with its comments, which are sent to nobody, blanked: all else keeps its place. */
export function withoutComments(text: string): string {
  return text.replace(COMMENT, (comment) => " ".repeat(comment.length));
}

const TAG = /\{\{~?\s*(#>|#\*?|\/|\^(?=\s*\w))\s*([^\s}|~]+)/g;

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
    mending: "Look at the {{…}} here: is a } or a name missing?",
  };
}
