import Handlebars from "handlebars";
import { indexAt, lineAt } from "./place.ts";
import type { Violation } from "./violation.ts";

/** A file of Handlebars. Only HTML is escaped. */
export interface TemplateFile {
  /** Relative to the project's folder. */
  readonly file: string;
  readonly text: string;
  readonly suffix: "html" | "txt";
}

export interface ParsedTemplate extends TemplateFile {
  /** Every node names its file and its place. Empty when the file cannot be parsed. */
  readonly tree: hbs.AST.Program;
  readonly violation?: Violation;
}

/** Parses a file of Handlebars. White space at its end is no part of what it writes. */
export function parseTemplate(template: TemplateFile): ParsedTemplate {
  const { file, text } = template;
  try {
    return { ...template, tree: Handlebars.parse(text.trimEnd(), { srcName: file }) };
  } catch (error) {
    return { ...template, tree: EMPTY, violation: { file, ...wording(error as Error, text) } };
  }
}

export const EMPTY = { type: "Program", body: [] } as unknown as hbs.AST.Program;

/** Handlebars' own words, with what usually is the cause. */
function wording(error: Error & { lineNumber?: number; column?: number }, text: string) {
  const { message, lineNumber, column = 0 } = error;
  // It states a place for a block that is closed by another name.
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
  // A quote that is missing is noticed at the next one.
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

/** What its parser shows in several lines: an excerpt with a caret, and what it expected, which may be all there is. */
function reasonIn(message: string): string {
  const [first = "", excerpt = "", caret = "", expected = ""] = message.split("\n");
  if (!/^-*\^/.test(caret)) return first;
  const [, wanted = "", got = ""] = /^Expecting (.*), got (.*)$/.exec(expected) ?? [];
  const tokens = wanted.split(", ");
  const what = tokens.length > 4 ? `unexpected ${got}` : `expecting ${wanted}, got ${got}`;
  return `${what} near ${excerpt.slice(Math.max(0, caret.length - 20), caret.length + 10).trim()}`;
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

/** The last block that is opened and not closed. */
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
