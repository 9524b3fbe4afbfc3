import { languageOf } from "../../templates/language-tag.ts";
import { folded } from "./unit-words.ts";

/**
 * The numbers that people give lengths of time in, in the languages that messages are mostly written in; where a
 * number has several forms, all of them. Without accents, hyphens as spaces. Any other stays unread.
 */
const spelt: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  ar: {
    3: "ثلاث ثلاثة",
    4: "أربع أربعة",
    5: "خمس خمسة",
    6: "ست ستة",
    7: "سبع سبعة",
    8: "ثماني ثمانية ثمان",
    9: "تسع تسعة",
    10: "عشر عشرة",
    12: "اثنتي_عشرة اثنتا_عشرة اثني_عشر اثنا_عشر",
    15: "خمس_عشرة خمسة_عشر",
    20: "عشرون عشرين",
    24: "أربع_وعشرون أربع_وعشرين أربعة_وعشرون أربعة_وعشرين",
    30: "ثلاثون ثلاثين",
    45: "خمس_وأربعون خمس_وأربعين خمسة_وأربعون خمسة_وأربعين",
    48: "ثمان_وأربعون ثمان_وأربعين ثماني_وأربعين ثمانية_وأربعون ثمانية_وأربعين",
    60: "ستون ستين",
  },
  de: {
    ...inOrder("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"),
    ...{ 15: "fünfzehn", 20: "zwanzig", 24: "vierundzwanzig", 30: "dreißig dreissig" },
    ...{ 45: "fünfundvierzig", 48: "achtundvierzig", 60: "sechzig" },
  },
  en: {
    ...inOrder("two three four five six seven eight nine ten eleven twelve"),
    ...{ 15: "fifteen", 20: "twenty", 24: "twenty_four", 30: "thirty" },
    ...{ 45: "forty_five", 48: "forty_eight", 60: "sixty" },
  },
  es: {
    ...inOrder("dos tres cuatro cinco seis siete ocho nueve diez once doce"),
    ...{ 15: "quince", 20: "veinte", 24: "veinticuatro", 30: "treinta" },
    ...{ 45: "cuarenta_y_cinco", 48: "cuarenta_y_ocho", 60: "sesenta" },
  },
  fr: {
    ...inOrder("deux trois quatre cinq six sept huit neuf dix onze douze"),
    ...{ 15: "quinze", 20: "vingt", 24: "vingt_quatre", 30: "trente" },
    ...{ 45: "quarante_cinq", 48: "quarante_huit", 60: "soixante" },
  },
  it: {
    ...inOrder("due tre quattro cinque sei sette otto nove dieci undici dodici"),
    ...{ 15: "quindici", 20: "venti", 24: "ventiquattro", 30: "trenta" },
    ...{ 45: "quarantacinque", 48: "quarantotto", 60: "sessanta" },
  },
  nl: {
    ...inOrder("twee drie vier vijf zes zeven acht negen tien elf twaalf"),
    ...{ 15: "vijftien", 20: "twintig", 24: "vierentwintig", 30: "dertig" },
    ...{ 45: "vijfenveertig", 48: "achtenveertig", 60: "zestig" },
  },
  pt: {
    ...inOrder("dois/duas três quatro cinco seis sete oito nove dez onze doze"),
    ...{ 15: "quinze", 20: "vinte", 24: "vinte_e_quatro", 30: "trinta" },
    ...{ 45: "quarenta_e_cinco", 48: "quarenta_e_oito", 60: "sessenta" },
  },
};

/** The numbers from 2 on. */
function inOrder(words: string): Readonly<Record<number, string>> {
  return Object.fromEntries(words.split(" ").map((each, index) => [index + 2, each.replace("/", " ")]));
}

const known = new Map<string, ReadonlyMap<string, number>>();

/** The numbers of a language, from two on, by their words as {@link folded} them and spaces between them. */
export function numbersOf(locale: string): ReadonlyMap<string, number> {
  const language = languageOf(locale);
  const numbers = known.get(language) ?? numbersIn(language);
  known.set(language, numbers);
  return numbers;
}

function numbersIn(language: string): ReadonlyMap<string, number> {
  const all = Object.entries(spelt[language] ?? {}).flatMap(([number, words]) =>
    words.split(" ").map((word) => [folded(word.replaceAll("_", " ")), Number(number)] as const),
  );
  return new Map(all);
}
