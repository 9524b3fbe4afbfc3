import Handlebars from "handlebars";
import type { Finding } from "./finding.ts";
import type { TemplateSource } from "./sources.ts";

/** A template's tree, or where and why it cannot be read. */
export function parsed({ file, text }: TemplateSource): { tree: hbs.AST.Program } | { finding: Finding } {
  try {
    return { tree: Handlebars.parse(text) };
  } catch (error) {
    const { message } = error as Error;
    const place = placeIn(message, error as { lineNumber?: number; column?: number }, text);
    return {
      finding: { rule: "syntax", severity: "error", file, ...place, ...wording(message) },
    };
  }
}

/** Handlebars names a place for a block closed by another name; its parser shows an excerpt and a caret. */
function placeIn(
  message: string,
  { lineNumber, column }: { lineNumber?: number; column?: number },
  text: string,
): { line: number; column: number } {
  if (lineNumber !== undefined) return { line: lineNumber, column: (column ?? 0) + 1 };
  const [heading = "", excerpt = "", caret = ""] = message.split("\n");
  const line = Number(/on line (\d+)/.exec(heading)?.[1] ?? 1);
  const shown = excerpt.replace(/^\.\.\./, "").replace(/\.\.\.$/, "");
  const dots = excerpt.startsWith("...") ? 3 : 0;
  // The excerpt stands with its line ends taken out; look for it in the template treated alike.
  const start = text.replaceAll("\n", "").indexOf(shown);
  if (shown === "" || start < 0) return { line, column: 1 };
  return placeAt(text, start + Math.max(0, caret.indexOf("^") - dots));
}

/** The line and column of a place counted without line ends. */
function placeAt(text: string, index: number): { line: number; column: number } {
  let left = index;
  const lines = text.split("\n");
  for (const [number, line] of lines.entries()) {
    if (left < line.length) return { line: number + 1, column: left + 1 };
    left -= line.length;
  }
  return { line: lines.length, column: 1 };
}

function wording(message: string): { message: string; mending: string } {
  const [, opened, closed] = /(\S+) doesn't match (\S+)/.exec(message) ?? [];
  if (opened && closed) {
    return {
      message: `{{#${opened}}} is closed by {{/${closed}}}.`,
      mending: `Close it with {{/${opened}}}.`,
    };
  }
  if (message.includes("got 'EOF'")) {
    return {
      message: "The template ends inside a block or a {{…}}.",
      mending: "Look for a {{#if}} without its {{/if}}, or for missing }}.",
    };
  }
  if (message.includes("got 'INVALID'")) {
    return {
      message: "A character does not belong in {{…}} here.",
      mending: "Look at what stands between {{ and }}.",
    };
  }
  return {
    message: "Handlebars cannot read this.",
    mending: "Look at the {{…}} here: is a } or a name missing?",
  };
}
