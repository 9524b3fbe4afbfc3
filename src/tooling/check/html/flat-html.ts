import Handlebars from "handlebars";
import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import { firstRefused } from "../../../message/accepted.ts";
import { isAccepted } from "../../../message/accepted-characters.ts";
import { hasNoEntity, plainFor } from "../../../message/repair.ts";
import { isSpace } from "../characters.ts";
import { indexAt } from "../place.ts";
import type { CheckedPart, Project } from "../project.ts";
import { perPart, perProject } from "../remembered.ts";
import type { Case } from "../rule.ts";
import { inlinedPart } from "../written.ts";

/**
 * The HTML of an email as one text, with the way back to what an author would change: both branches of each
 * condition one after the other, and a marker of one character where a value is printed. What is left out of
 * what is sent is left out here too (see repair.ts): `<i\u0007mg>` is a picture.
 */
export interface FlatHtml {
  /** A subject or SMS: all of it is one text, and nothing in it a tag or an entity. */
  readonly isPlain: boolean;
  readonly text: string;
  /** The values that are printed, in their order. */
  readonly values: readonly FlatValue[];
  /** Where an `{{#if}}` or `{{#unless}}` begins, changes to its `{{else}}`, and ends; offsets and the block's own place. */
  readonly conditions: readonly FlatCondition[];
  /**
   * In the order of their start tags, without those that a browser adds by itself, and those with a condition
   * inside their start tag: these are not one tag but several, and another rule speaks of them.
   */
  readonly elements: readonly FlatElement[];
  readonly texts: readonly FlatText[];
  readonly comments: readonly FlatSpan[];
  /** What stands in conditional comments (`<!--[if mso]>`): comments to all mail programs but Outlook for Windows. */
  readonly outlook: Pick<FlatHtml, "elements" | "texts" | "tags">;
  /** From `<` to `>`: the start and end tags of all elements. */
  readonly tags: readonly FlatSpan[];
  /** What the parser had to put up with, by the codes of the HTML standard; nothing of tags with a condition inside. */
  readonly errors: readonly (FlatSpan & { readonly code: string })[];
  /** The place in a file that an author would change for what stands here. */
  readonly at: (offset: number) => Pick<Case, "file" | "index">;
}

/** From one offset of the text to before another. */
export interface FlatSpan {
  readonly start: number;
  readonly end: number;
}

export interface FlatValue {
  /** `name`, `metadata.shop` */
  readonly name: string;
  readonly start: number;
}

export interface FlatCondition extends FlatSpan {
  /** The name that it asks for, and whether its first branch is for those that have it. */
  readonly asked: string;
  readonly isIf: boolean;
  readonly otherwise: number;
  readonly place: Pick<Case, "file" | "index">;
}

export interface FlatElement extends FlatSpan {
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly FlatAttribute[];
  readonly parent: FlatElement | undefined;
  /** After the `>` of its start tag. */
  readonly tagEnd: number;
  /** Where its end tag starts; `end` when it has none. */
  readonly endTag: number;
}

export interface FlatAttribute extends FlatSpan {
  /** In lower case. */
  readonly name: string;
  /** As a browser reads it: with entities decoded; markers where values are printed. */
  readonly value: string;
}

export interface FlatText extends FlatSpan {
  /** As a browser reads it, markers in it. */
  readonly value: string;
  readonly parent: FlatElement | undefined;
}

/** The HTML of an email; parsed once, and once for all regions of a language that have it in the same words. */
export const flatHtml = perPart((part, project): FlatHtml => {
  const flat = flattened(inlinedPart(part, project), part.suffix, project);
  if (part.suffix === "txt") return { ...flat, ...plainText(flat.text), isPlain: true };
  const edges = edgesOf(flat);
  const key = `${edges} ${flat.text}`;
  const known = parsedTexts(project);
  const parsed = known.get(key) ?? parsedText(flat.text, edges);
  known.set(key, parsed);
  return { ...flat, ...parsed, isPlain: false };
});

type Parsed = Omit<FlatHtml, keyof Flattened | "isPlain">;

function plainText(text: string): Parsed {
  const none = { elements: [], tags: [] };
  const texts = [{ value: text, start: 0, end: text.length, parent: undefined }];
  return { ...none, texts, comments: [], errors: [], outlook: { ...none, texts: [] } };
}

const parsedTexts = perProject((): Map<string, Parsed> => new Map());

/** Where the branches of conditions begin and end. */
export function edgesOf({ conditions }: Pick<FlatHtml, "conditions">): readonly number[] {
  return conditions.flatMap(({ start, otherwise, end }) => [start, otherwise, end]);
}

/** All emails of a project with their HTML. */
export function flatEmails(
  project: Project,
): readonly { readonly part: CheckedPart; readonly html: FlatHtml }[] {
  return project.parts
    .filter(({ suffix }) => suffix === "html")
    .map((part) => ({ part, html: flatHtml(part, project) }));
}

/** Where an attribute's value starts, after the quote; where the attribute does, when it has none. */
export function valueStart({ text }: FlatHtml, { start, end }: FlatAttribute): number {
  const [upToValue = ""] = /^[^=]*=\s*["']?/.exec(text.slice(start, end)) ?? [];
  return start + upToValue.length;
}

/** The nearest of an element and those around it for which something is so. */
export function closest(
  element: FlatElement | undefined,
  isIt: (element: FlatElement) => boolean,
): FlatElement | undefined {
  let each = element;
  while (each && !isIt(each)) each = each.parent;
  return each;
}

/** An attribute of an element; `undefined` when it has none of this name. */
export function attributeOf(element: FlatElement, name: string): FlatAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}

/** The values printed from one offset to before another. */
export function valuesIn({ values }: FlatHtml, { start, end }: FlatSpan): readonly FlatValue[] {
  return values.filter((value) => value.start >= start && value.start < end);
}

/** The first of the private-use characters, which no author types: Cognito would refuse them. */
const FIRST_MARKER = 0xe000;
const LAST_MARKER = 0xf8ff;
const MARKERS = /[\ue000-\uf8ff]/g;

// One for each name, whatever the email: what two emails share, their CSS above all, is then the same text.
const markers = new Map<string, string>();
const names = new Map<string, string>();

/** The marker that stands for a value. */
export function markerOf(name: string): string {
  const marker = markers.get(name) ?? String.fromCharCode(FIRST_MARKER + markers.size);
  markers.set(name, marker);
  names.set(marker, name);
  return marker;
}

/** A text of the HTML with something else in the place of its markers: by default `{{name}}`. */
export function unmarked(text: string, shown = (name: string) => `{{${name}}}`): string {
  return text.replace(MARKERS, (marker) => {
    const name = names.get(marker);
    return name === undefined ? marker : shown(name);
  });
}

/** The names whose markers stand in a text of the HTML. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(MARKERS)].flatMap(([marker]) => names.get(marker) ?? []);
}

/** A run of the text that comes from one place. */
interface Piece {
  readonly start: number;
  readonly file: string;
  readonly index: number;
  /** How far each character of the text is from `index`, where that is not as many characters. */
  readonly distances?: readonly number[] | undefined;
}

type Suffix = CheckedPart["suffix"];

type Flattened = Pick<FlatHtml, "text" | "values" | "conditions" | "at">;

/**
 * Where the pieces of a text come from is looked for when somebody asks: most emails have nothing to be told,
 * and to keep it for thousands of them takes longer than to look once more.
 */
function flattened(tree: hbs.AST.Program, suffix: Suffix, { files }: Project): Flattened {
  let pieces: readonly Piece[] | undefined;
  const at = (offset: number) => {
    pieces ??= flatten(tree, suffix, files, true).pieces;
    return placeIn(pieces, offset);
  };
  const { text, values, conditions } = flatten(tree, suffix, files, false);
  return { text, values, conditions, at };
}

function flatten(tree: hbs.AST.Program, suffix: Suffix, files: Project["files"], keepsPieces: boolean) {
  let text = "";
  const pieces: Piece[] = [];
  const values: FlatValue[] = [];
  const conditions: FlatCondition[] = [];
  const placeOf = ({ loc }: hbs.AST.Node) => {
    const { source: file, start } = loc as hbs.AST.SourceLocation & { source: string };
    const place = { line: start.line, column: start.column + 1 };
    return { file, index: indexAt(files.get(file) ?? "", place) };
  };
  const program = (each: hbs.AST.Program | undefined) => {
    for (const statement of each?.body ?? []) one(statement);
  };
  const one = (statement: hbs.AST.Statement) => {
    if (statement.type === "ContentStatement") {
      const { value, original } = statement as hbs.AST.ContentStatement & { original: string };
      const { sent, kept } = asSent(value, suffix);
      if (sent === "") return;
      if (keepsPieces) {
        const place = placeOf(statement);
        const piece = pieceOf(value, original, place, files.get(place.file) ?? "");
        pieces.push({ start: text.length, ...(kept ? withKept(piece, kept) : piece) });
      }
      text += sent.replace(MARKERS, "\ufffd");
    } else if (statement.type === "MustacheStatement") {
      // The path, not the braces: a name that was handed to a partial stands where it was handed over.
      const path = (statement as hbs.AST.MustacheStatement).path as hbs.AST.PathExpression;
      if (keepsPieces) pieces.push({ start: text.length, ...placeOf(path) });
      values.push({ name: path.original, start: text.length });
      text += markerOf(path.original);
    } else {
      const { path, params, program: then, inverse } = statement as hbs.AST.BlockStatement;
      const asked = (params[0] as hbs.AST.PathExpression).original;
      const isIf = (path as hbs.AST.PathExpression).original === "if";
      const start = text.length;
      program(then);
      const otherwise = text.length;
      program(inverse);
      conditions.push({ asked, isIf, start, otherwise, end: text.length, place: placeOf(statement) });
    }
  };
  program(tree);
  return { text: suffix === "html" ? withoutMarkers(text) : text, values, conditions, pieces };
}

/** What an entity stands for is taken for no value either. */
function withoutMarkers(text: string): string {
  return text.replace(/&#(?:x(?<hex>[0-9a-f]+)|(?<figure>\d+))/gi, (typed, ...rest) => {
    const { hex, figure } = rest.at(-1) as { readonly hex?: string; readonly figure?: string };
    const point = hex ? Number.parseInt(hex, 16) : Number(figure);
    return point >= FIRST_MARKER && point <= LAST_MARKER ? "\ufffd".repeat(typed.length) : typed;
  });
}

/** What is sent of a text, and the index at which each UTF-16 unit of it was; without where all is as it was. */
function asSent(value: string, suffix: Suffix): { readonly sent: string; readonly kept?: readonly number[] } {
  if (firstRefused(value) < 0) return { sent: value };
  let sent = "";
  const kept: number[] = [];
  let index = 0;
  for (const character of value) {
    const by = sentFor(character, suffix);
    sent += by;
    for (let unit = 0; unit < by.length; unit += 1) kept.push(index + unit);
    index += character.length;
  }
  return { sent, kept };
}

/** As repair.ts has it; an entity that it writes is read as the character itself. */
function sentFor(character: string, suffix: Suffix): string {
  if (isAccepted(character.codePointAt(0) as number)) return character;
  if (suffix === "txt") return plainFor(character);
  if (!hasNoEntity(character)) return character;
  return isSpace(character) ? " " : "";
}

function withKept(piece: Omit<Piece, "start">, kept: readonly number[]): Omit<Piece, "start"> {
  const { distances } = piece;
  return { ...piece, distances: distances ? kept.map((index) => distances[index] ?? 0) : kept };
}

/** Content as a piece: typed as it stands, handed over in quotes, or the indentation before a partial. */
function pieceOf(
  value: string,
  original: string,
  { file, index }: Pick<Case, "file" | "index">,
  text: string,
): Omit<Piece, "start"> {
  const typed = text[index];
  if (typed === original[0]) return { file, index: index + strippedBefore(value, original) };
  // The text of a literal never starts with a quote: it is escaped.
  const isHanded = typed === '"' || typed === "'";
  const distances = isHanded ? escapedDistances(text, index, value.length) : Array(value.length).fill(0);
  return { file, index, distances };
}

/** How much whitespace Handlebars has taken from the start of what was typed. */
function strippedBefore(value: string, original: string): number {
  const blank = (each: string) => each.length - each.trimStart().length;
  return value.trim() === "" ? 0 : blank(original) - blank(value);
}

/** How far what an escaped literal prints is from its first quote, character by character. */
function escapedDistances(text: string, index: number, length: number): number[] {
  const quote = text[index];
  const distances: number[] = [];
  for (let typed = index + 1; distances.length < length; typed += 1) {
    const at = typed;
    if (text[typed] === "\\" && text[typed + 1] === quote) typed += 1;
    const printed = Handlebars.escapeExpression(text[typed] ?? " ");
    for (let each = 0; each < printed.length; each += 1) distances.push(at - index);
  }
  return distances;
}

function placeIn(pieces: readonly Piece[], offset: number): Pick<Case, "file" | "index"> {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle] as Piece).start <= offset) low = middle;
    else high = middle - 1;
  }
  const { start, file, index, distances } = pieces[low] ?? { start: 0, file: "", index: 0 };
  const distance = offset - start;
  return { file, index: index + (distances ? (distances[distance] ?? distances.at(-1) ?? 0) : distance) };
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Mail programs run no scripts: they read the tags in a `<noscript>`. */
const PARSED = { sourceCodeLocationInfo: true, scriptingEnabled: false };

/** What is parsed of a text, in which conditions begin, change and end at the edges. */
function parsedText(text: string, edges: readonly number[]): Parsed {
  const errors: { code: string; start: number; end: number }[] = [];
  const document = parse(text, {
    ...PARSED,
    onParseError: ({ code, startOffset, endOffset }) =>
      errors.push({ code, start: startOffset, end: endOffset }),
  });
  const { divided, ...found } = collected(document, 0, edges);
  const isWhole = ({ start }: FlatSpan) => !divided.some((tag) => start >= tag.start && start < tag.end);
  return { ...found, outlook: inOutlook(found.comments, text, edges), errors: errors.filter(isWhole) };
}

/** What Outlook for Windows reads and others pass over begins so. */
export const FOR_OUTLOOK = /^<!--\[if[^\]]*\]>/i;

function inOutlook(
  comments: readonly FlatSpan[],
  text: string,
  edges: readonly number[],
): FlatHtml["outlook"] {
  const all = comments.flatMap(({ start, end }) => {
    const comment = text.slice(start, end);
    const [opening] = FOR_OUTLOOK.exec(comment) ?? [];
    if (!opening) return [];
    // It ends with `<![endif]-->`; where that is not so, all of it may be read.
    const ending = comment.lastIndexOf("<![");
    const content = comment.slice(opening.length, ending < 0 ? -"-->".length : ending);
    const fragment = parseFragment(content, PARSED);
    return [collected(fragment, start + opening.length, edges)];
  });
  return {
    elements: all.flatMap(({ elements }) => elements),
    texts: all.flatMap(({ texts }) => texts),
    tags: all.flatMap(({ tags }) => tags),
  };
}

type Collected = Pick<FlatHtml, "elements" | "texts" | "comments" | "tags"> & {
  /** The tags with a condition inside. */
  readonly divided: readonly FlatSpan[];
};

/** What a parsed piece of the text holds; `base` is the offset at which the piece starts. */
function collected(root: Node, base: number, edges: readonly number[]): Collected {
  const elements: FlatElement[] = [];
  const texts: FlatText[] = [];
  const comments: FlatSpan[] = [];
  const tags: FlatSpan[] = [];
  const divided: FlatSpan[] = [];
  const walk = (node: Node, parent: FlatElement | undefined) => {
    let inside = parent;
    if ("tagName" in node) {
      const element = elementOf(node, parent, base);
      const tag = element && { start: element.start, end: element.tagEnd };
      if (tag) tags.push(tag);
      if (element && element.endTag < element.end) tags.push({ start: element.endTag, end: element.end });
      if (element && tag) {
        const isDivided = edges.some((edge) => isInside(edge, tag));
        if (isDivided) divided.push(tag);
        else {
          elements.push(element);
          inside = element;
        }
      }
    } else if (node.nodeName === "#text") {
      const { value, sourceCodeLocation } = node as DefaultTreeAdapterTypes.TextNode;
      if (sourceCodeLocation) texts.push({ value, ...spanOf(sourceCodeLocation, base), parent });
    } else if (node.nodeName === "#comment" && node.sourceCodeLocation) {
      comments.push(spanOf(node.sourceCodeLocation, base));
    }
    const children =
      "content" in node ? node.content.childNodes : "childNodes" in node ? node.childNodes : [];
    for (const child of children) walk(child, inside);
  };
  walk(root, undefined);
  elements.sort((a, b) => a.start - b.start);
  return { elements, texts, comments, tags, divided };
}

/** Whether what is put in at an offset stands within a span, not beside it. */
export function isInside(offset: number, { start, end }: FlatSpan): boolean {
  return offset > start && offset < end;
}

function elementOf(node: Element, parent: FlatElement | undefined, base: number): FlatElement | undefined {
  const { sourceCodeLocation: location } = node;
  if (!location) return undefined;
  const attributes = node.attrs.flatMap(({ name, prefix, value }) => {
    const full = (prefix ? `${prefix}:${name}` : name).toLowerCase();
    const at = location.attrs?.[full] ?? location.attrs?.[name];
    return at ? [{ name: full, value, ...spanOf(at, base) }] : [];
  });
  return {
    name: node.tagName.toLowerCase(),
    attributes,
    parent,
    ...spanOf(location, base),
    tagEnd: base + (location.startTag?.endOffset ?? location.endOffset),
    endTag: base + (location.endTag?.startOffset ?? location.endOffset),
  };
}

function spanOf(
  { startOffset, endOffset }: { startOffset: number; endOffset: number },
  base: number,
): FlatSpan {
  return { start: base + startOffset, end: base + endOffset };
}
