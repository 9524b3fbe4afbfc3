/** A piece of text that has braces in it, as somebody writes a `{{…}}` who misses one of them. */
export interface HalfBraces {
  readonly index: number;
  /** As it stands: `{brand.name}}`, `{#if name}`, or a brace alone. */
  readonly typed: string;
  /** What was to stand between the braces; empty when a brace stands alone. */
  readonly inner: string;
  /** Whether braces of both kinds are there. */
  readonly isPair: boolean;
}

/** Those of a keyboard, and the full-width ones of a Chinese, Japanese or Korean one. */
const BRACES = /[{｛](?: ?[{｛]){0,3}|[}｝](?: ?[}｝]){0,3}/g;

/** What may follow an opening brace: all up to a closing one, or the one word that it was meant for. */
const UP_TO_CLOSE = /^\s{0,3}([^{}｛｝\n]{1,200}?)\s{0,3}[}｝](?: ?[}｝]){0,3}/;
const WORD_AFTER = /^\s?(?:[#/>＞^]{0,2}\s?[\p{L}_][\p{L}\p{N}_.-]{0,60})/u;

/** What may stand before a closing brace that nothing opens. In HTML, a > after a tag is the tag's. */
const WORD_BEFORE =
  /(?:(?:#>?|\/|(?<!\S)>)\s?[\p{L}_][\p{L}\p{N}_-]{0,60}(?:\s[\w.]{1,60})?|else if [\w.]{1,60}|[\p{L}_][\p{L}\p{N}_.-]{0,60})\s{0,3}$/u;

/** All pieces of a text that have braces in them: it holds no `{{…}}` that is as it should be. */
export function halfBraces(text: string): readonly HalfBraces[] {
  const found: HalfBraces[] = [];
  let done = 0;
  for (const { 0: braces, index } of text.matchAll(BRACES)) {
    if (index < done) continue;
    const one = /[{｛]/.test(braces) ? opened(text, index, braces) : closed(text, index, braces, done);
    found.push(one);
    done = one.index + one.typed.length;
  }
  return found;
}

function opened(text: string, index: number, braces: string): HalfBraces {
  const after = text.slice(index + braces.length, index + 300);
  const [rest, inner] = UP_TO_CLOSE.exec(after) ?? [];
  if (rest !== undefined && inner !== undefined) {
    return { index, typed: braces + rest, inner, isPair: true };
  }
  const [word = ""] = WORD_AFTER.exec(after) ?? [];
  return { index, typed: braces + word, inner: word.trim(), isPair: false };
}

function closed(text: string, index: number, braces: string, from: number): HalfBraces {
  const [word = ""] = WORD_BEFORE.exec(text.slice(Math.max(from, index - 150), index)) ?? [];
  return { index: index - word.length, typed: word + braces, inner: word.trim(), isPair: false };
}
