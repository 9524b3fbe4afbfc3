import { firstRefused } from "../../message/accepted.ts";
import { isAccepted } from "../../message/accepted-characters.ts";
import { BRANDS } from "../templates/settings.ts";
import { characterName, showsNothing, whereabouts } from "./characters.ts";
import type { Edit } from "./edit.ts";
import type { CheckedPart, Project } from "./project.ts";
import { perPart } from "./remembered.ts";
import { at, visits } from "./visits.ts";
import { type Zone, type Zones, zonesOf } from "./zones.ts";

/** A character that Cognito refuses in subject and email, and where it is written. */
export interface RefusedCharacter {
  readonly file: string;
  readonly index: number;
  readonly character: string;
  readonly zone: Zone;
  /** What would put another text in its place, unless nothing may stand between its neighbours. */
  readonly replacedBy: (text: string) => Edit | undefined;
}

/** The beginning of a sentence about one: what it is, and where people find it. */
export function here({ file, index, character }: RefusedCharacter, { files }: Project): string {
  return `Here is ${characterName(character)}, ${whereabouts(files.get(file) ?? "", index)}`;
}

/** Those that are sent with a part: in its own file, and in the partials that it includes. */
export const refusedCharacters = perPart((part, project): readonly RefusedCharacter[] =>
  writtenFiles(part, project).flatMap(({ file, isCode }) => {
    const text = project.files.get(file) ?? "";
    if (firstRefused(text) < 0) return [];
    const zones = zonesOf({ text, suffix: part.suffix });
    return charactersIn(text).flatMap(({ index, character }) => {
      const zone = zones.at(index);
      if (zone === "unsent") return [];
      const replacedBy = (by: string) => replacement(text, index, character, by);
      return [{ file, index, character, replacedBy, zone: isCode && zone === "text" ? "code" : zone }];
    });
  }),
);

/** The files of a part, and whether each stands within a `<style>` of another. */
export function writtenFiles(
  part: CheckedPart,
  project: Project,
): readonly { readonly file: string; readonly isCode: boolean }[] {
  const files = new Map([[part.file, false]]);
  const zones = new Map<string, Zones>();
  for (const visit of visits(part, project)) {
    if (visit.is !== "partial" || !visit.included || files.has(visit.included.file)) continue;
    const { file, index } = at(visit.node, project);
    const around = zones.get(file) ?? zonesOf({ text: project.files.get(file) ?? "", suffix: part.suffix });
    zones.set(file, around);
    files.set(visit.included.file, files.get(file) === true || around.around(index) === "code");
  }
  return [...files].map(([file, isCode]) => ({ file, isCode }));
}

function charactersIn(text: string): { index: number; character: string }[] {
  const found: { index: number; character: string }[] = [];
  let index = 0;
  for (const character of text) {
    if (!isAccepted(character.codePointAt(0) as number)) found.push({ index, character });
    index += character.length;
  }
  return found;
}

function replacement(text: string, index: number, character: string, by: string): Edit | undefined {
  const end = index + character.length;
  return by === "" && isHeldApart(text, index, end) ? undefined : { start: index, end, text: by };
}

/**
 * Whether what stands on both sides of a place could read as something else together: `{` and `{####}`, `&` and
 * `lt;`, `<` and `b>`. All else there that nobody sees may go at the same time.
 */
function isHeldApart(text: string, start: number, end: number): boolean {
  const before = withoutUnseen(text.slice(Math.max(0, start - 100), start));
  const after = withoutUnseen(text.slice(end, end + 20));
  return /[<&{][^\s;>{}]*$|[#\\]$/.test(before) || (before.endsWith("}") && /^[{}]/.test(after));
}

function withoutUnseen(text: string): string {
  return [...text].filter((character) => character === "\n" || !showsNothing(character)).join("");
}

/** Those in the values of brand.json, which are names and addresses. */
export function refusedInBrands({ files }: Project): readonly RefusedCharacter[] {
  const text = files.get(BRANDS) ?? "";
  // An escape stands for a character; all others are there to be seen.
  if (firstRefused(text) < 0 && !text.includes("\\u")) return [];
  return [...text.matchAll(/"(?:\\.|[^"\\])*"/g)].flatMap(({ 0: string, index }) =>
    inString(string, index).map((each) => ({ ...each, file: BRANDS, zone: "literal" as const })),
  );
}

function inString(
  string: string,
  start: number,
): Pick<RefusedCharacter, "index" | "character" | "replacedBy">[] {
  return [...string.matchAll(/(?:\\u[0-9a-f]{4})+|[^\\]|\\./giu)].flatMap(({ 0: typed, index }) => {
    const decoded = typed.startsWith("\\u") ? (JSON.parse(`"${typed}"`) as string) : typed;
    const at = start + index;
    // A row of escapes is one place: where in it one stands is plain to see.
    const replacedBy = (text: string) =>
      [...decoded].length === 1 && !(text === "" && isHeldApart(string, index, index + typed.length))
        ? { start: at, end: at + typed.length, text }
        : undefined;
    return charactersIn(decoded).map(({ character }) => ({ index: at, character, replacedBy }));
  });
}
