import * as css from "css-tree";
import { DEEPEST } from "../too-large.ts";
import type { FlatSpan } from "./flat-html.ts";

/**
 * What the tokens of CSS tell: what a browser does with them later, in the value of a custom property or in a rule
 * that a parser of ours gives up on, is not known, and an address is found all the same.
 */
export interface CssTokens {
  readonly addresses: readonly CssAddress[];
  /** What is one thing, which no condition may stand inside of: words, texts, addresses, and the signs of comments. */
  readonly unbroken: readonly FlatSpan[];
  /** Where more stands inside one another than can be read. */
  readonly tooDeepAt: number | undefined;
  /** Where the name of a function or rule is written with a backslash: `u\72l(…)` fetches what `url(…)` does. */
  readonly hiddenAt: readonly number[];
}

export interface CssAddress {
  readonly address: string;
  readonly offset: number;
  /** Handed to what fetches it, such as `url(…)`; else it just stands there, and something may come by it. */
  readonly isFetched: boolean;
}

/** Functions in which an address is a text. */
const FETCHING = /^(?:url|url-prefix|src|image|(?:-[a-z]+-)?image-set)$/;

const type = css.tokenTypes;
const OPENING = new Set<number>([
  type.Function,
  type.LeftParenthesis,
  type.LeftCurlyBracket,
  type.LeftSquareBracket,
]);
const CLOSING = new Set<number>([type.RightParenthesis, type.RightCurlyBracket, type.RightSquareBracket]);
/** What stands in these is looked at by itself, or by nobody. */
const WHOLE = new Set<number>([type.String, type.BadString, type.Url, type.BadUrl, type.Comment]);

const PRIVATE_USE =
  /\\(?:00(?=[ef])|0?(?=[ef][0-9a-f]{3}(?![0-9a-f])))(?:e[0-9a-f]{3}|f[0-8][0-9a-f]{2})\s?/gi;

/** Reads the tokens of CSS from left to right; nothing in it goes down, however deep they stand. */
export function cssTokens(text: string): CssTokens {
  const addresses: CssAddress[] = [];
  const unbroken: FlatSpan[] = [];
  const hiddenAt: number[] = [];
  const open: { readonly name: string; readonly start: number }[] = [];
  let rule = "";
  let tooDeepAt: number | undefined;
  let loose = "";
  css.tokenize(text, (is, start, end) => {
    // What a backslash stands for is taken for no value (see flat-html.ts).
    const typed = text.slice(start, end).replace(PRIVATE_USE, "\\fffd ");
    loose += WHOLE.has(is) ? " ".repeat(end - start) : text.slice(start, end);
    unbroken.push(...unbrokenIn(is, start, end));
    if ((is === type.Function || is === type.AtKeyword) && typed.includes("\\")) hiddenAt.push(start);
    if (is === type.Url || is === type.BadUrl)
      addresses.push({ address: css.url.decode(typed), offset: start, isFetched: true });
    if (is === type.String || is === type.BadString)
      addresses.push(...inText(css.string.decode(typed), start, open, rule));
    if (is === type.AtKeyword) rule = nameOf(typed.slice(1));
    else if (is === type.Semicolon || is === type.LeftCurlyBracket) rule = "";
    if (OPENING.has(is)) {
      open.push({ name: is === type.Function ? nameOf(typed.slice(0, -1)) : "", start });
      if (open.length > DEEPEST) tooDeepAt ??= start;
    } else if (CLOSING.has(is)) open.pop();
  });
  return { addresses: [...addresses, ...looseAddresses(loose, 0)], unbroken, tooDeepAt, hiddenAt };
}

function nameOf(typed: string): string {
  return css.ident.decode(typed).toLowerCase();
}

function unbrokenIn(is: number, start: number, end: number): FlatSpan[] {
  if (is === type.WhiteSpace || end - start < 2) return [];
  if (is !== type.Comment) return [{ start, end }];
  return [
    { start, end: start + 2 },
    { start: end - 2, end },
  ];
}

/** The addresses in a text: all of it, where it is handed to what fetches it. */
function inText(
  text: string,
  start: number,
  open: readonly { readonly name: string; readonly start: number }[],
  rule: string,
): CssAddress[] {
  // What `var(--a, "…")` falls back to is handed to the function around.
  const around = open.findLast(({ name }) => !/^(?:|var|env|attr)$/.test(name));
  if (around ? FETCHING.test(around.name) : rule === "import") {
    const offset = around && /^url/.test(around.name) ? around.start : start;
    return [{ address: text, offset, isFetched: true }];
  }
  return /^\s*data:/i.test(text) ? [] : looseAddresses(text, start, true);
}

/** What begins as an address does; a browser passes over line ends and tabs in one. */
const LOOSE = /(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}[^\s"'()<>,;]+|https?:[^\s"'()<>,;]+/gi;

function looseAddresses(text: string, start: number, isOne = false): CssAddress[] {
  if (!/[\\/:]/.test(text)) return [];
  return [...(isOne ? text.replace(/[\t\n\r]/g, "") : text).matchAll(LOOSE)].map(
    ({ 0: address, index }): CssAddress => ({
      address,
      offset: isOne ? start : start + index,
      isFetched: false,
    }),
  );
}
