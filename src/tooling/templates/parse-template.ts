import Handlebars from "handlebars";
import { indexAt, lineAt } from "./place.ts";
import type { Violation } from "./violation.ts";

/** A Handlebars file. Only HTML is escaped. */
export interface TemplateFile {
  /** The path from the project's folder. */
  readonly file: string;
  readonly text: string;
  readonly suffix: "html" | "txt";
}

export interface ParsedTemplate extends TemplateFile {
  /** The tree, whose nodes have a file and a location. It is empty if the file cannot be parsed. */
  readonly tree: hbs.AST.Program;
  readonly violation?: Violation;
}

/** Parses a Handlebars file. White space at its end is ignored. */
export function parseTemplate(template: TemplateFile): ParsedTemplate {
  const { file, text } = template;
  try {
    return { ...template, tree: Handlebars.parse(text.trimEnd(), { srcName: file }) };
  } catch (error) {
    return { ...template, tree: EMPTY, violation: { file, ...wording(error as Error, text) } };
  }
}

const EMPTY = { type: "Program", body: [] } as unknown as hbs.AST.Program;

/** Returns Handlebars' message with the usual cause. */
function wording(error: Error & { lineNumber?: number; column?: number }, text: string) {
  const { message, lineNumber, column = 0 } = error;
  // Handlebars has a line and column for a block that is closed by another name.
  const [, open, close] = /^(\S+) doesn't match (\S+)/.exec(message) ?? [];
  if (open && lineNumber !== undefined) {
    return {
      index: indexAt(text, { line: lineNumber, column: column + 1 }),
      message: `{{/${close}}} closes nothing: {{#${open}}} is open here.`,
      suggestion: `Close {{#${open}}} first, or correct one of the two names.`,
    };
  }
  const line = lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  const start = indexAt(text, { line, column: 1 });
  const unclosed = message.includes("got 'EOF'") ? openBlock(text) : undefined;
  if (unclosed) {
    return {
      index: unclosed.index,
      message: `{{#${unclosed.name}}} is not closed: the file ends inside it.`,
      suggestion: `Write {{/${unclosed.name}}} where it ends.`,
    };
  }
  const own = lineAt(text, start);
  const hint = hints.find(({ pattern }) => pattern.test(own));
  // Handlebars reports a missing quote at the next quote.
  const quote = hint ? -1 : text.search(OPEN_QUOTE);
  return {
    index: quote >= 0 ? quote : start + (hint ? own.search(hint.pattern) : 0),
    message: `Handlebars cannot read this: ${reasonIn(message)}.`,
    suggestion:
      quote >= 0
        ? 'A quote is missing: text is written {{t "key"}}.'
        : (hint?.suggestion ?? "Compare its braces with those of the lines around it."),
  };
}

/** Returns the parser's message of several lines as one: an excerpt with a caret, and the expected tokens. */
function reasonIn(message: string): string {
  const [first = "", excerpt = "", caret = "", expected = ""] = message.split("\n");
  if (!/^-*\^/.test(caret)) return first;
  const [, tokens = "", got = ""] = /^Expecting (.*), got (.*)$/.exec(expected) ?? [];
  const reason = tokens.split(", ").length > 4 ? `unexpected ${got}` : `expecting ${tokens}, got ${got}`;
  return `${reason} near ${excerpt.slice(Math.max(0, caret.length - 20), caret.length + 10).trim()}`;
}

const OPEN_QUOTE = /\{\{[^{}"]*"[^{}"]*\}\}/;

const hints = [
  {
    pattern: /\{\{[^{}]*[\u2018-\u201f\u00ab\u00bb]/,
    suggestion: 'Write straight quotes: {{t "key"}}.',
  },
  {
    pattern: /\{\{[^{}]*\}(?!\})|(?<!\{)\{[^{}]+\}\}|\{\{[^{}]*$/,
    suggestion: "A brace is missing: values are written {{name}}.",
  },
] as const;

/** Returns the last block that is not closed. */
function openBlock(text: string): { readonly name: string; readonly index: number } | undefined {
  const open: { name: string; index: number }[] = [];
  for (const { 1: mark, 2: name = "", index } of text.matchAll(/\{\{~?(#>|[#/])\s*([^\s{}~]+)/g)) {
    if (mark === "/")
      open.splice(
        open.findLastIndex((each) => each.name === name),
        1,
      );
    else open.push({ name, index });
  }
  return open.at(-1);
}
