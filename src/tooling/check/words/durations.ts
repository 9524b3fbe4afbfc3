import { andIn, halfAfter, halfBefore } from "./halves.ts";
import { onesOf, UNSPACED_NUMBER, unspacedNumber } from "./number-words.ts";
import { numbersOf } from "./spelt-numbers.ts";
import {
  folded,
  isUnspaced,
  type Unit,
  type UnitWord,
  unitMinutes,
  unitWordAt,
  unitWords,
} from "./unit-words.ts";

/** A length of time that a text speaks of. */
export interface Duration {
  readonly minutes: number;
  /** As it is written. */
  readonly said: string;
  readonly index: number;
  /** How it is written: "24 hours", "one hour", or by a word alone that may mean something else. */
  readonly by: "figures" | "words" | "hint";
}

const WORD = /[\p{L}\p{M}]+/gu;
const NUMBER = /(?<!\p{Nd}[.,:/٫]?)\p{Nd}+(?:[.,٫]\p{Nd}+)?/gu;

type Read = (text: string, locale: string) => readonly Duration[];

/** As many texts as are remembered of a language: in a project of many regions, most are read again and again. */
const MOST_TEXTS = 5_000;

/** The same function, which reads each text of a language once. The words of a language are one list for its regions. */
function perText(of: Read): Read {
  const known = new WeakMap<readonly UnitWord[], Map<string, readonly Duration[]>>();
  return (text, locale) => {
    const words = unitWords(locale);
    const texts = known.get(words) ?? new Map<string, readonly Duration[]>();
    known.set(words, texts);
    const found = texts.get(text) ?? of(text, locale);
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(text, found);
    return found;
  };
}

/** The lengths of time that a text gives in figures, in the words of its language. */
export const durationsInFigures = perText(inFigures);

function inFigures(text: string, locale: string): Duration[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const words = unitWords(locale);
  const found = [...text.matchAll(NUMBER)].flatMap(({ 0: figures, index }) => {
    const unit = unitAfter(text, index + figures.length, words) ?? unitBefore(text, index, words);
    const isDate = unit?.word.unit === "day" && /[月월年]\s?$/u.test(text.slice(0, index));
    if (!unit || isDate) return [];
    const start = Math.min(index, unit.start);
    const end = Math.max(index + figures.length, unit.end);
    const minutes = numberIn(figures) * unitMinutes[unit.word.unit];
    return [
      {
        minutes,
        said: text.slice(start, end).trim(),
        index: start,
        end,
        by: "figures" as const,
        word: unit.word,
      },
    ];
  });
  const lengths = found.filter((each, at) => {
    const beside = [found[at - 1], found[at + 1]];
    return !isRate(text, each, beside, words) && !isClockTime(text, each, beside);
  });
  return joined(lengths, text, locale).map((each) => withHalf(each, text, locale));
}

interface Found extends Duration {
  readonly end: number;
  readonly word: UnitWord;
}

/** "1 hour and 30 minutes" is one length of time. */
function joined(found: readonly Found[], text: string, locale: string): Found[] {
  const lengths: Found[] = [];
  for (const each of found) {
    const last = lengths.at(-1);
    const isLess = last && each.minutes < unitMinutes[last.word.unit];
    if (!isLess || !isJoint(text.slice(endOf(last, text), each.index), last, locale)) {
      lengths.push(each);
      continue;
    }
    const { index } = last;
    const said = text.slice(index, each.end).trim();
    lengths[lengths.length - 1] = { ...each, minutes: last.minutes + each.minutes, said, index };
  }
  return lengths;
}

/** Where the letters of its unit end. */
function endOf({ index, end }: Found, text: string): number {
  return index + text.slice(index, end).trimEnd().length;
}

/** Nothing, or "and"; the point of an abbreviation. After a comma another thing may begin. */
function isJoint(between: string, { word }: Found, locale: string): boolean {
  const joint = between.trim();
  return joint === "" || folded(joint) === andIn(locale) || (joint === "." && word.isShort);
}

/** "1 hour and a half", and what French writes "1 h 30". */
function withHalf(each: Found, text: string, locale: string): Found {
  const start = endOf(each, text);
  const after = text.slice(start, start + 40);
  const half = halfAfter(after, locale);
  const [minutes, number = "0"] =
    (each.word.unit === "hour" && /^\.?\s(\p{Nd}{2})(?![\p{Nd}.,]|\s?\p{L})/u.exec(after)) || [];
  const more = half ? unitMinutes[each.word.unit] / 2 : each.word.isShort ? numberIn(number) : 0;
  if (more === 0) return each;
  const end = start + (half ?? minutes ?? "").length;
  return { ...each, minutes: each.minutes + more, said: text.slice(each.index, end).trim(), end };
}

interface FoundUnit {
  readonly word: UnitWord;
  readonly start: number;
  readonly end: number;
}

/** Between a number and its unit: "24 hours", "24-hour", "24&nbsp;h", "1个小时", "24 de ore". */
const GAP = /^(?:[-‑–]|[\s\u200e\u200f]{0,2})(?:[个個箇ヶか]\s?|de\s)?/u;

function unitAfter(text: string, end: number, words: readonly UnitWord[]): FoundUnit | undefined {
  const [gap = ""] = GAP.exec(text.slice(end)) ?? [];
  const start = end + gap.length;
  const rest = text.slice(start, start + 40);
  const word = unitWordAt(
    rest,
    words.filter(({ isBefore, count }) => !isBefore && count === undefined),
  );
  // "24 d" may be anything; "24d" is days.
  if (!word || (gap !== "" && isLetter(word) && word.unit !== "hour")) return undefined;
  return { word, start: end, end: start + writtenLength(rest, word) };
}

function isLetter({ word }: UnitWord): boolean {
  return /^[a-z]$/.test(word);
}

/** How much of a text is the unit: a whole word, with whatever ending it has. */
function writtenLength(text: string, { word }: UnitWord): number {
  if (isUnspaced(word)) return word.length;
  const words = word.split(" ").length;
  return new RegExp(`^(?:[\\p{L}\\p{M}]+\\s?){1,${words}}`, "u").exec(text)?.[0].length ?? 0;
}

function unitBefore(text: string, index: number, words: readonly UnitWord[]): FoundUnit | undefined {
  const before = words.filter(({ isBefore }) => isBefore);
  if (before.length === 0) return undefined;
  const [typed = ""] = /[\p{L}\p{M}’'′ ]+\s?$/u.exec(text.slice(Math.max(0, index - 30), index)) ?? [];
  const last = folded(typed);
  const word = before.find((each) => last === each.word || last.endsWith(` ${each.word}`));
  const start = index - typed.length + typed.trimEnd().lastIndexOf(" ") + 1;
  return word && { word, start, end: index };
}

/** "24 hours a day", "7 days a week", "1日24時間": how often, not how long. */
function isRate(text: string, each: Found, beside: Beside, words: readonly UnitWord[]): boolean {
  const { minutes, word, index, end } = each;
  const touched = beside.filter((other) => other?.end === index || other?.index === end);
  if (minutes === 1440 && touched.some((other) => other?.word.unit === "day")) return true;
  if (word.unit === "day" && touched.some((other) => other?.minutes === 1440)) return true;
  const wider = WIDER[`${word.unit} ${minutes}`];
  const [after = ""] = /^[\p{L}\p{M}\s/’']{0,20}/u.exec(text.slice(end)) ?? [];
  const [before = ""] = /[\p{L}\p{M}\p{Nd}\s]{0,8}$/u.exec(text.slice(0, index)) ?? [];
  return wider !== undefined && (hasUnit(after, wider, words) || hasUnit(before, wider, words));
}

type Beside = readonly (Found | undefined)[];

/** As many as there are in a wider unit: that one beside it makes a rate of it. */
const WIDER: Readonly<Record<string, Unit>> = { "hour 1440": "day", "day 10080": "week" };

function hasUnit(text: string, unit: Unit, words: readonly UnitWord[]): boolean {
  return [...text.matchAll(WORD)].some(({ 0: token, index }) =>
    isUnspaced(token)
      ? words.some((each) => each.unit === unit && token.includes(each.word))
      : unitWordAt(text.slice(index), words)?.unit === unit,
  );
}

/** "9h-17h": times of day. */
function isClockTime(text: string, each: Found, beside: Beside): boolean {
  if (!each.word.isShort || each.word.unit !== "hour") return false;
  return beside.some((other) => {
    if (!other?.word.isShort || other.word.unit !== "hour") return false;
    const between = text.slice(Math.min(each.end, other.end), Math.max(each.index, other.index));
    return between.length <= 7 && !/[.;!?\n]/.test(between);
  });
}

/** A number in the digits of whatever script; a comma or point before three digits groups them. */
function numberIn(figures: string): number {
  const latin = figures.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit))).replace("٫", ".");
  return Number(/[.,]\d{3}$/.test(latin) ? latin.replace(/[.,]/, "") : latin.replace(",", "."));
}

/** Unicode has the digits of a script in a row, from 0 to 9. */
function digitValue(digit: string): number {
  const code = digit.normalize("NFKC").codePointAt(0) as number;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** The lengths of time that a text gives in words, as far as they are known: "one hour". */
export const durationsInWords = perText(inWords);

function inWords(text: string, locale: string): Duration[] {
  return [...inSpacedWords(text, locale), ...inUnspacedWords(text, locale)].filter(
    // "24 hours a day" has no day.
    ({ index }) => !/\p{Nd}[^\p{Nd}.!?]{0,16}$/u.test(text.slice(0, index)),
  );
}

const long = new WeakMap<readonly UnitWord[], readonly UnitWord[]>();

/** The words that are no abbreviations. */
function longWords(locale: string): readonly UnitWord[] {
  const all = unitWords(locale);
  const words = long.get(all) ?? all.filter(({ isShort }) => !isShort);
  long.set(all, words);
  return words;
}

function inSpacedWords(text: string, locale: string): Duration[] {
  const words = longWords(locale);
  const { words: ones, areAfter } = onesOf(locale);
  const tokens = [...text.matchAll(WORD)];
  const found = tokens.flatMap(({ 0: token, index }, at): Duration[] => {
    const unit = unitWordAt(text.slice(index), words);
    if (!unit || isUnspaced(unit.word)) return [];
    const end = index + token.length;
    const minutes = (unit.count ?? 1) * unitMinutes[unit.unit];
    if (unit.count !== undefined && unit.count > 1) return [{ minutes, said: token, index, by: "words" }];
    const half = halfBefore(textsBefore(tokens, at), locale, ones);
    if (half === "unknown") return [];
    const first = half && tokens[at - half];
    if (first && isUnbroken(text.slice(first.index, index))) {
      return [{ minutes: minutes / 2, said: text.slice(first.index, end), index: first.index, by: "words" }];
    }
    const number = numberBefore(tokens, at, locale);
    if (number && isUnbroken(text.slice(number.index, index))) {
      return andMore(text, number.index, end, unit, locale, number.count);
    }
    const beside = tokens[areAfter ? at + 1 : at - 1];
    if (beside && ones.has(folded(beside[0])) && areBeside(text, beside, { index, end })) {
      const start = Math.min(beside.index, index);
      return andMore(text, start, Math.max(end, beside.index + beside[0].length), unit, locale);
    }
    return unit.count === 1 && unit.unit === "hour"
      ? andMore(text, index, end, unit, locale).map((each) => ({ ...each, by: "hint" }))
      : [];
  });
  // The minutes of "two hours and thirty minutes" are told with its hours; those of "an hour and some minutes" not at all.
  return found.filter(({ index }) => !isRest(text, index, found, words));
}

/** Whether a length of time is the rest of one that begins before it: "one hour and thirty minutes". */
function isRest(
  text: string,
  index: number,
  found: readonly Duration[],
  words: readonly UnitWord[],
): boolean {
  if (found.some((each) => each.index < index && index < each.index + each.said.length)) return true;
  const [before = ""] = /[\p{L}\p{M}]+\s+[\p{L}\p{M}]{1,4}\s+$/u.exec(text.slice(0, index)) ?? [];
  return before !== "" && unitWordAt(before, words)?.unit === "hour";
}

/** The number that stands in words before a unit: "two", "quarante-huit". */
function numberBefore(
  tokens: readonly RegExpMatchArray[],
  at: number,
  locale: string,
): { readonly count: number; readonly index: number } | undefined {
  const numbers = numbersOf(locale);
  if (numbers.size === 0) return undefined;
  // The longest first: "quarante-huit" is no eight.
  for (const length of [3, 2, 1]) {
    const words = tokens.slice(Math.max(0, at - length), at);
    const count = numbers.get(words.map(([word]) => folded(word)).join(" "));
    if (count !== undefined) return { count, index: words[0]?.index ?? 0 };
  }
  return undefined;
}

function textsBefore(tokens: readonly RegExpMatchArray[], at: number): string[] {
  return tokens.slice(Math.max(0, at - 4), at).map(([token]) => token);
}

function isUnbroken(text: string): boolean {
  return /^[\p{L}\p{M}\s’'-]*$/u.test(text);
}

/** Some of a unit, with the half or the minutes that follow; none where those cannot be read here. */
function andMore(
  text: string,
  index: number,
  end: number,
  { unit }: UnitWord,
  locale: string,
  count = 1,
): Duration[] {
  const after = text.slice(end, end + 40);
  const half = halfAfter(after, locale);
  const words = [...after.matchAll(WORD)].slice(0, 5);
  const smaller = unitWords(locale).filter(
    (each) => !each.isShort && unitMinutes[each.unit] < unitMinutes[unit],
  );
  const smallerAt = words.findIndex((word) => {
    const isNear = /^[\p{L}\p{M}\p{Nd}\s,-]*$/u.test(after.slice(0, word.index));
    return isNear && unitWordAt(after.slice(word.index), smaller) !== undefined;
  });
  const whole = unitMinutes[unit] * count;
  const last = words[smallerAt];
  if (!last) {
    const minutes = whole + (half ? unitMinutes[unit] / 2 : 0);
    return [{ minutes, said: text.slice(index, end + (half ?? "").length), index, by: "words" }];
  }
  const number = numberBefore(words, smallerAt, locale);
  const size = unitWordAt(after.slice(last.index), smaller)?.unit;
  if (!number || !size) return [];
  const said = text.slice(index, end + last.index + last[0].length);
  return [{ minutes: whole + number.count * unitMinutes[size], said, index, by: "words" }];
}

function areBeside(
  text: string,
  word: RegExpMatchArray,
  { index, end }: { index: number; end: number },
): boolean {
  const at = word.index ?? 0;
  const between = at < index ? text.slice(at + word[0].length, index) : text.slice(end, at);
  return /^[\s'’]{1,2}$/.test(between);
}

function inUnspacedWords(text: string, locale: string): Duration[] {
  const words = unitWords(locale).filter(({ word }) => isUnspaced(word));
  if (words.length === 0) return [];
  return [...text.matchAll(UNSPACED_NUMBER)].flatMap(({ 0: number, index }): Duration[] => {
    const one = unspacedNumber(number);
    const unit = one && unitAfter(text, index + number.length, words);
    if (!unit || isNoLength(number, unit, text, index)) return [];
    const half = halfAfter(text.slice(unit.end, unit.end + 10), locale) ?? "";
    const count = one + (half ? 0.5 : 0);
    const said = text.slice(index, unit.end + half.length);
    return [{ minutes: count * unitMinutes[unit.word.unit], said, index, by: "words" }];
  });
}

/** "十分" is "enough", "三分の一" a third, and "三月一日" a date. */
function isNoLength(number: string, { word, end }: FoundUnit, text: string, index: number): boolean {
  const isEnough = number === "十" && word.unit === "minute";
  const isPart = word.unit === "minute" && /^[の之]/.test(text.slice(end));
  return isEnough || isPart || (word.unit === "day" && /[月월年]\s?$/u.test(text.slice(0, index)));
}

/** Whether a text has the language's word for an hour in whatever form: a length of time may be in it that nobody here can read. */
export function namesHours(text: string, locale: string): boolean {
  const words = unitWords(locale).filter(({ unit, isShort }) => unit === "hour" && !isShort);
  const spaced = words.filter(({ word }) => !isUnspaced(word));
  return (
    words.some(({ word }) => isUnspaced(word) && text.includes(word)) ||
    [...text.matchAll(WORD)].some(({ index }) => unitWordAt(text.slice(index), spaced) !== undefined)
  );
}

/** Whether the words of a language for units of time are known here. */
export function isReadable(locale: string): boolean {
  return unitWords(locale).some(({ unit, isShort, word }) => unit === "hour" && !isShort && word !== "h");
}
