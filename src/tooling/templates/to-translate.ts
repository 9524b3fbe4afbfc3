/** What `new` leaves where a text is to be translated: a comment, which nobody is sent. */
export const TO_TRANSLATE = "translate";

const MARK = ` {{! ${TO_TRANSLATE} }}`;

/** `{{…}}`, comments of both kinds among them; tags and comments of HTML; and the text between them. */
const PIECES = /\{\{!--[\s\S]*?--\}\}|\{\{[\s\S]*?\}\}|<!--[\s\S]*?-->|<[^>]*>|(?:[^<{]|\{(?!\{))+/g;

/** A text in quotes that is handed to a partial; an address among them is not for translating. */
const HANDED = /=\s*(?:"(?!\w+:)[^"]*\p{L}[^"]*"|'(?!\w+:)[^']*\p{L}[^']*')/u;

/** An attribute with words in it, which a person reads or hears. */
const ATTRIBUTE = /\s(?:alt|aria-label|summary|title)\s*=\s*(?:"[^"]*\p{L}[^"]*"|'[^']*\p{L}[^']*')/iu;

/** A template in which each line that has a text ends with a mark, and how many there are. */
export function marked(template: string): { readonly text: string; readonly marks: number } {
  const pieces = [...template.matchAll(PIECES)].map(({ 0: typed, index }) => ({ typed, index }));
  const words = pieces.flatMap(wordsIn);
  let text = "";
  let done = 0;
  let marks = 0;
  let next = 0;
  for (const end of lineEnds(template, pieces)) {
    const from = next;
    while (next < words.length && (words[next] as number) <= end) next += 1;
    if (next === from) continue;
    text += template.slice(done, end) + MARK;
    done = end;
    marks += 1;
  }
  return { text: text + template.slice(done), marks };
}

/** A part of a template, and where it starts. */
interface Piece {
  readonly typed: string;
  readonly index: number;
}

/** Where a piece has words to translate: once for each line of a text, from top to bottom. */
function wordsIn({ typed, index }: Piece): number[] {
  const end = index + typed.length;
  if (typed.startsWith("{{!") || typed.startsWith("<!--")) return [];
  if (typed.startsWith("{{")) return HANDED.test(typed) ? [end] : [];
  if (typed.startsWith("<")) return ATTRIBUTE.test(blanked(typed)) ? [end] : [];
  return [...blanked(typed).matchAll(/^.*\p{L}/gmu)].map(({ index: line }) => index + line);
}

/** The letters of an entity, or of what a `{{…}}` asks for, are no words. */
function blanked(typed: string): string {
  return typed.replace(/&#?\w+;|\{\{[\s\S]*?\}\}/g, (each) => each.replace(/\p{L}/gu, " "));
}

/** Where lines end, from top to bottom: those alone that do not end inside a `{{…}}` or a tag. */
function lineEnds(template: string, pieces: readonly Piece[]): number[] {
  const ends: number[] = [];
  const inside = pieces.filter(({ typed }) => /^(?:\{\{|<)/.test(typed) && typed.includes("\n"));
  let next = 0;
  for (const { index } of template.matchAll(/\r?\n|$/g)) {
    while (next < inside.length && endOf(inside[next] as Piece) <= index) next += 1;
    const piece = inside[next];
    if (!piece || index <= piece.index) ends.push(index);
  }
  return ends;
}

function endOf({ typed, index }: Piece): number {
  return index + typed.length;
}
