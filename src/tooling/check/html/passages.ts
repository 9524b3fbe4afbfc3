import { isPersonal } from "../../templates/scope.ts";
import type { BrandSettings } from "../../templates/settings.ts";
import type { Project } from "../project.ts";
import { perPart, perProject } from "../remembered.ts";
import { isForThose } from "./brand-branches.ts";
import {
  attributeOf,
  closest,
  edgesOf,
  type FlatCondition,
  type FlatElement,
  type FlatHtml,
  type FlatText,
  flatHtml,
  markerOf,
  unmarked,
} from "./flat-html.ts";
import { brandValue } from "./hosts.ts";
import { decoded, isBroken, STRETCH } from "./lines.ts";

/**
 * A run of text that nothing breaks, with all branches of the conditions in it: other than of a line, what
 * stands on both sides of an `{{/if}}` belongs together.
 */
export interface Passage {
  /** The link that it stands in. */
  readonly link: FlatElement | undefined;
  /** What is typed between tags and the borders of branches, with the markers of values. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly typed: string;
  readonly start: number;
  /** Whether a branch of a condition begins or ends before it. */
  readonly isAfterBorder: boolean;
}

/** A passage as people read it: with what a brand prints, and in the branches that are theirs. */
export interface Reading {
  /** What is no brand's stands in it as it was asked for: as its marker, by default. */
  readonly text: string;
  /** The offset in the HTML of an index of the text. */
  readonly offsetOf: (index: number) => number;
}

/** The passages of a part, those that Outlook alone shows too. */
export const passagesOf = perPart((part, project): readonly Passage[] => {
  const html = flatHtml(part, project);
  return [html.texts, html.outlook.texts].flatMap((texts) => passagesIn(texts, html));
});

const UNREAD = new Set(["style", "script"]);

function passagesIn(texts: readonly FlatText[], html: FlatHtml): Passage[] {
  const borders = [...new Set(edgesOf(html))];
  const passages: { link: FlatElement | undefined; pieces: Piece[] }[] = [];
  let last: FlatText | undefined;
  let space: FlatText | undefined;
  for (const text of texts) {
    if (UNREAD.has(text.parent?.name ?? "")) continue;
    // Most texts are the line ends between two tags; one within a passage is a space of it.
    if (!/\S/.test(text.value)) {
      space ??= text;
      continue;
    }
    const link = linkAround(text);
    const passage = last && !isBroken(last, text, html, []) ? passages.at(-1) : undefined;
    if (last && passage && passage.link === link) {
      if (space) passage.pieces.push({ typed: " ", start: space.start, isAfterBorder: true });
      passage.pieces.push(...cut(text, html, borders, last.end));
    } else {
      passages.push({ link, pieces: cut(text, html, borders, text.start) });
    }
    last = text;
    space = undefined;
  }
  return passages;
}

function linkAround({ parent }: FlatText): FlatElement | undefined {
  return closest(parent, (each) => each.name === "a" && attributeOf(each, "href") !== undefined);
}

/** A text in pieces, where branches begin and end within it; the text before it ends at `from`. */
function cut(
  { start, end }: FlatText,
  { text }: FlatHtml,
  borders: readonly number[],
  from: number,
): Piece[] {
  const within = borders.filter((border) => border > start && border < end).sort((a, b) => a - b);
  const isAfterBorder = borders.some((border) => border >= from && border <= start);
  return [start, ...within].map((from, index) => ({
    typed: text.slice(from, within[index] ?? end),
    start: from,
    isAfterBorder: index > 0 || isAfterBorder,
  }));
}

/** Of what passages without an address hold nothing: most are told by it, and quickly. */
const signOfAddress = perProject(({ brands }): RegExp => {
  const isAddress = (name: string) =>
    Object.values(brands.brands).some((brand) => /[.@]/.test(brandValue(name, brand) ?? ""));
  const printed = PRINTED.filter(isAddress).map(markerOf).join("");
  // What touches a dot, an @, a colon or a value; a border may have the other branch behind it, an entity stand for
  // a dot.
  return new RegExp(
    `[.@:](?!\\s|$)|&(?!(?:nbsp|amp|lt|gt|quot);)[#a-z]|[\ue000-\uf8ff](?=[\\p{L}\\p{N}\\p{DI}\\p{Cf}\ue000-\uf8ff${BORDER}])|[${printed}]`,
    "iu",
  );
});

/** What brands print of their own. */
const PRINTED = ["name", "domain", "origin", "supportUrl", "supportEmail"].map((key) => `brand.${key}`);

const BORDER = "\ufffc";

/** Whether a passage may hold more than words. */
export function mayHoldAddress({ pieces }: Passage, project: Project): boolean {
  const text = pieces.map(({ typed, isAfterBorder }) => (isAfterBorder ? BORDER : "") + typed).join("");
  return signOfAddress(project).test(text);
}

/** What a passage reads like when a brand writes: with each value of a person there, and not. */
export function readings(
  passage: Passage,
  html: FlatHtml,
  brand: BrandSettings,
  ofPerson: (name: string) => string = markerOf,
): readonly Reading[] {
  const around = passage.pieces.map(({ start }) => conditionsAt(start, html));
  const asked = new Set(around.flat().map(({ asked }) => asked));
  const isSettled = (name: string) => name.startsWith("brand.") || brandValue(name, brand) === undefined;
  const open = [...asked].filter((name) => !isSettled(name));
  const unlike = new Map<string, Reading>();
  for (let chosen = 0; chosen < 2 ** open.length; chosen += 1) {
    const isThere = (name: string) =>
      isSettled(name) ? brandValue(name, brand) !== undefined : Boolean(chosen & (1 << open.indexOf(name)));
    const pieces = passage.pieces.filter((piece, index) =>
      around[index]?.every((each) => isThere(each.asked) === isForThose(each, piece.start)),
    );
    const reading = readingOf(pieces, html, (name) => brandValue(name, brand, ofPerson) ?? "");
    unlike.set(reading.text, unlike.get(reading.text) ?? reading);
  }
  return [...unlike.values()];
}

function conditionsAt(offset: number, { conditions }: FlatHtml): readonly FlatCondition[] {
  return conditions.filter(({ start, end }) => offset >= start && offset < end);
}

function readingOf(pieces: readonly Piece[], html: FlatHtml, shown: (name: string) => string): Reading {
  // What nobody sees stands between no two letters for what makes a link of them.
  const read = (typed: string) => unmarked(decoded(typed, html), shown).replace(UNSEEN, "");
  // An entity may begin before a border and end after it.
  const typed = pieces.map((piece) => piece.typed).join("");
  return {
    text: read(typed),
    offsetOf: (index) => {
      let before = 0;
      for (const { 0: stretch, index: at } of typed.matchAll(STRETCH)) {
        const shown = read(stretch);
        if (before + shown.length > index)
          return offsetIn(pieces, shown === stretch ? at + index - before : at);
        before += shown.length;
      }
      return pieces[0]?.start ?? 0;
    },
  };
}

const UNSEEN = /(?:(?!\s)[\p{DI}\p{Cc}\p{Cf}])+/gu;

/** The offset in the HTML of an index of what is typed in all pieces. */
function offsetIn(pieces: readonly Piece[], index: number): number {
  let left = index;
  for (const { typed, start } of pieces) {
    if (left < typed.length) return start + left;
    left -= typed.length;
  }
  return pieces.at(-1)?.start ?? 0;
}

/**
 * What is no brand's, as addresses are looked for: what a person chooses may be anything, and stays a marker; of
 * all else it is known what it looks like.
 */
export function shownInText(name: string): string {
  if (isPersonal(name)) return markerOf(name);
  return name === "code" ? "123456" : "x";
}
