import { lengths } from "../../../message/accepted.ts";
import { languageOf } from "../../templates/language-tag.ts";
import { METADATA_SCHEMA } from "../../templates/metadata-schema.ts";
import { BRANDS } from "../../templates/settings.ts";
import { shown } from "../characters.ts";
import { list } from "../circumstances.ts";
import type { CheckedPart, Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { substitute } from "../sms/plain-sms.ts";
import { placesInSms } from "../sms/sms-places.ts";
import { type SmsSize, sizeOf, smsSize, smsTexts, writtenSmsSize } from "../sms/sms-size.ts";
import { at, visits } from "../visits.ts";

/**
 * The languages with no letters of their own that GSM-7 lacks. In all others a letter is right as it is, whatever
 * it costs: a Turkish ı is no i. Networks have tables for such letters; nothing says that Cognito uses them.
 */
const PLAIN = new Set("da de en eu fi fil id it ms nb nn no rw so sv sw tl xh zu".split(" "));

/** What has more letters than these from outside of GSM-7 is written in another language than its folder says. */
const FEW = 2;

export const smsEncoding: Rule = {
  name: "sms-encoding",
  severity: "warning",
  protects:
    "One character that is not among the few of the telephone networks' own alphabet leaves room for 70 characters in a message instead of 160: the SMS is sent, and paid for, as two. The letters that a language is written in are always right.",
  mending: "Write the character that is named; where none is, choose words without it.",
  example: {
    file: "templates/fr/forgot-password/sms.txt.hbs",
    from: "Ne le donnez à personne.",
    to: "N’en parlez à personne.",
  },
  check: (project) =>
    project.parts
      .filter(({ part }) => part === "sms")
      .flatMap((part) => [...dear(part, project), ...dearByValues(part, project)]),
};

function dear(part: CheckedPart, project: Project): Case[] {
  const size = writtenSmsSize(part, project);
  if (size.encoding === "GSM-7" || size.segments === 1) return [];
  // What does not fit is to be shortened first.
  if (size.characters > lengths.sms.most) return [];
  const dearOnes = avoidable(size.forcedBy, part);
  if (dearOnes.length === 0) return [];
  const plain = sizeOf(smsTexts(part, project).map((text) => plainText(text, dearOnes)));
  if (plain.segments >= size.segments) return [];
  const cost = costOf(size, plain);
  const told = (character: string, place: string) =>
    `${shown(character)}${place} ${isApart(character) ? "is written as two characters, a letter and its accent, and " : ""}makes this SMS ${cost}.`;
  return dearOnes.flatMap((character) => {
    const inFiles = placesInSms(character, part, project).map(({ where, ...place }) => ({
      ...place,
      part,
      message: told(character, `, ${where},`),
    }));
    // What has to be thought about is told once; what can be put right, wherever it is.
    if (inFiles.length > 0) return inFiles.filter(({ fix }, place) => fix || place === 0);
    const index = Math.max(0, (project.files.get(BRANDS) ?? "").indexOf(character));
    const mending = "Write the brand in other characters, if that may be.";
    return [
      { file: BRANDS, index, part, message: told(character, ", in a brand's name or address,"), mending },
    ];
  });
}

/** Whether a letter and its accent are two characters, though they look like the one that there is. */
function isApart(character: string): boolean {
  return character.normalize("NFC").length < character.length;
}

/** The characters that could be others: all but the letters of the language that the SMS is written in. */
function avoidable(forcedBy: readonly string[], { locale }: CheckedPart): readonly string[] {
  const isLetter = (each: string) => /^[\p{L}\p{Nd}]/u.test(each) && !substitute(each, "", "");
  const isPlain = PLAIN.has(languageOf(locale)) && forcedBy.filter(isLetter).length <= FEW;
  return isPlain ? forcedBy : forcedBy.filter((each) => !isLetter(each));
}

function plainText(text: string, dearOnes: readonly string[]): string {
  return dearOnes.reduce(
    (plain, each) => plain.replaceAll(each, substitute(each, " ", " ")?.text ?? "x"),
    text,
  );
}

/** What people send costs as much as what is written. */
function dearByValues(part: CheckedPart, project: Project): Case[] {
  const { mayBeForcedBy, ...worst } = smsSize(part, project);
  const written = writtenSmsSize(part, project);
  const [first] = mayBeForcedBy;
  if (first === undefined || worst.segments <= written.segments) return [];
  const [place = { file: part.file, index: 0 }] = visits(part, project).flatMap((visit) =>
    visit.is === "name" && visit.how !== "asked" && visit.node.original === first
      ? [at(visit.node, project)]
      : [],
  );
  const message = `People may send ${list(mayBeForcedBy)} in any letters, which makes this SMS ${costOf(worst, written)}.`;
  const mending = `Do without ${mayBeForcedBy.length > 1 ? "them" : "it"}, or ask an engineer to allow plain letters and digits alone (${METADATA_SCHEMA}).`;
  return [{ ...place, part, message, mending }];
}

function costOf({ segments }: SmsSize, { segments: otherwise }: SmsSize): string {
  const costs = segments === 2 * otherwise ? "cost double" : "cost more";
  return `${costs}: it is sent as ${segments} messages instead of ${otherwise}, each of which is paid for`;
}
