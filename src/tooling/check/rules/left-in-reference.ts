import { languageAndTag, languageOf } from "../../templates/language-tag.ts";
import { linesOf, VALUE } from "../lines.ts";
import type { Project } from "../project.ts";
import { type Pair, pairs } from "../reference.ts";
import { perPart } from "../remembered.ts";
import type { Case, Rule } from "../rule.ts";
import { translateMarks } from "./untranslated.ts";

export const leftInReference: Rule = {
  name: "left-in-reference",
  severity: "warning",
  protects:
    "A sentence that is word for word the one of the default language was mostly forgotten when the message was translated: a person may not be able to read it. Names, addresses and single words may be the same in all languages.",
  mending: "Translate it; if it is meant to be the same in both languages, leave it.",
  example: {
    file: "templates/de/forgot-password/email.html.hbs",
    from: 'ask="Brauchen Sie Hilfe?"',
    to: 'ask="Do you need help?"',
  },
  check: (project) => {
    // Where marks say what waits for its translation, the rest would say it twice.
    const marked = new Set(translateMarks(project).map(({ where }) => where.part));
    return pairs(project)
      .filter(({ part, reference }) => !marked.has(part) && areUnlike(part.locale, reference.locale))
      .flatMap((pair) => casesOf(pair, project));
  },
};

function casesOf({ part, reference }: Pair, project: Project): Case[] {
  const sentences = sentencesOf(reference, project);
  const cases = new Map<number, Case>();
  for (const line of linesOf(part, project)) {
    const text = wordsAlone(line.text);
    if (!sentences.has(text)) continue;
    const { file, index } = line.at(line.text.search(/\p{L}/u));
    // What a partial says is said by no language alone.
    if (file !== part.file) continue;
    const message = `“${text}” is word for word the same in ${languageAndTag(part.locale)} and in ${languageAndTag(reference.locale)}.`;
    cases.set(index, { file, index, part, message });
  }
  return [...cases.values()];
}

/** What a part says, by sentences or more. */
const sentencesOf = perPart((part, project): ReadonlySet<string> => {
  const texts = linesOf(part, project).map(({ text }) => wordsAlone(text));
  return new Set(texts.filter((text) => isSentence(text, part.locale)));
});

function wordsAlone(text: string): string {
  return text.replaceAll(VALUE, " ").replace(/\s+/g, " ").trim();
}

const LEAST_WORDS = 4;

/** Whether a text is no label, name or address: some words, most of which are written small. */
function isSentence(text: string, locale: string): boolean {
  const words = [...new Intl.Segmenter(locale, { granularity: "word" }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
  const asName = words.filter((word) => /^[\p{Lu}\p{Nd}]/u.test(word));
  return words.length >= LEAST_WORDS && asName.length <= words.length / 2;
}

/** Languages so near to each other that a whole sentence can rightly be the same. */
const near = [
  "nb nn no da",
  "hr bs sr sh cnr",
  "id ms",
  "cs sk",
  "pt gl",
  "es ast",
  "bg mk",
  "zh yue",
  "hi mai bho",
  "xh zu",
].map((tags) => tags.split(" "));

function areUnlike(a: string, b: string): boolean {
  const [one, other] = [a, b].map(languageOf);
  return one !== other && !near.some((tags) => [one, other].every((each) => tags.includes(each as string)));
}
