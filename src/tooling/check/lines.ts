import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { closest, type FlatElement, type FlatHtml, type FlatText, flatHtml, unmarked } from "./flat-html.ts";
import { perPart } from "./remembered.ts";
import type { Case } from "./rule.ts";
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

/** The elements that stand within a line. */
const inline = new Set(
  "a abbr b bdi bdo big cite code em font i kbd mark q s small span strong sub sup time u wbr".split(" "),
);
const unread = new Set(["style", "script"]);

/** A run of the HTML that is part of a line. */
interface Run {
  readonly typed: string;
  readonly start: number;
}

function lined(html: FlatHtml): Line[] {
  const edges = html.conditions.flatMap(({ start, otherwise, end }) => [start, otherwise, end]);
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
  const tags = text.slice(before.end, after.start).matchAll(/<\/?([a-z][a-z0-9]*)/gi);
  return (
    blockOf(before) !== blockOf(after) ||
    edges.some((edge) => edge >= before.end && edge <= after.start) ||
    [...tags].some(([, name = ""]) => !inline.has(name.toLowerCase()))
  );
}

function blockOf({ parent }: FlatText): FlatElement | undefined {
  return closest(parent, ({ name }) => !inline.has(name));
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
    text: runs.map(({ typed }) => read(typed)).join(""),
    at: (index) => {
      offsets ??= offsetsOf(runs);
      return html.at(offsets[index] ?? runs[0]?.start ?? 0);
    },
    isSeen: () => whyUnseen(runs[0]?.start ?? 0, html) === undefined,
  };
}

/** The offsets in the HTML of the characters of a line. Of most lines nobody asks. */
function offsetsOf(runs: readonly Run[]): number[] {
  const offsets: number[] = [];
  for (const { typed, start } of runs) {
    for (const { 0: stretch, index: offset } of typed.matchAll(STRETCH)) {
      // Most are single letters, which are read as they are.
      const length = /^[^\ue000-\uf8ff]$/.test(stretch) ? 1 : read(stretch).length;
      for (let each = 0; each < length; each += 1) offsets.push(start + offset);
    }
  }
  return offsets;
}

const ENTITY = /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/gi;
/** What stands for one letter or sign. */
export const STRETCH = new RegExp(`${ENTITY.source}|[\\s\\S]`, "gi");

/** What is typed, as it is read: without entities and the markers of values. */
function read(typed: string): string {
  return unmarked(decoded(typed), () => VALUE);
}

/** What is typed, without entities. */
export function decoded(typed: string): string {
  return typed.replace(ENTITY, entity);
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
