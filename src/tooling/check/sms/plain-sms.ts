import { sizeOf } from "./sms-size.ts";

/** A character of GSM-7 for one that it lacks. */
export interface Substitute {
  readonly text: string;
  /** Whether nobody would miss the other. */
  readonly isSame: boolean;
}

const SAME: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201a": "'",
  "\u201b": "'",
  "\u2032": "'",
  "`": "'",
  "\u00b4": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u201e": '"',
  "\u201f": '"',
  "\u2033": '"',
  "\u2010": "-",
  "\u2011": "-",
  "\u2212": "-",
  "\u2026": "...",
};

/** What reads alike in some places only: guillemets have spaces of their own in French. */
const ALIKE: Readonly<Record<string, string>> = {
  "\u00ab": '"',
  "\u00bb": '"',
  "\u2039": "'",
  "\u203a": "'",
  "\u2013": "-",
  "\u2014": "-",
  "\u2022": "-",
  "\u00b7": "-",
};

/** What could stand for a character between these two texts, if anything can. */
export function substitute(character: string, before: string, after: string): Substitute | undefined {
  const same = SAME[character];
  if (same) return { text: same, isSame: true };
  const alike = ALIKE[character];
  if (alike) {
    // A dash with spaces around it, or from one figure to another.
    const isDash = /[\u2013\u2014]/.test(character);
    const stands = /(?:^|\s)$/.test(before) && /^(?:\s|$)/.test(after);
    const spans = /\d$/.test(before) && /^\d/.test(after);
    return { text: alike, isSame: isDash && (stands || spans) };
  }
  const composed = character.normalize("NFC");
  const isPlain = composed !== character && sizeOf([composed]).encoding === "GSM-7";
  return isPlain ? { text: composed, isSame: true } : undefined;
}
