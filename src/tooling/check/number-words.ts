import { languageOf } from "../templates/language-tag.ts";
import type { Unit } from "./unit-words.ts";

/**
 * "One", in the languages whose writers put it before a unit of time: a table of ours, since JavaScript
 * spells no numbers out. Without accents. A language that is not here is not judged by its words.
 */
const ones: Readonly<Record<string, string>> = {
  az: "bir",
  be: "адзін адна адну адной аднаго",
  bg: "един една едно",
  bn: "এক",
  bs: "jedan jedna jednu jednog",
  ca: "un una",
  cs: "jeden jedna jednu jedne",
  da: "en et",
  de: "ein eine einen einem einer",
  el: "ενα μια μιας",
  en: "one an a",
  es: "un una",
  et: "uks uhe",
  fa: "یک",
  fi: "yksi yhden",
  fr: "un une",
  gl: "un unha",
  gu: "એક",
  hi: "एक",
  hr: "jedan jedna jednu jednog",
  hu: "egy",
  hy: "մեկ",
  id: "satu",
  is: "einn ein eina einni eitt",
  it: "un una",
  ka: "ერთი",
  lt: "vienas viena vieno",
  lv: "viens viena vienu",
  mk: "еден една едно",
  mr: "एक",
  ms: "satu",
  nb: "en ett ei",
  ne: "एक",
  nl: "een",
  nn: "ein eitt ei",
  no: "en ett ei",
  pl: "jeden jedna jednej jedno jednego",
  pt: "um uma",
  ro: "o un una",
  ru: "один одна одну одной одного",
  sk: "jeden jedna jednu jednej",
  sl: "en ena eno ene",
  sq: "nje",
  sr: "jedan jedna jednu jednog један једна једну једног",
  sv: "en ett",
  ta: "ஒரு",
  tr: "bir",
  uk: "один одна одну одної однієї одного",
  ur: "ایک",
  vi: "mot",
};

/** The same where it stands after the unit. */
const onesAfter: Readonly<Record<string, string>> = {
  ar: "واحدة واحد واحدا",
  eu: "bat",
  he: "אחת אחד",
  sw: "moja",
};

/** Numbers in words that writers of languages without spaces set right before a unit. */
export const unspacedNumbers: Readonly<Record<string, number>> = {
  二十四: 24,
  廿四: 24,
  一: 1,
  半: 0.5,
  两: 2,
  兩: 2,
  หนึ่ง: 1,
  ครึ่ง: 0.5,
  스물네: 24,
  한: 1,
  반: 0.5,
  두: 2,
};

/** What people call a unit, and CLDR does not. */
const moreWords: Readonly<Record<string, Partial<Record<Unit, readonly string[]>>>> = {
  bn: { hour: ["ঘন্টা", "ঘণ্টার", "ঘন্টার"] },
  da: { day: ["døgn"] },
  en: { minute: ["mins"], hour: ["hrs"] },
  he: { day: ["יממה"] },
  hi: { hour: ["घण्टा", "घण्टे"] },
  pl: { day: ["doba"] },
  ru: { day: ["сутки", "суток"] },
  sl: { hour: ["uro", "uri"] },
  sv: { day: ["dygn"] },
  sw: { hour: ["masaa"] },
  ta: { hour: ["மணிநேரம்", "மணி நேரம்"] },
  uk: { day: ["доба"] },
  vi: { hour: ["tiếng"] },
  zh: { hour: ["钟头", "鐘頭"], day: ["日"] },
};

export function moreUnitWords(locale: string): Partial<Record<Unit, readonly string[]>> {
  return moreWords[languageOf(locale)] ?? {};
}

/** The words for "one" of a language, and whether they stand after the unit. */
export interface Ones {
  readonly words: ReadonlySet<string>;
  readonly areAfter: boolean;
}

const known = new Map<string, Ones>();

export function onesOf(locale: string): Ones {
  const words = known.get(locale) ?? onesIn(languageOf(locale));
  known.set(locale, words);
  return words;
}

function onesIn(language: string): Ones {
  const after = onesAfter[language];
  return { words: new Set((after ?? ones[language] ?? "").split(" ")), areAfter: after !== undefined };
}
