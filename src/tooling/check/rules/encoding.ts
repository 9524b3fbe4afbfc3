import type { Rule } from "../rule.ts";
import { spoiltWords } from "../words/mojibake.ts";

/** What stands for bytes that are no UTF-8, wherever a file is read. */
const UNREADABLE = "\ufffd";

export const encoding: Rule = {
  name: "encoding",
  severity: "error",
  protects:
    "Every file is saved as UTF-8. In another encoding, letters such as ä or é cannot be read: people would get a �, or Ã¤ and Ã©, in their place.",
  mending:
    "Save the file as UTF-8, which most editors offer where they save, and write the letter again if it shows as �.",
  example: { file: "templates/en/forgot-password/subject.txt.hbs", from: "Your", to: "Yo\ufffdr" },
  check: ({ files }) =>
    [...files].flatMap(([file, text]) => [
      ...(text.includes(UNREADABLE) ? [{ file, index: text.indexOf(UNREADABLE), message: LOST }] : []),
      ...spoiltWords(text).map(({ index, typed, meant }) => ({
        file,
        index,
        message: `The letters of ${inQuotes(typed)} were spoilt by a wrong encoding.`,
        mending: `Write ${inQuotes(meant)}.`,
      })),
    ]),
};

const LOST = "A letter here cannot be read: the file is not saved as UTF-8, or the letter was lost before.";

/** A word in quotes, unless quotes are a part of it. */
function inQuotes(word: string): string {
  return /["“”„«»]/.test(word) ? word : `“${word}”`;
}
