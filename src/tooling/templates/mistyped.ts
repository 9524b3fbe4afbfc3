import { CURLY_QUOTES } from "../check/characters.ts";
import { placeAt } from "../check/place.ts";

/** Why a template cannot be read, and where. */
export interface Unreadable {
  readonly rule: "syntax" | "unclosed-block";
  readonly index: number;
  readonly message: string;
  readonly mending: string;
}

type Mistake = (text: string) => Omit<Unreadable, "rule"> | undefined;

/** What people mistype inside of a `{{…}}`, so that Handlebars does not read it; comments are taken out of the text. */
export function mistyped(text: string): Unreadable | undefined {
  for (const mistake of MISTAKES) {
    const found = mistake(text);
    if (found) return { rule: "syntax", ...found };
  }
  return undefined;
}

/** A sign of Handlebars' as Chinese, Japanese and Korean keyboards write it: it would be read as a letter of a name. */
export function fullWidthSign(text: string): Unreadable | undefined {
  const match = FULL_WIDTH.exec(text);
  if (!match) return undefined;
  const [typed = ""] = /^\{\{[^{}\n]*\}{0,2}/.exec(text.slice(match.index)) ?? [];
  const sign = match[0].slice(-1);
  const plain = sign.normalize("NFKC");
  const meant = typed.replaceAll(sign, plain);
  return {
    rule: "syntax",
    index: match.index + match[0].length - 1,
    message: `The ${sign} in ${typed} is a full-width character.`,
    mending: `Write the ordinary ${plain} instead: ${meant}.`,
  };
}

/** One that a tag begins with, or quotes. */
const FULL_WIDTH = /\{\{~?\s*#?[＃＞／](?=[^{}]*\}\})|\{\{[^{}"']{0,300}?=\s*[＂＇]/;

const CURLY = new RegExp(`\\{\\{[^{}]*?=\\s*([${CURLY_QUOTES}])`);

/** Quotes as a word processor has them. */
const curlyQuote: Mistake = (text) => {
  const [typed, quote] = CURLY.exec(text) ?? [];
  if (typed === undefined) return undefined;
  const index = text.indexOf(typed) + typed.length - 1;
  return { index, message: `The quote ${quote} cannot stand here.`, mending: 'Write straight quotes: "…".' };
};

/** A text that is handed over, from its first quote. */
interface Quoted {
  readonly key: string;
  readonly quote: string;
  readonly index: number;
  /** What stands between the quotes; all that follows where none closes it. */
  readonly inner: string;
  /** What follows on the same line. */
  readonly after: string;
  readonly isClosed: boolean;
}

/** The texts in quotes that are handed over in a `{{…}}`, as Handlebars reads them. */
function quotedTexts(text: string): Quoted[] {
  const found: Quoted[] = [];
  let done = 0;
  for (const { 0: opener, index } of text.matchAll(/(?<!\{)\{\{(?!\{)[^{}"']{0,200}=\s*(?=["'])/g)) {
    if (index < done) continue;
    let at = index + opener.length;
    for (let key = keyBefore(text, at); key; key = keyBefore(text, at)) {
      const one = quotedAt(text, at, key);
      found.push(one);
      done = at + one.inner.length + 2;
      const [next] = /^\s+[^{}"'=\s]{1,60}\s*=\s*(?=["'])/.exec(text.slice(done, done + 200)) ?? [];
      if (!one.isClosed || next === undefined) break;
      at = done + next.length;
    }
  }
  return found;
}

function keyBefore(text: string, index: number): string | undefined {
  return /([^{}"'=\s]{1,60})\s*=\s*$/.exec(text.slice(Math.max(0, index - 100), index))?.[1];
}

function quotedAt(text: string, index: number, key: string): Quoted {
  const quote = text.charAt(index);
  const close = text.indexOf(quote, index + 1);
  const end = close < 0 ? text.length : close;
  const [after = ""] = text.slice(end + 1, end + 200).split("\n", 1);
  return { key, quote, index, inner: text.slice(index + 1, end), after, isClosed: close >= 0 };
}

/** One quote of two: the text would go on to the next one, wherever that stands. */
const unclosedQuote: Mistake = (text) => {
  const one = quotedTexts(text).find(({ inner, isClosed }) => {
    const rest = inner.replace(/\{\{[^{}]*\}\}/g, "");
    return rest.includes("}}") || !isClosed || NEXT.test(inner);
  });
  if (!one) return undefined;
  const { line } = placeAt(text, one.index);
  const [typed = ""] = one.inner
    .replaceAll(/\{\{[^{}]*\}\}/g, (tag) => "x".repeat(tag.length))
    .split(/\n|~?\}\}|\s[\w-]+=$/);
  const shown = one.inner.slice(0, typed.length).trimEnd();
  return {
    index: one.index,
    message: `The quote of ${one.key}= in line ${line} is not closed.`,
    mending: `Write ${one.key}=${one.quote}${shown}${one.quote}.`,
  };
};

/** The name of the value that is handed over next. */
const NEXT = /\s[\w-]+=$/;

/** A quote inside of a text that the same quotes stand around. */
const quoteInQuotes: Mistake = (text) => {
  const one = quotedTexts(text).find(
    ({ after }) => /^\s*[^\s}~)|=]+(?=[\s"'}.,!?])/.test(after) && !isNext(after),
  );
  if (!one) return undefined;
  const isApostrophe = one.quote === "'";
  const [word] = isApostrophe ? (/^[\p{L}\p{M}]+/u.exec(one.after) ?? []) : [];
  const [before = ""] = /[\p{L}\p{M}]*$/u.exec(one.inner) ?? [];
  return {
    index: one.index + one.inner.length + 1,
    message: `This ${one.quote} ends the text of ${one.key}=, and more of it follows.`,
    mending:
      word && before
        ? `Write ${before}’${word}, with an apostrophe that is no quote.`
        : `Inside of ${one.quote}…${one.quote}, write other quotes, such as “ and ”.`,
  };
};

/** Whether what follows a text in quotes may follow it: the end, or another value with its name. */
function isNext(after: string): boolean {
  return /^\s*(?:$|~?\}\}|\)|as \||[^\s"'{}=]+\s*=)/.test(after) && !/^[\p{L}\p{N}]/u.test(after);
}

/** A text of several words that is handed over without quotes. */
const unquoted: Mistake = (text) => {
  const match =
    /\{\{#?>[^{}]*?\s([\w-]+)=((?!["'“”„‟«»‘’‚])[^\s"'={}|()]+(?:\s+[^\s"'={}|()]+)+)(?=\s*(?:~?\}\}|\s[\w-]+=|["']))/.exec(
      text,
    );
  if (!match) return undefined;
  const [typed, key, words = ""] = match;
  // Of what is handed over next, the name belongs to that.
  const own = text.startsWith("=", match.index + typed.length) ? words.replace(/\s+\S+$/, "") : words;
  return {
    index: match.index + typed.length - words.length,
    message: `The text of ${key}= stands without quotes.`,
    mending: `Put quotes around it: ${key}="${own}".`,
  };
};

/** What other languages ask for, and a template cannot. */
const comparison: Mistake = (text) => {
  const match = COMPARISON.exec(text);
  if (!match) return undefined;
  const [typed, how = "", before, sign = "", after] = match;
  const asked = before ?? after;
  return {
    index: match.index,
    message: `${typed} cannot be read: {{#${how}}} can only ask whether one value is there.`,
    mending: mendingOf(how, sign, asked),
  };
};

const COMPARISON =
  /\{\{~?\s*(?:#|else\s+)?(if|unless)\s+([\w.]{1,60})?[^{}]{0,200}?(===?|!==?|[<>]=?|&&|\|\||!)\s*([\w.]{1,60})?[^{}]{0,200}\}\}/;

function mendingOf(how: string, sign: string, asked: string | undefined): string {
  if (!asked) return `Write one name after {{#${how}, and nothing else.`;
  if (sign === "!") return `Write {{#${how === "if" ? "unless" : "if"} ${asked}}}.`;
  return `Ask for one alone: {{#${how} ${asked}}} asks whether ${asked} is there.`;
}

/** What stands in a tag in the wrong place, or too often, and what to write for all that the pattern takes. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  // {{ #if name}}
  [/\{\{~?\s+([#/>][^{}]{0,200})\}\}/, "$1"],
  // {{>> code}}, {{< code}}
  [/\{\{(?:>{2,}|<)\s*([^{}>]{1,200})\}\}/, "> $1"],
  // {{># note}}
  [/\{\{>\s*#\s*([^{}]{1,200})\}\}/, "#> $1"],
  // {{#/if}}
  [/\{\{#\s*\/\s*([^{}]{1,200})\}\}/, "/$1"],
  // {{/if name}}
  [/\{\{\/\s*([\w-]{1,60})\s+[^{}]{1,200}\}\}/, "/$1"],
  // {{brand,name}}
  [/\{\{\s*(\w{1,60}),\s?(\w{1,60})\s*\}\}/, "$1.$2"],
  // {{.brand.name}}, {{brand.name!}}
  [/\{\{\s*[.=,;:*]+\s*([\w.]{0,60}\w)\s*\}\}/, "$1"],
  [/\{\{\s*(\w[\w.]{0,60})[=,;:!?()]+\s*\}\}/, "$1"],
];

const wrongSign: Mistake = (text) => {
  for (const [pattern, replacement] of SIGNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const meant = `{{${match[0].replace(pattern, replacement)}}}`;
    return { index: match.index, message: `${match[0]} cannot be read.`, mending: `Write ${meant}.` };
  }
  const empty = /\{\{\s*\}\}/.exec(text);
  if (!empty) return undefined;
  const message = "Nothing stands between {{ and }} here.";
  return { index: empty.index, message, mending: "Write a name between them, or remove them." };
};

/** What a text that is handed over has before it, where an = belongs; or after a value, where nothing does. */
const wrongEquals: Mistake = (text) => {
  const match = /\{\{#?>[^{}]{0,300}?\s([\w-]{1,60})(?:\s*:\s*|\s+)(?=["'])/.exec(text);
  if (match) {
    const [typed, key = ""] = match;
    const index = match.index + typed.lastIndexOf(key);
    return {
      index,
      message: `${key} lacks its =.`,
      mending: `Write ${key}= before the quote, with no space.`,
    };
  }
  const comma = /\{\{#?>[^{}]{0,300}?=(?:[\w.]{1,60}|"[^"{}]{0,200}")([,;])/.exec(text);
  if (!comma) return undefined;
  const index = comma.index + comma[0].length - 1;
  return { index, message: `This ${comma[1]} does not belong here.`, mending: "Write a space alone." };
};

/** A `{{…}}` inside of another, where a name alone is handed over. */
const bracesInBraces: Mistake = (text) => {
  const match = /\{\{[^{}]{0,300}?\s([\w-]{1,60}=)(\{\{\s*([\w.]{1,60})\s*\}\})/.exec(text);
  if (!match) return undefined;
  const [typed, key, tag = "", name] = match;
  return {
    index: match.index + typed.length - tag.length,
    message: `${tag} stands inside of another {{…}}.`,
    mending: `Write ${key}${name}, without braces.`,
  };
};

/** Cognito's mark for the code, in the braces of a template: it would be read as the start of a block. */
const codeMark: Mistake = (text) => {
  const match = /\{\{+~?\s*#{2,}\s*~?\}\}+/.exec(text);
  if (!match) return undefined;
  return {
    index: match.index,
    message: `${match[0]} cannot be read.`,
    mending: "Write {{code}} for the code.",
  };
};

/** One brace of two, or three. */
const braces: Mistake = (text) => {
  const lacking = /(?<!\{)\{\{([^{}\n]*)\}(?!\})/.exec(text);
  if (lacking) {
    return { index: lacking.index, message: `${lacking[0]} lacks a }.`, mending: `Write ${lacking[0]}}.` };
  }
  const unlike = /(?<!\{)\{\{([^{}\n]*)\}\}\}|\{\{\{([^{}\n]*)\}\}(?!\})/.exec(text);
  if (!unlike) return undefined;
  const [typed, inner = unlike[2]] = unlike;
  const brace = unlike[1] === undefined ? "{" : "}";
  return {
    index: unlike.index,
    message: `${typed} has one ${brace} too many.`,
    mending: `Write {{${inner}}}.`,
  };
};

const MISTAKES: readonly Mistake[] = [
  codeMark,
  curlyQuote,
  unclosedQuote,
  quoteInQuotes,
  comparison,
  bracesInBraces,
  wrongEquals,
  unquoted,
  braces,
  wrongSign,
];
