import { SegmentedMessage } from "sms-segments-calculator";
import { languageAndTag } from "../../templates/language-tag.ts";
import type { Project } from "../../templates/project.ts";
import type { Violation } from "../../templates/violation.ts";
import { characterName } from "../character-name.ts";
import type { Rule } from "../rule.ts";
import { sampleCode } from "../sample-event.ts";
import { placeOfCharacter, type Written, writtenMessages } from "../written.ts";

/** Whether an SMS can be used at a glance, and costs no more than it needs to. */
export const smsRules: readonly Rule[] = [
  {
    name: "code-first",
    severity: "warning",
    protects:
      "A phone shows the beginning of an SMS without opening it, and offers a code that it finds there to be typed in.",
    suggestion: "Begin the SMS with {{code}}.",
    example: {
      file: "templates/locales/en.json",
      from: "{{code}} is your code to sign in to {{brand.name}}.",
      to: "Your code to sign in to {{brand.name}} is {{code}}.",
    },
    check: (project) =>
      writtenMessages(project)
        // An invitation brings a password, which no phone offers. An SMS without any code has been reported.
        .sms.filter(({ structure }) => structure.source !== "CustomMessage_AdminCreateUser")
        .filter(({ sent, code }) => sent.includes(code) && !sent.startsWith(code))
        .map(({ placeAt }) => ({ ...placeAt(0), message: "This SMS does not begin with the code." })),
  },
  {
    name: "sms-cost",
    severity: "warning",
    protects:
      "A character that is not in the telephone networks' own alphabet leaves room for 70 characters instead of 160: the SMS is sent, and paid for, as two. The letters that a language is written in are always right.",
    suggestion: "Write another character, or shorten the text.",
    example: {
      file: "templates/locales/en.json",
      from: "Valid for 1 hour. Do not give it to anyone.",
      to: "Valid for 1 hour. Don’t give it to anyone.",
    },
    check: (project) => {
      const all = writtenMessages(project).sms.flatMap((written) => costly(written, project));
      // A character of a brand is in every SMS.
      return [...Map.groupBy(all, ({ file, index }) => `${file}:${index}`).values()].flatMap((each) =>
        each.slice(0, 1),
      );
    },
  },
];

/** From here on an SMS is costly in any language. */
const MANY = 3;

/** Shorter than this, no SMS is sent as so many. */
const LONG = 134;

function costly(written: Written, project: Project): Violation[] {
  const { sent, code, structure, locale, placeAt } = written;
  const digits =
    structure.source === "CustomMessage_Authentication" ? "12345678" : sampleCode(structure.source);
  const delivered = sent.replaceAll(code, digits);
  const foreign = foreignTo(delivered);
  const [first] = foreign.filter((each) => isAvoidable(each, delivered));
  const canBePlain = first !== undefined && foreign.every((each) => isAvoidable(each, delivered));
  // To count the messages takes long.
  if (delivered.length <= 70 || (!canBePlain && delivered.length <= LONG)) return [];
  const { segmentsCount, encodingName } = new SegmentedMessage(delivered);
  if (segmentsCount < (canBePlain ? 2 : MANY)) return [];
  const message = `The SMS of ${structure.message} in ${languageAndTag(locale)} is sent as ${segmentsCount} messages (${encodingName}), each of which is paid for`;
  if (!canBePlain) return [{ ...placeAt(0), message: `${message}.`, suggestion: "Shorten the text." }];
  return [
    {
      ...placeOfCharacter(first, written, project),
      message: `${message}, for ${foreign.map(characterName).join("; ")}.`,
      suggestion: "Write another character, such as a straight quote, a hyphen or an ordinary space.",
    },
  ];
}

const known = new Map<string, boolean>();

/** The characters that the alphabet of GSM-7 lacks. */
function foreignTo(text: string): readonly string[] {
  return [...new Set(text.match(/[^\n -_a-~]/gu))].filter((character) => {
    const isForeign = known.get(character) ?? new SegmentedMessage(character).encodingName === "UCS-2";
    known.set(character, isForeign);
    return isForeign;
  });
}

/** Not a letter, unless its accent is a character of its own and need not be. */
function isAvoidable(character: string, text: string): boolean {
  if (/\p{M}/u.test(character)) return !text.normalize("NFC").includes(character);
  return !/[\p{L}\p{Nd}]/u.test(character);
}
