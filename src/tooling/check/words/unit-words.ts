import { moreUnitWords } from "./number-words.ts";

export type Unit = "minute" | "hour" | "day" | "week";

/** How many minutes a unit has. */
export const unitMinutes: Readonly<Record<Unit, number>> = { minute: 1, hour: 60, day: 1440, week: 10_080 };

/** A word by which a language calls a unit of time, {@link folded}. */
export interface UnitWord {
  readonly unit: Unit;
  readonly word: string;
  /** Whether the number stands after it. */
  readonly isBefore: boolean;
  /** Whether it is an abbreviation. */
  readonly isShort: boolean;
  /** How many it is by itself: Arabic has a word for two hours. */
  readonly count?: number;
}

const known = new Map<string, readonly UnitWord[]>();

/** The words of a language for units of time, from CLDR as Node's ICU has it; none where it has none. */
export function unitWords(locale: string): readonly UnitWord[] {
  const before = known.get(locale);
  if (before) return before;
  // Regions write their numbers differently, not these words.
  const { language, script } = new Intl.Locale(locale).maximize();
  const written = script ? `${language}-${script}` : language;
  const words = known.get(written) ?? found(written);
  known.set(written, words);
  known.set(locale, words);
  return words;
}

/** Enough to meet every plural form that CLDR has (UTS #35, part 3, §5). */
const NUMBERS = [1, 2, 3, 5, 11, 21, 24, 100, 1.5];
const NUMERIC = new Set(["integer", "group", "decimal", "fraction"]);

function found(locale: string): UnitWord[] {
  // For a language that it does not know, Intl would answer in that of this machine.
  if (Intl.NumberFormat.supportedLocalesOf(locale).length === 0) return [];
  const words = new Map<string, UnitWord>();
  const add = (each: UnitWord) => {
    // Arabic has the same word for one minute, without a number, and after 11 or more.
    const key = `${each.unit} ${each.word} ${each.isBefore} ${each.count}`;
    if (each.word !== "" && !words.has(key)) words.set(key, each);
  };
  for (const unit of Object.keys(unitMinutes) as Unit[]) {
    for (const more of moreUnitWords(locale)[unit] ?? []) {
      add({ unit, word: folded(more), isBefore: false, isShort: false });
    }
    for (const unitDisplay of ["long", "short", "narrow"] as const) {
      const format = new Intl.NumberFormat(locale, {
        style: "unit",
        unit,
        unitDisplay,
        numberingSystem: "latn",
      });
      for (const number of NUMBERS) add(wordIn(format, number, unit, unitDisplay !== "long"));
    }
  }
  return [...words.values()].sort((a, b) => b.word.length - a.word.length);
}

function wordIn(format: Intl.NumberFormat, number: number, unit: Unit, isShort: boolean): UnitWord {
  const parts = format.formatToParts(number);
  const first = parts.findIndex(({ type }) => NUMERIC.has(type));
  const last = parts.findLastIndex(({ type }) => NUMERIC.has(type));
  const text = (some: typeof parts) => folded(some.map(({ value }) => value).join(""));
  if (first < 0) return { unit, word: text(parts), isBefore: false, isShort, count: number };
  const after = text(parts.slice(last + 1));
  return { unit, word: after || text(parts.slice(0, first)), isBefore: after === "", isShort };
}

/** Scripts whose accents and vowel signs people leave out or add. */
const ACCENTS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{Mn}+/gu;

/** A word as it is compared: small letters, no accents, no full stop. */
export function folded(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .replace(/[\u200e\u200f]/g, "")
    .replace(/[.׳]$/, "")
    .trim();
}

/** Scripts that set no spaces between words, or write particles onto them. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}

/** The unit word that a text begins with, in whatever case or number it stands. */
export function unitWordAt(text: string, words: readonly UnitWord[]): UnitWord | undefined {
  // Most words are none: their first letter says so, and to fold forty takes long.
  if (!firstLetters(words).has(folded(text.slice(0, 1))) && !PARTICLE.test(text)) return undefined;
  const start = folded(text.slice(0, 40));
  const found = (from: string) => words.find(({ word }) => begins(from, word)) ?? nearestStem(from, words);
  return found(start) ?? (PREFIXED.test(start) ? found(start.slice(1)) : undefined);
}

const letters = new WeakMap<readonly UnitWord[], ReadonlySet<string>>();

function firstLetters(words: readonly UnitWord[]): ReadonlySet<string> {
  const found = letters.get(words) ?? new Set(words.map(({ word }) => word.slice(0, 1)));
  letters.set(words, found);
  return found;
}

/** Hebrew and Arabic write "for", "in" and the like onto the word: "לשעה". */
const PARTICLE = /^[ובלמשהכوفبلك]/;
const PREFIXED = new RegExp(`${PARTICLE.source}(?=[\\p{Script=Hebrew}\\p{Script=Arabic}]{2})`, "u");

function begins(text: string, word: string): boolean {
  if (!text.startsWith(word)) return false;
  if (isUnspaced(word)) return true;
  const next = text.slice(word.length);
  // "1 T-Shirt" has no days, and "17h30" is a time of day.
  return word.length <= 2 ? !/^\.?[\p{L}\p{M}\p{Nd}'’-]/u.test(next) : !/^[\p{L}\p{M}]/u.test(next);
}

/** Declined words share all but their last letters with the form that CLDR has: "1 godzinę" for "godzina". */
function nearestStem(text: string, words: readonly UnitWord[]): UnitWord | undefined {
  const [token = ""] = /^[\p{L}\p{M}]+/u.exec(text) ?? [];
  let nearest: UnitWord | undefined;
  let most = 0;
  for (const each of words) {
    if (each.isShort || each.word.length < 3 || isUnspaced(each.word)) continue;
    const { length } = each.word;
    const shared = sharedStart(token, each.word);
    const longest = length < 5 ? length + 4 : 2 * length + 2;
    if (shared < Math.max(3, length - 2) || shared <= most || token.length > longest) continue;
    nearest = each;
    most = shared;
  }
  return nearest;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
