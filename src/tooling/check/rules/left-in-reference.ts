import type { Rule } from "../rule.ts";
import { wordForWord } from "../words/word-for-word.ts";

export const leftInReference: Rule = {
  name: "left-in-reference",
  severity: "warning",
  protects:
    "A sentence that is word for word the one of another language was mostly forgotten when the message was translated, or copied into the wrong folder: a person may not be able to read it. Names, addresses and single words may be the same in all languages.",
  mending: "Translate it; if it is meant to be the same in both languages, leave it.",
  example: {
    file: "templates/de/forgot-password/email.html.hbs",
    from: 'ask="Brauchen Sie Hilfe?"',
    to: 'ask="Do you need help?"',
  },
  check: (project) => [...wordForWord(project).values()].flat(),
};
