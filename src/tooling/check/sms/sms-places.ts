import { lengths } from "../../../message/accepted.ts";
import { whereabouts } from "../characters.ts";
import { type Zone, zonesOf } from "../html/zones.ts";
import type { CheckedPart, Project } from "../project.ts";
import { writtenFiles } from "../refused-characters.ts";
import type { Case } from "../rule.ts";
import { substitute } from "./plain-sms.ts";
import { smsTexts } from "./sms-size.ts";

/** A place of a character in an SMS, with what to write there. */
export interface SmsPlace extends Pick<Case, "file" | "index" | "mending" | "fix"> {
  /** In words. */
  readonly where: string;
}

/** Where a character that GSM-7 lacks is written for an SMS: in its own file, and in the partials it includes. */
export function placesInSms(character: string, part: CheckedPart, project: Project): SmsPlace[] {
  return writtenFiles(part, project).flatMap((file) => {
    const text = project.files.get(file) ?? "";
    if (!text.includes(character)) return [];
    const zones = zonesOf({ text, suffix: part.suffix });
    // Each substitute is tried once, and nothing is changed for an SMS that others read otherwise.
    const rooms = new Map<string, boolean>();
    const canStand = (by: string) => {
      const room = rooms.get(by) ?? (isForSms(file, project) && hasRoom(character, by, part, project));
      rooms.set(by, room);
      return room;
    };
    return indexesOf(character, text)
      .filter((index) => zones.at(index) !== "unsent")
      .map((index) => ({
        file,
        index,
        where: whereabouts(text, index),
        ...mended(character, text, index, zones.at(index), canStand),
      }));
  });
}

function mended(
  character: string,
  text: string,
  start: number,
  zone: Zone,
  canStand: (by: string) => boolean,
): Pick<SmsPlace, "mending" | "fix"> {
  const end = start + character.length;
  const instead = substitute(character, text.slice(Math.max(0, start - 1), start), text.slice(end, end + 1));
  if (!instead) return { mending: "Choose words without it." };
  const isComposed = instead.text === character.normalize("NFC");
  const how = isComposed ? " as one character" : instead.isSame ? "" : " or the like";
  const mending = `Write ${instead.text}${how} instead.`;
  // A quote within quotes would end them; what gets longer must still fit.
  const wouldEnd = zone === "literal" && /["']/.test(instead.text);
  const canBeFixed = instead.isSame && !wouldEnd && canStand(instead.text);
  return { mending, ...(canBeFixed && { fix: { start, end, text: instead.text } }) };
}

function indexesOf(character: string, text: string): number[] {
  const indexes: number[] = [];
  for (let index = text.indexOf(character); index >= 0; index = text.indexOf(character, index + 1)) {
    indexes.push(index);
  }
  return indexes;
}

/** Whether a file is sent in nothing but SMS. */
function isForSms(file: string, project: Project): boolean {
  return project.parts.every(
    (part) => part.part === "sms" || part.suffix === "html" || !writtenFiles(part, project).includes(file),
  );
}

/** Whether each text still fits with something longer in it. */
function hasRoom(character: string, by: string, part: CheckedPart, project: Project): boolean {
  return smsTexts(part, project).every((text) => text.replaceAll(character, by).length <= lengths.sms.most);
}
