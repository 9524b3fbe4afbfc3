import { SegmentedMessage } from "sms-segments-calculator";
import { forms } from "../forms.ts";
import type { CheckedPart, Project } from "../project.ts";
import { perPart } from "../remembered.ts";
import { CODE, sampleCode, USERNAME } from "../sample-event.ts";
import { visits } from "../visits.ts";

/** What an SMS costs at its worst: with whichever brand and values make it longest, the code in it. */
export interface SmsSize {
  /** The longest. */
  readonly characters: number;
  /** How phones' networks write it: GSM-7 has 160 characters to a message of theirs, UCS-2 has 70. */
  readonly encoding: "GSM-7" | "UCS-2";
  /** How many messages it is sent as. */
  readonly segments: number;
  /** The characters, each once, that are written in the templates and in brand.json and that GSM-7 lacks. */
  readonly forcedBy: readonly string[];
}

/** The same with what people send in it. */
export interface WorstSmsSize extends SmsSize {
  /** The values that it prints and that may come in letters which GSM-7 lacks: `metadata.shop`. */
  readonly mayBeForcedBy: readonly string[];
}

/** A user name such as Cognito makes. */
const SAMPLE_USERNAME = "x".repeat("00000000-0000-4000-8000-000000000000".length);

/** As it is sent to somebody whose user name has plain letters. */
function delivered(text: string, { source }: CheckedPart): string {
  return text.replaceAll(CODE, sampleCode(source)).replaceAll(USERNAME, SAMPLE_USERNAME);
}

/** What is sent, each text once. */
export const smsTexts = perPart((part, project): readonly string[] => {
  const texts = [...forms(part, project)].map(({ text }) => delivered(text, part));
  return [...new Set(texts)];
});

/** The size of an SMS for whoever it is most for: what is not bounded to plain letters may be in any script. */
export const smsSize = perPart((part, project): WorstSmsSize => {
  const written = writtenSmsSize(part, project);
  const mayBeForcedBy = openValues(part, project);
  if (mayBeForcedBy.length === 0) return { ...written, mayBeForcedBy };
  const lengths = [...forms(part, project)]
    .filter(({ values }) => values.some((value) => mayBeForcedBy.includes(value)))
    .map(({ text }) => delivered(text, part).length);
  const segments = Math.max(written.segments, ...lengths.map(mostUcs2Segments));
  return { ...written, encoding: "UCS-2", segments, mayBeForcedBy };
});

/** The size of an SMS if people send Latin letters: by what is written in the templates and in brand.json. */
export const writtenSmsSize = perPart((part, project): SmsSize => sizeOf(smsTexts(part, project)));

function openValues(part: CheckedPart, project: Project): readonly string[] {
  const printed = visits(part, project).flatMap((visit) =>
    visit.is === "name" && visit.how !== "asked" ? [visit.node.original] : [],
  );
  const isOpen = (name: string) =>
    name.startsWith("metadata.") && project.metadata.get(name.slice("metadata.".length))?.isPlain === false;
  return [...new Set(printed)].filter(isOpen).sort();
}

/** A character of two units is not divided: then a message has one less than its 67. */
function mostUcs2Segments(length: number): number {
  return length <= 70 ? 1 : Math.ceil(length / 66);
}

/** The size of the largest of some texts. */
export function sizeOf(texts: readonly string[]): SmsSize {
  const foreign = texts.map((text) =>
    [...new Set(lettersOf(text))].filter((each) => unitsOf(each) === undefined),
  );
  const forcedBy = [...new Set(foreign.flat())];
  return {
    characters: Math.max(0, ...texts.map(({ length }) => length)),
    encoding: forcedBy.length > 0 ? "UCS-2" : "GSM-7",
    segments: Math.max(0, ...texts.map((text, index) => segmentsOf(text, foreign[index]?.length === 0))),
    forcedBy,
  };
}

/** How many messages a text is sent as. Where no character can be divided, it need not be put together: that takes long. */
function segmentsOf(text: string, isPlain: boolean): number {
  const units = isPlain ? [...text].reduce((sum, each) => sum + (unitsOf(each) ?? 0), 0) : text.length;
  if (units <= (isPlain ? 160 : 70)) return 1;
  const canBeDivided = isPlain ? units > text.length : /[\ud800-\udfff]/.test(text);
  return canBeDivided ? new SegmentedMessage(text).segmentsCount : Math.ceil(units / (isPlain ? 153 : 67));
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The characters of a text as people count them: a letter with its accent is one, however it is typed. */
function lettersOf(text: string): Iterable<string> {
  return /^[\n -~]*$/.test(text) ? text : [...segmenter.segment(text)].map(({ segment }) => segment);
}

const known = new Map<string, number | undefined>();

/** How many of its 160 units a character takes in GSM-7: one, or two; `undefined` when GSM-7 lacks it. */
function unitsOf(character: string): number | undefined {
  if (!known.has(character)) {
    const { encodingName, numberOfCharacters } = new SegmentedMessage(character);
    known.set(character, encodingName === "GSM-7" ? numberOfCharacters : undefined);
  }
  return known.get(character);
}
