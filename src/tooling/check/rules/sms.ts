import { SegmentedMessage } from "sms-segments-calculator";
import { BRANDS } from "../../templates/brands.ts";
import { languageAndTag } from "../../templates/language-tag.ts";
import type { Project } from "../../templates/project.ts";
import type { Violation } from "../../templates/violation.ts";
import { characterName } from "../characters.ts";
import type { Rule } from "../rule.ts";
import { sampleCode } from "../sample-event.ts";
import { type Written, writtenMessages } from "../written.ts";

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
    check: (project) => writtenMessages(project).sms.flatMap((written) => costly(written, project)),
  },
];

/** From here on an SMS is costly in any language. */
const MANY = 3;

function costly(
  { sent, text, code, structure, locale, placeAt, pieces }: Written,
  project: Project,
): Violation[] {
  const delivered = sent.replaceAll(
    code,
    structure.source === "CustomMessage_Authentication" ? "12345678" : sampleCode(structure.source),
  );
  // One SMS, whatever it is written in.
  if (delivered.length <= 70 || (delivered.length <= 160 && /^[\n -Z_a-z]*$/.test(delivered))) return [];
  const size = new SegmentedMessage(delivered);
  if (size.segmentsCount < 2) return [];
  const name = `The SMS of ${structure.message} in ${languageAndTag(locale)}`;
  const cost = `is sent as ${size.segmentsCount} messages (${size.encodingName}), each of which is paid for`;
  const characters = [...new Set(size.getNonGsmCharacters())];
  if (characters.length > 0 && characters.every(isAvoidable)) {
    const [first = ""] = characters;
    const place = placeAt(text.indexOf(first));
    const isHere = project.files.get(place.file)?.startsWith(first, place.index);
    const index = project.files.get(BRANDS)?.indexOf(first) ?? -1;
    return [
      {
        ...(isHere || index < 0 ? place : { file: BRANDS, index }),
        message: `${name} ${cost}: ${characters.map(characterNamed).join(", ")}.`,
        suggestion: "Write another character, such as a straight quote, a hyphen or an ordinary space.",
      },
    ];
  }
  if (size.segmentsCount < MANY) return [];
  const longest = pieces.length > 0 ? placeAt(0) : { file: structure.file, index: 0 };
  return [{ ...longest, message: `${name} ${cost}.`, suggestion: "Shorten the text." }];
}

/** Not a letter, unless its accent is a character of its own and need not be. */
function isAvoidable(character: string): boolean {
  if (!/[\p{L}\p{M}\p{Nd}]/u.test(character)) return true;
  const composed = character.normalize("NFC");
  return composed !== character && new SegmentedMessage(composed).encodingName === "GSM-7";
}

function characterNamed(character: string): string {
  return /^[\p{P}\p{S}\p{L}]/u.test(character) ? `“${character}”` : characterName(character);
}
