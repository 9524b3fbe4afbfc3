/** The characters of the bytes 80 to 9F in windows-1252, the encoding that UTF-8 is mistaken for. */
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** A word whose letters were spoilt by a wrong encoding, and what it was. */
export interface Spoilt {
  readonly index: number;
  readonly typed: string;
  readonly meant: string;
}

/** What may be bytes of UTF-8, read one by one as characters: from the first byte on. */
const SEQUENCES = new RegExp(
  `(?:[\\xc2-\\xdf][${WINDOWS}\\xa0-\\xbf]|[\\xe0-\\xef][${WINDOWS}\\xa0-\\xbf]{2}|[\\xf0-\\xf4][${WINDOWS}\\xa0-\\xbf]{3})+`,
  "g",
);

/** The words that were spoilt: für as fÃ¼r, it’s as itâ€™s. */
export function spoiltWords(text: string): Spoilt[] {
  const found: Spoilt[] = [];
  let done = 0;
  for (const { 0: typed, index } of text.matchAll(SEQUENCES)) {
    if (index < done || !isSpoilt(typed, text.charAt(index - 1), text.charAt(index + typed.length))) continue;
    const [before = ""] = /[\p{L}\p{M}]{0,40}$/u.exec(text.slice(Math.max(done, index - 40), index)) ?? [];
    const start = index - before.length;
    const [word = ""] = WORD.exec(text.slice(start, start + 200)) ?? [];
    done = Math.max(start + word.length, index + typed.length);
    const whole = text.slice(start, done);
    found.push({ index: start, typed: whole, meant: decodedIn(whole) });
  }
  return found;
}

const WORD = new RegExp(`^[\\p{L}\\p{M}${WINDOWS}\\xa1-\\xbf]+`, "u");

/** What closes or follows a word, and would be the second half of a letter after a capital Â or Ã. */
const AFTER_WORD = /[\xa0\xa1\xab\xbb\xbf‘’“”‚„…–—†‡•‹›]/;

/**
 * Whether it cannot be meant. One letter of a language in Latin letters is mostly a lead of two, “Ã¼”: before
 * what may follow a word, as in “IRMÔ, there has to be a small letter beside it. Of other scripts one alone
 * says nothing: “é »” would be a Chinese one.
 */
function isSpoilt(typed: string, before: string, after: string): boolean {
  const meant = decoded(typed);
  if (meant === undefined || /[\p{Cc}\p{Cn}\p{Co}]/u.test(meant)) return false;
  const isDistinct = /^â[€„‚]/.test(typed) || /^ð\x9f|^ðŸ/.test(typed);
  if (isDistinct || [...meant].length > 1) return true;
  if (!/^[\xc2-\xc5]/.test(typed)) return false;
  return !AFTER_WORD.test(typed.charAt(1)) || /\p{Ll}/u.test(before) || /\p{Ll}/u.test(after);
}

function decodedIn(text: string): string {
  return text.replace(SEQUENCES, (typed) => decoded(typed) ?? typed);
}

/** What its characters are as bytes, read as UTF-8. */
function decoded(typed: string): string | undefined {
  const bytes = [...typed].map((character) => {
    const at = WINDOWS.indexOf(character);
    return at < 0 ? (character.codePointAt(0) ?? 0) : 0x80 + at;
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return undefined;
  }
}
