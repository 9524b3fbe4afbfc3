import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { perPart } from "../remembered.ts";
import type { Case } from "../rule.ts";
import {
  closest,
  edgesOf,
  type FlatElement,
  type FlatHtml,
  type FlatText,
  flatHtml,
  unmarked,
} from "./flat-html.ts";
import { whyUnseen } from "./seen.ts";

/** A run of text as a person reads it in one go: a paragraph, the label of a button, an SMS. */
export interface Line {
  /** Tags taken out and entities decoded; {@link VALUE} stands where a value is printed. */
  readonly text: string;
  /** Where a UTF-16 index of it was typed. */
  readonly at: (index: number) => Pick<Case, "file" | "index">;
  /** Whether the message shows it: what lists of emails show of one is hidden in the email itself. */
  readonly isSeen: () => boolean;
}

/** Stands for a value that is printed. */
export const VALUE = "\ufffc";

/**
 * The lines of a part with what its partials write, from top to bottom; what stands in an `{{#if}}` and in
 * its `{{else}}` are lines of their own.
 */
export const linesOf = perPart((part, project): readonly Line[] => lined(flatHtml(part, project)));

/** Where a line ends. All others, those that nobody knows too, stand within one. */
const block = new Set(
  [
    "address article aside blockquote body br button caption center col colgroup dd details dialog dir div dl dt",
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html img input legend li main",
    "menu nav object ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead",
    "title tr ul video",
  ].flatMap((line) => line.split(" ")),
);
const unread = new Set(["style", "script"]);

/** A run of the HTML that is part of a line. */
interface Run {
  readonly typed: string;
  readonly start: number;
}

function lined(html: FlatHtml): Line[] {
  const edges = edgesOf(html);
  const lines: Run[][] = [];
  let last: FlatText | undefined;
  for (const text of html.texts.filter(({ parent }) => !unread.has(parent?.name ?? ""))) {
    const [first, ...others] = cut(text, html, edges);
    const line = last && !isBroken(last, text, html, edges) ? lines.at(-1) : undefined;
    if (line && first) line.push(first);
    else if (first) lines.push([first]);
    lines.push(...others.map((run) => [run]));
    last = text;
  }
  return lines.map((runs) => lineOf(runs, html)).filter(({ text }) => text.trim() !== "");
}

/** Whether a new line begins between two texts: another block, or another branch of a condition. */
export function isBroken(
  before: FlatText,
  after: FlatText,
  { text }: FlatHtml,
  edges: readonly number[],
): boolean {
  return (
    blockOf(before) !== blockOf(after) ||
    edges.some((edge) => edge >= before.end && edge <= after.start) ||
    [...text.slice(before.end, after.start).matchAll(TAG)].some(([, name]) => isBlock(name))
  );
}

/** A tag, its name apart; and a comment, in which there is none. */
const TAG = /<!--[\s\S]*?(?:-->|$)|<\/?([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*/gi;

function isBlock(name = ""): boolean {
  return block.has(name.toLowerCase());
}

function blockOf({ parent }: FlatText): FlatElement | undefined {
  return closest(parent, ({ name }) => isBlock(name));
}

/** A text in runs, where branches of conditions begin and end within it. */
function cut({ start, end }: FlatText, { text }: FlatHtml, edges: readonly number[]): Run[] {
  const within = edges.filter((edge) => edge > start && edge < end).sort((a, b) => a - b);
  const starts = [start, ...within];
  return starts.map((from, index) => ({ typed: text.slice(from, starts[index + 1] ?? end), start: from }));
}

function lineOf(runs: readonly Run[], html: FlatHtml): Line {
  let offsets: readonly number[] | undefined;
  return {
    text: runs.map(({ typed }) => read(typed, html)).join(""),
    at: (index) => {
      offsets ??= offsetsOf(runs, html);
      return html.at(offsets[index] ?? runs[0]?.start ?? 0);
    },
    isSeen: () => whyUnseen(runs[0]?.start ?? 0, html) === undefined,
  };
}

/** The offsets in the HTML of the characters of a line. Of most lines nobody asks. */
function offsetsOf(runs: readonly Run[], html: FlatHtml): number[] {
  const offsets: number[] = [];
  for (const { typed, start } of runs) {
    for (const { 0: stretch, index: offset } of typed.matchAll(STRETCH)) {
      // Most are single letters, which are read as they are.
      const shown = /^[^\ue000-\uf8ff]$/.test(stretch) ? stretch : read(stretch, html);
      const step = shown === stretch ? 1 : 0;
      for (let each = 0; each < shown.length; each += 1) offsets.push(start + offset + step * each);
    }
  }
  return offsets;
}

/** Browsers read many without their semicolon too. */
const ENTITY = /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);?/gi;
/** What stands for one letter or sign. */
export const STRETCH = new RegExp(`${ENTITY.source}|[\\s\\S]`, "gi");

/** What is typed, as it is read: without entities and the markers of values. */
function read(typed: string, html: FlatHtml): string {
  return unmarked(decoded(typed, html), () => VALUE);
}

/** What is typed, without entities; what is no HTML has none. */
export function decoded(typed: string, { isPlain }: Pick<FlatHtml, "isPlain">): string {
  return isPlain ? typed : typed.replace(ENTITY, entity);
}

const entities = new Map<string, string>();

/** What `&nbsp;` is read as. */
function entity(typed: string): string {
  const known = entities.get(typed);
  if (known !== undefined) return known;
  const [node] = parseFragment(typed).childNodes;
  const { value } = node as DefaultTreeAdapterTypes.TextNode;
  entities.set(typed, value);
  return value;
}
