import { languageAndTag, languageOf } from "../../templates/language-tag.ts";
import { asTyped } from "../html/as-typed.ts";
import { type Line, linesOf } from "../html/lines.ts";
import type { CheckedPart, Project } from "../project.ts";
import { pairs } from "../reference.ts";
import { perPart, perProject } from "../remembered.ts";
import type { Case } from "../rule.ts";
import { isMarked } from "../unfinished.ts";
import { sentencesIn } from "./sentences.ts";
import { statedLives } from "./stated-lives.ts";

/** The parts that say something word for word as another language says it, and what is to be said of each. */
export const wordForWord = perProject((project): ReadonlyMap<CheckedPart, readonly Case[]> => {
  const found = new Map<CheckedPart, readonly Case[]>();
  const add = (part: CheckedPart, other: CheckedPart, shared: readonly string[]) => {
    if (found.has(part)) return;
    const cases = casesOf(part, other, shared, project);
    if (cases.length > 0) found.set(part, cases);
  };
  for (const { part, reference } of pairs(project)) {
    if (isMarked(part, project) || !areUnlike(part.locale, reference.locale)) continue;
    const text = wordsOf(part, project);
    add(
      part,
      reference,
      sentencesOf(reference, project).filter((sentence) => holds(text, sentence)),
    );
  }
  for (const { part, other } of copies(project)) {
    if (!found.has(other)) add(part, other, sentencesOf(other, project));
  }
  return found;
});

/** All that a part says, its lines one under the other. */
const wordsOf = perPart((part, project): string =>
  linesOf(part, project)
    .map(({ text }) => plain(text))
    .join("\n"),
);

/** What a part says, by sentences: those that are no label, name or address. */
const sentencesOf = perPart((part, project): readonly string[] => {
  const all = linesOf(part, project).flatMap((line) => sentencesIn(plain(line.text), part.locale));
  return [...new Set(all.map(({ text }) => text.trim()))].filter((text) => isSentence(text, part.locale));
});

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Whether a sentence stands in a text, and not as the end or the start of a word. */
function holds(text: string, sentence: string): boolean {
  for (let at = text.indexOf(sentence); at >= 0; at = text.indexOf(sentence, at + 1)) {
    const around = [text[at - 1], text[at + sentence.length]];
    if (!around.some((each) => /[\p{L}\p{Nd}]/u.test(each ?? ""))) return true;
  }
  return false;
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

interface CopyOf {
  readonly part: CheckedPart;
  readonly other: CheckedPart;
}

/** The parts of which all is said in another language than the default in the same words. */
function copies(project: Project): CopyOf[] {
  const others = project.parts.filter(
    (part) => part.locale !== project.settings.default && !isMarked(part, project),
  );
  const alike = Map.groupBy(others, (part) => `${part.source} ${part.part} ${wordsOf(part, project)}`);
  return [...alike.values()].flatMap((parts) => {
    const [first] = parts;
    if (!first || parts.every(({ locale }) => !areUnlike(locale, first.locale))) return [];
    const own = ownerOf(parts, project);
    return parts.filter(({ locale }) => areUnlike(locale, own.locale)).map((part) => ({ part, other: own }));
  });
}

/**
 * Whose words they are: of the language in which the message says how long its code is valid, or the first. What is
 * offered was there before a draft of the same words.
 */
function ownerOf(parts: readonly CheckedPart[], project: Project): CheckedPart {
  const speaks = ({ locale, source }: CheckedPart) =>
    project.parts.some(
      (each) => each.locale === locale && each.source === source && statedLives(each, project).length > 0,
    );
  const offered = parts.filter(({ isOffered }) => isOffered);
  const owners = offered.length > 0 ? offered : parts;
  return owners.find(speaks) ?? (owners[0] as CheckedPart);
}

/** One for the whole part where all of it is the same, else one for each run of sentences. */
function casesOf(part: CheckedPart, other: CheckedPart, shared: readonly string[], project: Project): Case[] {
  if (shared.length === 0) return [];
  const languages = [part, other].map(({ locale }) => languageAndTag(locale));
  const runs = linesOf(part, project).flatMap((line) => runsOf(line, shared, part, project));
  const [first] = runs;
  if (!first) return [];
  const told = runs.reduce((length, { said }) => length + said.length, 0);
  // Titles and labels are no sentences.
  if (shared.length > 1 && told >= MOSTLY * wordsOf(part, project).length) {
    const message = `${languages.join(" says the same here as ")}, word for word.`;
    return [{ ...first.place, part, message }];
  }
  return runs.map(({ place, said }) => ({
    ...place,
    part,
    message: `“${said}” is word for word the same in ${languages.join(" and in ")}.`,
  }));
}

/** How much of a part is all that is told of it. */
const MOSTLY = 0.6;

interface Run {
  readonly said: string;
  readonly place: Pick<Case, "file" | "index">;
}

/** The stretches of a line that are made of these sentences. */
function runsOf(line: Line, sentences: readonly string[], { file }: CheckedPart, project: Project): Run[] {
  const text = plain(line.text);
  const here = sentences.filter((sentence) => holds(text, sentence));
  if (here.length === 0) return [];
  const pattern = here
    .sort((a, b) => b.length - a.length)
    .map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+"))
    .join("|");
  return [...line.text.matchAll(new RegExp(`(?:(?:${pattern})\\s*)+`, "gu"))].flatMap(({ 0: run, index }) => {
    const place = line.at(index + run.search(/\p{L}/u));
    // What a partial says is said by no language alone.
    return place.file === file ? [{ said: plain(asTyped(run, index, line, project)), place }] : [];
  });
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
