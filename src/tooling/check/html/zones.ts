import type { TemplateSource } from "../../templates/sources.ts";

/**
 * What a place in a template's file is: text that is written, the words of an attribute, the value of one that
 * programs read (an address, a width), what else stands in a tag, a style or script, a text that is handed to a
 * partial, or nothing that is sent.
 */
export type Zone = "text" | "attribute" | "setting" | "tag" | "code" | "literal" | "unsent";

interface Span {
  readonly start: number;
  readonly end: number;
  readonly zone: Zone;
}

/** The zone of each index of a file's text. */
export interface Zones {
  readonly at: (index: number) => Zone;
  /** The zone of HTML around a `{{…}}`. */
  readonly around: (index: number) => Zone;
}

/** The zones of a template's file. */
export function zonesOf({ text, suffix }: Pick<TemplateSource, "text" | "suffix">): Zones {
  const braces = bracesIn(text);
  const markup = suffix === "html" ? markupIn(blanked(text, braces)) : [];
  const around = painted(text, markup);
  const within = painted(text, [...markup, ...braces]);
  return { around: (index) => zoneAt(around, index), at: (index) => zoneAt(within, index) };
}

const ZONES: readonly Zone[] = ["text", "attribute", "setting", "tag", "code", "literal", "unsent"];

/** The number of the zone of each character: a long file is asked for thousands of them. */
function painted({ length }: string, spans: readonly Span[]): Uint8Array {
  const numbers = new Uint8Array(length);
  // The innermost comes last.
  for (const { start, end, zone } of spans) numbers.fill(ZONES.indexOf(zone), start, end);
  return numbers;
}

function zoneAt(numbers: Uint8Array, index: number): Zone {
  return ZONES[numbers[index] ?? 0] as Zone;
}

/** Comments and `{{…}}` as Handlebars reads them; one with a backslash before it is text. */
const BRACES =
  /(?<!(?<!\\)\\)\{\{(?:~?!--[\s\S]*?--~?\}\}|~?!(?!--)[\s\S]*?\}\}|(?:"(?:\\"|[^"\\]|\\(?!"))*"|'(?:\\'|[^'\\]|\\(?!'))*'|[^"'}]|\}(?!\}))*\}\}\}?)/g;
const LITERAL = /"(?:\\"|[^"\\]|\\(?!"))*"|'(?:\\'|[^'\\]|\\(?!'))*'/g;

function bracesIn(text: string): Span[] {
  return [...text.matchAll(BRACES)].flatMap(({ 0: typed, index }) => {
    const own: Span = { start: index, end: index + typed.length, zone: "unsent" };
    if (/^\{\{~?!/.test(typed)) return [own];
    const literals = [...typed.matchAll(LITERAL)].map(({ 0: literal, index: at }): Span => {
      return { start: index + at, end: index + at + literal.length, zone: "literal" };
    });
    return [own, ...literals];
  });
}

/** The text with letters for what stands in braces, which may hold what would look like markup. */
function blanked(text: string, braces: readonly Span[]): string {
  let blank = "";
  let done = 0;
  for (const { start, end, zone } of braces) {
    if (zone !== "unsent") continue;
    blank += text.slice(done, start) + "x".repeat(end - start);
    done = end;
  }
  return blank + text.slice(done);
}

/**
 * A comment that Outlook for Windows reads as markup, from its opener to where it ends; another comment; a tag.
 * The inside of the first is looked at like all else.
 */
const MARKUP =
  /<!--\[if[^\]]*\]>(?!<!-->|-->)(?=[\s\S]*?<!\[endif\]-->)|<!\[endif\]-->|<!--[\s\S]*?(?:-->|$)|<\/?([a-z][a-z0-9-]*)(?:[^>"']|"[^"]*"|'[^']*')*>?/gi;

/** A tag that is one: of another, what is what in it shows when it is mended. */
const WHOLE = /^<(?:[^<>"']|"[^"]*"|'[^']*')*>$/;

/** Those in which a browser reads neither tags nor entities. */
const RAW = /^(?:style|script|xmp|iframe|noembed|noframes|plaintext)$/i;

function markupIn(html: string): Span[] {
  const spans: Span[] = [];
  const small = html.toLowerCase();
  MARKUP.lastIndex = 0;
  for (let match = MARKUP.exec(html); match; match = MARKUP.exec(html)) {
    const [typed, name] = match;
    const end = match.index + typed.length;
    const isForOutlook = /^<!(?:--)?\[/.test(typed);
    if (name || isForOutlook) spans.push({ start: match.index, end, zone: "tag" });
    if (!name) continue;
    spans.push(
      ...(WHOLE.test(typed)
        ? valuesIn(typed, match.index)
        : [{ start: match.index, end, zone: "setting" as const }]),
    );
    if (!RAW.test(name) || typed.startsWith("</")) continue;
    const close = small.indexOf(`</${name.toLowerCase()}`, end);
    spans.push({ start: end, end: close < 0 ? html.length : close, zone: "code" });
    MARKUP.lastIndex = close < 0 ? html.length : close;
  }
  return spans;
}

/** An attribute and its value, in quotes or not: other spaces than those of ASCII end neither. */
const ATTRIBUTE = /([^\t\n\f\r />="']+)[\t\n\f\r ]*=[\t\n\f\r ]*("[^"]*"|'[^']*'|[^\t\n\f\r >"']+)/g;

/** Those that people read, or have read to them. */
const WORDS = new Set(["alt", "title", "summary", "label", "placeholder", "abbr"]);

function valuesIn(tag: string, start: number): Span[] {
  return [...tag.matchAll(ATTRIBUTE)].map(({ 0: typed, 1: name = "", 2: value = "", index }): Span => {
    const end = start + index + typed.length;
    return { start: end - value.length, end, zone: zoneOfValue(name, value) };
  });
}

function zoneOfValue(typed: string, value: string): Zone {
  const [name = ""] = /[a-z-]+$/i.exec(typed) ?? [];
  const small = name.toLowerCase();
  if (WORDS.has(small) || small.startsWith("aria-")) return "attribute";
  // A space would end a style without quotes.
  return small === "style" && /^["']/.test(value) ? "code" : "setting";
}
