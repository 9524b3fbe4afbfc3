import { firstRefused } from "../../message/accepted.ts";
import { isAccepted } from "../../message/accepted-characters.ts";
import { BRANDS } from "../templates/settings.ts";
import { characterName, showsNothing, whereabouts } from "./characters.ts";
import type { Edit } from "./edit.ts";
import { type Zone, type Zones, zonesOf } from "./html/zones.ts";
import type { CheckedPart, Project } from "./project.ts";
import { perProject } from "./remembered.ts";
import { at, visits, visitsOf } from "./visits.ts";

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
export function refusedCharacters(part: CheckedPart, project: Project): readonly RefusedCharacter[] {
  const known = knownCharacters(project);
  const found = known.get(part) ?? charactersOf(part, project);
  known.set(part, found);
  return found;
}

/** By project: where other parts include a partial decides what may be done in it. */
const knownCharacters = perProject((): Map<CheckedPart, readonly RefusedCharacter[]> => new Map());

function charactersOf(part: CheckedPart, project: Project): readonly RefusedCharacter[] {
  return writtenFiles(part, project).flatMap((file) => {
    const text = project.files.get(file) ?? "";
    if (firstRefused(text) < 0) return [];
    const zones = zonesOf({ text, suffix: part.suffix });
    const around = zoneAround(file, part.suffix, project);
    return charactersIn(text).flatMap(({ index, character }) => {
      const own = zones.at(index);
      if (own === "unsent") return [];
      const zone = own === "text" ? around : own;
      const replacedBy = (by: string) =>
        by === " " && isUnquoted(text, index, own) ? undefined : replacement(text, index, character, by);
      return [{ file, index, character, replacedBy, zone }];
    });
  });
}

/** The files of a part: its own, and those of the partials that it includes. */
export function writtenFiles(part: CheckedPart, project: Project): readonly string[] {
  const files = new Set([part.file]);
  for (const visit of visits(part, project)) {
    if (visit.is === "partial" && visit.included) files.add(visit.included.file);
  }
  return [...files];
}

/**
 * What stands around a file wherever it is written: text around a part; around a partial what is around each
 * place that includes it. What is right in a text is wrong in a style: for a partial of both, nothing is.
 */
export function zoneAround(file: string, suffix: CheckedPart["suffix"], project: Project): Zone {
  const zones = new Set<Zone>();
  const seen = new Set<string>();
  const lookAround = (each: string) => {
    if (seen.has(each)) return;
    seen.add(each);
    const includers = inclusions(project)[suffix].get(each);
    if (!includers) zones.add("text");
    for (const { file: includer, zone } of includers ?? []) {
      if (zone === "text") lookAround(includer);
      else zones.add(zone);
    }
  };
  lookAround(file);
  // An entity is read in both.
  if (zones.size > 1) zones.delete("attribute");
  const [zone = "text"] = zones;
  return zones.size > 1 ? "setting" : zone;
}

type Inclusions = ReadonlyMap<string, readonly { readonly file: string; readonly zone: Zone }[]>;

/** The places that include each partial. */
const inclusions = perProject((project): Readonly<Record<CheckedPart["suffix"], Inclusions>> => {
  const of = (suffix: CheckedPart["suffix"]): Inclusions => {
    const places = new Map<string, Map<string, { file: string; zone: Zone }>>();
    const zones = new Map<string, Zones>();
    for (const { is, node, where, ...visit } of visitsOf(project, "partial")) {
      if (where.part.suffix !== suffix || !visit.included) continue;
      const { file, index } = at(node, project);
      const around = zones.get(file) ?? zonesOf({ text: project.files.get(file) ?? "", suffix });
      zones.set(file, around);
      const zone = around.around(index);
      const known = places.get(visit.included.file) ?? new Map();
      places.set(visit.included.file, known.set(`${zone} ${file}`, { file, zone }));
    }
    return new Map([...places].map(([file, known]) => [file, [...known.values()]]));
  };
  return { html: of("html"), txt: of("txt") };
});

/** Whether a space here would end the value of an attribute. */
function isUnquoted(text: string, index: number, zone: Zone): boolean {
  if (zone !== "attribute" && zone !== "setting") return false;
  return /=[^\t\n\f\r "']*$/.test(text.slice(Math.max(0, index - 200), index));
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

/** Those in the texts of brand.json: in values, which are names and addresses, and in keys. */
export function refusedInBrands({ files }: Project): readonly (RefusedCharacter & { isKey: boolean })[] {
  const text = files.get(BRANDS) ?? "";
  // An escape stands for a character; all others are there to be seen.
  if (firstRefused(text) < 0 && !text.includes("\\u")) return [];
  return [...text.matchAll(/("(?:\\.|[^"\\])*")(\s*:)?/g)].flatMap(({ 1: string = "", 2: colon, index }) => {
    const isKey = colon !== undefined;
    return inString(string, index).map((each) => ({
      ...each,
      file: BRANDS,
      zone: "literal" as const,
      isKey,
      // Another key is that of another app client.
      replacedBy: (by: string) => (isKey ? undefined : each.replacedBy(by)),
    }));
  });
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
