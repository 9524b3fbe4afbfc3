import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import { stringKey } from "../../templates/inlined.ts";
import { type Project, placeOf } from "../../templates/project.ts";
import { isBlock, isContent, isMustache, nameOf, type Structure } from "../../templates/structure.ts";
import type { Violation } from "../../templates/violation.ts";

/**
 * The HTML of a structure as one text, parsed once for all languages. Both branches of each condition follow each
 * other, and a marker of one character replaces each printed value or string.
 */
export interface FlatHtml {
  readonly text: string;
  /** The elements in the order of their start tags, without those that a browser adds. */
  readonly elements: readonly FlatElement[];
  readonly texts: readonly FlatText[];
  readonly comments: readonly Span[];
  /** The elements in conditional comments, `<!--[if mso]>`, which only Outlook for Windows reads. */
  readonly outlook: readonly FlatElement[];
  /** Tokenizer errors, by the codes of the HTML standard. */
  readonly errors: readonly { readonly code: string; readonly start: number }[];
  /** Returns a text with each marker as `{{name}}`. */
  readonly unmarked: (text: string, shown?: (printed: Printed) => string) => string;
  /** Returns the printed value or string of each marker in a text. */
  readonly printedIn: (text: string) => readonly Printed[];
  /** Returns the branches around an offset, such as `if name`. */
  readonly branchesAt: (offset: number) => string;
  /** Whether an offset is inside `<!--[if !mso]><!-->`: hidden from Outlook for Windows on purpose. */
  readonly isHiddenFromOutlook: (offset: number) => boolean;
  /** Returns the place in the file that an author would change. */
  readonly at: (offset: number) => Place;
}

/** The value of the model, or string of the catalogs, that a marker replaces. */
export type Printed = { readonly value: string } | { readonly key: string };

/** A range of offsets in the text, without its end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface FlatElement extends Span {
  readonly name: string;
  /** The attributes by name. Element and attribute names are in lower case. */
  readonly attributes: ReadonlyMap<string, FlatAttribute>;
  readonly parent: FlatElement | undefined;
  /** The offset after the `>` of its start tag. */
  readonly tagEnd: number;
  /** The offset of its end tag; `undefined` without one. */
  readonly endTag: number | undefined;
  /** Whether a browser moves it out of the table around it. */
  readonly isMovedOut: boolean;
}

export interface FlatAttribute extends Span {
  /** The value as a browser reads it: with decoded entities, and markers for printed values. */
  readonly value: string;
  /** Returns the offset of an index in the value; with entities, that of its start. */
  readonly offsetOf: (index: number) => number;
}

export interface FlatText extends Span {
  readonly value: string;
  readonly parent: FlatElement | undefined;
  readonly isMovedOut: boolean;
}

const cache = new WeakMap<Structure, FlatHtml>();

/** Returns the HTML of a structure. Memoized: a structure does not change. */
export function flatHtml(structure: Structure, project: Pick<Project, "files">): FlatHtml {
  const cached = cache.get(structure);
  if (cached) return cached;
  const flat = flattened(structure, project);
  const html = { ...flat, ...parsed(flat.text) };
  cache.set(structure, html);
  return html;
}

/** Returns the emails of a project. */
export function flatEmails(
  project: Project,
): readonly { readonly message: Project["messages"][number]; readonly html: FlatHtml }[] {
  return project.messages.map((message) => ({ message, html: flatHtml(message.parts.email, project) }));
}

/** Private-use characters, which no email contains, since Cognito rejects them. */
const FIRST_MARKER = 0xe000;
const MOST_MARKERS = 0x1900;
const MARKERS = /[\ue000-\uf8ff]/g;

type Flattened = Pick<FlatHtml, "text" | "unmarked" | "printedIn" | "branchesAt" | "at">;

function flattened({ inlined }: Structure, project: Pick<Project, "files">): Flattened {
  let text = "";
  const nodes: { readonly start: number; readonly node: hbs.AST.Node }[] = [];
  const places = new Map<object, Place>();
  const branches: { readonly start: number; readonly names: string }[] = [{ start: 0, names: "" }];
  const markers = new Map<string, string>();
  const printed = new Map<string, Printed>();
  const print = (each: Printed) => {
    const id = JSON.stringify(each);
    const marker = markers.get(id) ?? String.fromCharCode(FIRST_MARKER + (markers.size % MOST_MARKERS));
    markers.set(id, marker);
    printed.set(marker, each);
    text += marker;
  };
  const walk = (program: hbs.AST.Program | undefined, names: string) => {
    for (const node of program?.body ?? []) {
      nodes.push({ start: text.length, node });
      if (isContent(node)) text += node.value.replace(MARKERS, "\ufffd");
      else if (isMustache(node)) {
        const key = stringKey(node);
        print(key === undefined ? { value: nameOf(node.path) } : { key });
      } else if (isBlock(node)) {
        const [condition] = node.params as [hbs.AST.Node];
        const key = stringKey(condition);
        const name = key === undefined ? nameOf(condition) : `(t "${key}")`;
        const isIf = nameOf(node.path) === "if";
        const branch = (inner: hbs.AST.Program | undefined, word: string) => {
          const inside = `${names}${names && ", "}${word} ${name}`;
          branches.push({ start: text.length, names: inside });
          walk(inner, inside);
        };
        branch(node.program, isIf ? "if" : "unless");
        branch(node.inverse, isIf ? "unless" : "if");
        branches.push({ start: text.length, names });
      }
    }
  };
  walk(inlined, "");
  return {
    text,
    unmarked: (marked, shown = (each) => ("key" in each ? `{{t "${each.key}"}}` : `{{${each.value}}}`)) =>
      marked.replace(MARKERS, (marker) => {
        const each = printed.get(marker);
        return each ? shown(each) : marker;
      }),
    printedIn: (marked) => (marked.match(MARKERS) ?? []).flatMap((marker) => printed.get(marker) ?? []),
    branchesAt: (offset) => lastBefore(branches, offset)?.names ?? "",
    at: (offset) => {
      const piece = lastBefore(nodes, offset);
      if (!piece) return { file: "", index: 0 };
      const place = places.get(piece) ?? startOf(piece.node, project);
      places.set(piece, place);
      const isTyped = isContent(piece.node as hbs.AST.Statement);
      return isTyped ? { ...place, index: place.index + offset - piece.start } : place;
    },
  };
}

type Place = Pick<Violation, "file" | "index">;

/** Returns the start of a node's text in its file. */
function startOf(node: hbs.AST.Node, project: Pick<Project, "files">): Place {
  const { file, index } = placeOf(node, project);
  if (!isContent(node as hbs.AST.Statement)) return { file, index };
  const { value, original } = node as hbs.AST.ContentStatement & { original: string };
  // An argument of a partial starts after its quote; Handlebars strips white space at the start of a text.
  const isTyped = project.files.get(file)?.[index] === original[0];
  return { file, index: index + (isTyped ? Math.max(original.indexOf(value), 0) : 1) };
}

/** Returns the last of the sorted items that starts at or before an offset. */
export function lastBefore<T extends { readonly start: number }>(
  all: readonly T[],
  offset: number,
): T | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as T).start <= offset) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}

type Parsed = Omit<FlatHtml, keyof Flattened>;
type Node = DefaultTreeAdapterTypes.Node;

/** Mail clients run no scripts, so they show the content of `<noscript>`. */
const OPTIONS = { sourceCodeLocationInfo: true, scriptingEnabled: false };

function parsed(text: string): Parsed {
  const errors: { code: string; start: number }[] = [];
  const onParseError = ({ code, startOffset }: { code: string; startOffset: number }) =>
    errors.push({ code, start: startOffset });
  const { elements, texts, comments } = collected(parse(text, { ...OPTIONS, onParseError }), 0);
  const hidden = hiddenFromOutlook(text, comments);
  return {
    elements,
    texts,
    comments,
    errors,
    outlook: comments.flatMap(({ start, end }) => {
      const comment = text.slice(start, end);
      const [opening] = /^<!--\[if[^\]]*\]>/i.exec(comment) ?? [];
      if (!opening) return [];
      const ending = comment.lastIndexOf("<![");
      const content = comment.slice(opening.length, ending < 0 ? undefined : ending);
      return collected(parseFragment(content, OPTIONS), start + opening.length).elements;
    }),
    isHiddenFromOutlook: (offset) => offset < (lastBefore(hidden, offset)?.end ?? 0),
  };
}

/** Returns the spans from each `[if !…]` to the next `[endif]`, in order. */
function hiddenFromOutlook(text: string, comments: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let opened: number | undefined;
  for (const { start, end } of comments) {
    const comment = text.slice(start, end);
    if (/^<!(?:--)?\[if[\s(]*!/i.test(comment)) opened ??= start;
    if (opened !== undefined && /<!\[endif\]/i.test(comment)) {
      spans.push({ start: opened, end });
      opened = undefined;
    }
  }
  return spans;
}

/** Collects the elements, texts and comments of a parsed tree, whose text starts at the offset `base`. */
function collected(root: Node, base: number): Pick<FlatHtml, "elements" | "texts" | "comments"> {
  const found = { elements: [] as FlatElement[], texts: [] as FlatText[], comments: [] as Span[] };
  const open: { node: Node; parent: FlatElement | undefined; isMovedOut: boolean }[] = [];
  // Without recursion: tags can be nested deeper than the call stack.
  let next: (typeof open)[number] | undefined = { node: root, parent: undefined, isMovedOut: false };
  for (; next; next = open.pop()) {
    const { node, parent, isMovedOut } = next;
    const { sourceCodeLocation: location } = node as Partial<DefaultTreeAdapterTypes.Element>;
    const span = location && { start: base + location.startOffset, end: base + location.endOffset };
    let inside = parent;
    if ("tagName" in node && span) {
      inside = elementOf(node, parent, base, isMovedOut);
      found.elements.push(inside);
    } else if (node.nodeName === "#text" && span) {
      const { value } = node as DefaultTreeAdapterTypes.TextNode;
      found.texts.push({ value, ...span, parent, isMovedOut });
    } else if (node.nodeName === "#comment" && span) {
      found.comments.push(span);
    }
    const children =
      "content" in node ? node.content.childNodes : "childNodes" in node ? node.childNodes : [];
    const moved = movedOut(children);
    for (const child of children.toReversed())
      open.push({ node: child, parent: inside, isMovedOut: moved.has(child) });
  }
  for (const all of Object.values(found)) all.sort((a, b) => a.start - b.start);
  return found;
}

/** Returns the nodes before a table in the tree but after its start in the text ("foster-parented"). */
function movedOut(children: readonly Node[]): ReadonlySet<Node> {
  const moved = new Set<Node>();
  let table = Infinity;
  for (const child of children.toReversed()) {
    const { sourceCodeLocation: location } = child as Partial<DefaultTreeAdapterTypes.Element>;
    if (!location) continue;
    if (child.nodeName === "table") table = location.startOffset;
    else if (location.endOffset > table) moved.add(child);
  }
  return moved;
}

function elementOf(
  { tagName, attrs, sourceCodeLocation: location }: DefaultTreeAdapterTypes.Element,
  parent: FlatElement | undefined,
  base: number,
  isMovedOut: boolean,
): FlatElement {
  const { startOffset, endOffset, startTag, endTag } = location as NonNullable<typeof location>;
  const attributes = attrs.flatMap(({ name, prefix, value }): [string, FlatAttribute][] => {
    const full = (prefix ? `${prefix}:${name}` : name).toLowerCase();
    const at = location?.attrs?.[full] ?? location?.attrs?.[name];
    if (!at) return [];
    const [start, end] = [base + at.startOffset, base + at.endOffset];
    // Without quotes, the value ends where the attribute does; with them, one character before.
    const rest = end - start - full.length - value.length;
    const from = rest === 1 ? end - value.length : end - value.length - 1;
    const isSame = rest === 1 || rest === 3;
    return [[full, { value, start, end, offsetOf: (index) => (isSame ? from + index : start) }]];
  });
  return {
    name: tagName.toLowerCase(),
    attributes: new Map(attributes),
    parent,
    start: base + startOffset,
    end: base + endOffset,
    tagEnd: base + (startTag?.endOffset ?? endOffset),
    endTag: endTag && base + endTag.startOffset,
    isMovedOut,
  };
}
