import { rawElements } from "./html-elements.ts";

/** A comment, or the quote of an attribute, that is opened in a template and not closed. */
export interface Unclosed {
  readonly is: "comment" | "quote";
  readonly index: number;
}

const BRACES = /\{\{!--[\s\S]*?--\}\}|\{\{[\s\S]*?\}\}/g;
const OPENING = /<(?:!--|\/?(?<name>[a-z][a-z0-9:-]*))/gi;

/**
 * The first comment or quote that a template leaves open: a parser would find the end of it somewhere in another
 * file. A quote is open where its value goes on over other tags, into another line or up to another attribute's.
 */
export function unclosedIn(template: string): Unclosed | undefined {
  // As long as it was: quotes between braces are Handlebars' own.
  const text = template.replace(BRACES, (each) => "x".repeat(each.length));
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const { index } = match;
    const name = match.groups?.name?.toLowerCase();
    if (name === undefined) {
      // <!--> is a whole one.
      const end = text.indexOf("-->", index + 2);
      if (end < 0) return { is: "comment", index };
      OPENING.lastIndex = end + 3;
      continue;
    }
    const tag = tagFrom(text, OPENING.lastIndex);
    if ("open" in tag) return { is: "quote", index: tag.open };
    const isRaw = rawElements.has(name) && text[index + 1] !== "/";
    const content = isRaw ? text.toLowerCase().indexOf(`</${name}`, tag.end) : tag.end;
    OPENING.lastIndex = content < 0 ? text.length : content;
  }
  return undefined;
}

/** Where a tag ends, or the quote in it that is left open. */
function tagFrom(text: string, start: number): { readonly end: number } | { readonly open: number } {
  let at = start;
  while (at < text.length && text[at] !== ">") {
    const quote = text[at];
    const isOpening =
      (quote === '"' || quote === "'") && /=\s*$/.test(text.slice(Math.max(start, at - 9), at));
    if (!isOpening) {
      at += 1;
      continue;
    }
    const end = text.indexOf(quote, at + 1);
    if (end < 0 || isTooLong(text.slice(at + 1, end), text[end + 1] ?? ">")) return { open: at };
    at = end + 1;
  }
  return { end: at };
}

/** Whether a value goes on over another tag, or up to the quote of the next attribute. */
function isTooLong(value: string, next: string): boolean {
  const endsInNext = !/[\s/>]/.test(next);
  return value.includes("<") ? value.includes("\n") || endsInNext : endsInNext && /\s[\w-]+=$/.test(value);
}
