/** What `new` leaves where a text is to be translated: a comment, which nobody is sent. */
export const TO_TRANSLATE = "translate";

const MARK = ` {{! ${TO_TRANSLATE} }}`;

/** `{{…}}`, comments of both kinds among them; tags and comments of HTML; and the text between them. */
const PIECES = /\{\{!--[\s\S]*?--\}\}|\{\{[\s\S]*?\}\}|<!--[\s\S]*?-->|<[^>]*>|(?:(?!\{\{|<)[\s\S])+/g;

/** A text in quotes that is handed to a partial; an address among them is not for translating. */
const HANDED = /=\s*(?:"(?!\w+:)[^"]*\p{L}[^"]*"|'(?!\w+:)[^']*\p{L}[^']*')/u;

/** A template in which each line that has a text ends with a mark, and how many there are. */
export function marked(template: string): { readonly text: string; readonly marks: number } {
  const ends = new Set<number>();
  for (const { 0: piece, index } of template.matchAll(PIECES)) {
    if (piece.startsWith("{{!") || piece.startsWith("<")) continue;
    if (piece.startsWith("{{")) {
      if (HANDED.test(piece)) ends.add(lineEnd(template, index + piece.length));
      continue;
    }
    // The letters of an entity are no words.
    const words = piece.replace(/&#?\w+;/g, (entity) => " ".repeat(entity.length));
    for (const { index: line } of words.matchAll(/^.*\p{L}/gmu)) ends.add(lineEnd(template, index + line));
  }
  let text = template;
  for (const end of [...ends].sort((a, b) => b - a)) text = text.slice(0, end) + MARK + text.slice(end);
  return { text, marks: ends.size };
}

/** Where the line ends; inside a `{{…}}` or a tag that goes on, where that line ends on which it does. */
function lineEnd(template: string, from: number): number {
  const newline = template.indexOf("\n", from);
  const end = newline < 0 ? template.length : newline - (template[newline - 1] === "\r" ? 1 : 0);
  const before = template.slice(0, end);
  const isInside =
    before.lastIndexOf("{{") > before.lastIndexOf("}}") || before.lastIndexOf("<") > before.lastIndexOf(">");
  return isInside && newline >= 0 ? lineEnd(template, newline + 1) : end;
}
