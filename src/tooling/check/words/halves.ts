import { languageOf } from "../../templates/language-tag.ts";
import { folded } from "./unit-words.ts";

/**
 * "Half", in the languages whose writers put it before a unit of time ("eine halbe Stunde"), and in those who
 * put it after one ("una hora y media"). Without accents.
 */
const halves: Readonly<Record<string, { readonly before?: string; readonly after?: string }>> = {
  ar: { before: "نصف", after: "ونصف نصف" },
  bg: { before: "половин", after: "половина" },
  ca: { before: "mitja", after: "mitja" },
  cs: { before: "pul", after: "pul" },
  da: { before: "halv", after: "halv" },
  de: { before: "halbe halben halber", after: "halbe halben" },
  el: { before: "μιση μισης", after: "μιση" },
  en: { before: "half", after: "half" },
  es: { before: "media", after: "media" },
  fa: { before: "نیم", after: "نیم" },
  fi: { before: "puoli puolen", after: "puoli" },
  fr: { before: "demi demie", after: "demie demi" },
  he: { before: "חצי", after: "וחצי חצי" },
  hi: { before: "आधा आधे" },
  hr: { before: "pola", after: "pol pola" },
  hu: { before: "fel" },
  id: { after: "setengah" },
  it: { before: "mezza mezz", after: "mezza mezzo" },
  ms: { after: "setengah" },
  nb: { before: "halv", after: "halv" },
  nl: { before: "half halve", after: "half" },
  nn: { before: "halv", after: "halv" },
  no: { before: "halv", after: "halv" },
  pl: { before: "poł", after: "poł" },
  pt: { before: "meia", after: "meia" },
  ro: { after: "jumatate" },
  ru: { after: "половиной" },
  sk: { before: "pol", after: "pol" },
  sl: { before: "pol", after: "pol" },
  sr: { before: "pola пола", after: "po pol pola по пол пола" },
  sv: { before: "halv", after: "halv" },
  sw: { before: "nusu", after: "nusu" },
  tr: { before: "yarım" },
  uk: { before: "пів", after: "половиною" },
  ur: { before: "آدھا آدھے" },
  vi: { before: "nua", after: "ruoi" },
};

type Side = "before" | "after";

const known = new Map<string, ReadonlySet<string>>();

function isHalf(word: string, side: Side, locale: string): boolean {
  const key = `${side} ${locale}`;
  const words = known.get(key) ?? halfWords(side, locale);
  known.set(key, words);
  return words.has(word);
}

function halfWords(side: Side, locale: string): ReadonlySet<string> {
  const words = halves[languageOf(locale)]?.[side];
  return new Set(words?.split(" ").map(folded));
}

/**
 * How many of the words before a unit say that it is half of one: 2 in "half an hour" and "eine halbe Stunde".
 * What is more than a half ("one and a half hours"), or another part ("a quarter of an hour"), is "unknown".
 */
export function halfBefore(
  before: readonly string[],
  locale: string,
  ones: ReadonlySet<string>,
): number | "unknown" | undefined {
  const words = before.map(folded);
  const isOne = (at: number) => ones.has(words.at(at) ?? "");
  if (words.at(-2) === "of" && isOne(-1)) return "unknown";
  const nearest = isHalf(words.at(-1) ?? "", "before", locale) ? 1 : isOne(-1) ? 2 : 0;
  if (nearest === 0 || !isHalf(words.at(-nearest) ?? "", "before", locale)) return undefined;
  const count = nearest === 1 && isOne(-2) ? 2 : nearest;
  return words.at(-count - 1) === andIn(locale) ? "unknown" : count;
}

const ands = new Map<string, string>();

/** "And", as a language lists things. */
export function andIn(locale: string): string {
  const literal = () =>
    new Intl.ListFormat(locale).formatToParts(["1", "2"]).find(({ type }) => type === "literal")?.value;
  const and = ands.get(locale) ?? folded((literal() ?? "").trim());
  ands.set(locale, and);
  return and;
}

/** Where no spaces stand between words. */
const UNSPACED = /^\s?(?:半|반(?!\p{Script=Hangul})|ครึ่ง)/u;

/** How much of a text that follows a unit says that it is half a unit more: all of " and a half". */
export function halfAfter(after: string, locale: string): string | undefined {
  const [unspaced] = UNSPACED.exec(after) ?? [];
  if (unspaced) return unspaced;
  // "And a", "y", "с", and nothing else comes between.
  const words = [...after.matchAll(/(?<=^[\p{L}\p{M}\s’']*)[\p{L}\p{M}]+/gu)].slice(0, 3);
  const half = words.find(({ 0: word }) => isHalf(folded(word), "after", locale) || word.length > 3);
  const isSaid = half && isHalf(folded(half[0]), "after", locale);
  return isSaid ? after.slice(0, half.index + half[0].length) : undefined;
}
