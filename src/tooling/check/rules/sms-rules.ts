import { SegmentedMessage } from "sms-segments-calculator";
import { languageAndTag } from "../../templates/is-language-tag.ts";
import type { Project } from "../../templates/project.ts";
import type { Violation } from "../../templates/violation.ts";
import { characterName } from "../character-name.ts";
import type { Rule } from "../rule.ts";
import { sampleCode } from "../sample-event.ts";
import { placeOfCharacter, type Written, writtenMessages } from "../written.ts";

/** Rules about whether an SMS is easy to use and costs no more than necessary. */
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
        // Phones do not offer the password of an invitation. Another rule reports an SMS without a code.
        .sms.filter(({ structure }) => structure.source !== "CustomMessage_AdminCreateUser")
        .filter(({ sent, code }) => sent.includes(code) && !sent.startsWith(code))
        .map(({ placeAt }) => ({ ...placeAt(0), message: "This SMS does not begin with the code." })),
  },
  {
    name: "sms-cost",
    severity: "warning",
    protects:
      "A character that is not in the telephone networks' own alphabet leaves room for 70 characters instead of 160: the SMS is sent, and paid for, as two. Letters that a language needs are not reported.",
    suggestion: "Write another character, or shorten the text.",
    example: {
      file: "templates/locales/en.json",
      from: "Valid for 1 hour. Do not give it to anyone.",
      to: "Valid for 1 hour. Don’t give it to anyone.",
    },
    check: (project) => {
      const all = writtenMessages(project).sms.flatMap((written) => costly(written, project));
      // A character in a brand's name is in every SMS.
      return [...Map.groupBy(all, ({ file, index }) => `${file}:${index}`).values()].flatMap((each) =>
        each.slice(0, 1),
      );
    },
  },
];

/** The number of messages from which an SMS is reported in every language. */
const MANY = 3;

/** An SMS up to this length is never sent as {@link MANY} messages. */
const LONG = 134;

function costly(written: Written, project: Project): Violation[] {
  const { sent, code, structure, locale, placeAt } = written;
  const digits =
    structure.source === "CustomMessage_Authentication" ? "12345678" : sampleCode(structure.source);
  const delivered = sent.replaceAll(code, digits);
  const foreign = foreignTo(delivered);
  const [first] = foreign.filter((each) => isAvoidable(each, delivered));
  const canBePlain = first !== undefined && foreign.every((each) => isAvoidable(each, delivered));
  // Counting the messages is slow.
  if (delivered.length <= 70 || (!canBePlain && delivered.length <= LONG)) return [];
  const { segmentsCount, encodingName } = new SegmentedMessage(delivered);
  if (segmentsCount < (canBePlain ? 2 : MANY)) return [];
  const message = `The SMS of ${structure.message} in ${languageAndTag(locale)} is sent as ${segmentsCount} messages (${encodingName}), each with its own price`;
  if (!canBePlain) return [{ ...placeAt(0), message: `${message}.`, suggestion: "Shorten the text." }];
  return [
    {
      ...placeOfCharacter(first, written, project),
      message: `${message}, for ${foreign.map(characterName).join("; ")}.`,
      suggestion: "Write another character, such as a straight quote, a hyphen or an ordinary space.",
    },
  ];
}

const cache = new Map<string, boolean>();

/** Returns the characters that are not in the alphabet of GSM-7. */
function foreignTo(text: string): readonly string[] {
  return [...new Set(text.match(/[^\n -_a-~]/gu))].filter((character) => {
    const isForeign = cache.get(character) ?? new SegmentedMessage(character).encodingName === "UCS-2";
    cache.set(character, isForeign);
    return isForeign;
  });
}

/** Whether it is not a letter, or is an accent that can be combined with its letter. */
function isAvoidable(character: string, text: string): boolean {
  if (/\p{M}/u.test(character)) return !text.normalize("NFC").includes(character);
  return !/[\p{L}\p{Nd}]/u.test(character);
}
