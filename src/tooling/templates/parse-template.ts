import Handlebars from "handlebars";
import { indexAt } from "./place.ts";
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
    const { message } = error as Error;
    const index = indexIn(message, error as { lineNumber?: number; column?: number }, text);
    return { ...template, tree: EMPTY, violation: { file, index, ...wording(message) } };
  }
}

export const EMPTY = { type: "Program", body: [] } as unknown as hbs.AST.Program;

/** Handlebars states a place for a block closed by another name; its parser shows an excerpt with a caret. */
function indexIn(
  message: string,
  { lineNumber, column }: { lineNumber?: number; column?: number },
  text: string,
): number {
  if (lineNumber !== undefined) return indexAt(text, { line: lineNumber, column: (column ?? 0) + 1 });
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  return indexAt(text, { line, column: 1 });
}

function wording(message: string): Pick<Violation, "message" | "suggestion"> {
  const [, open, close] = /^(\S+) doesn't match (\S+)/.exec(message) ?? [];
  if (open) {
    return {
      message: `{{/${close}}} closes nothing: {{#${open}}} is open here.`,
      suggestion: `Close {{#${open}}} first, or correct one of the two names.`,
    };
  }
  if (message.includes("got 'EOF'")) {
    return {
      message: "The file ends inside a block or a {{…}}.",
      suggestion: "Look for a missing {{/…}} or }}.",
    };
  }
  return {
    message: "Handlebars cannot read the braces in this line.",
    suggestion: "Look for a missing brace, a curly quote, or a name that is not one word.",
  };
}
