import type { FlatElement, FlatHtml } from "./flat-html.ts";

/** `color: #123456 !important` */
export interface Declaration {
  /** Its name in lower case. */
  readonly property: string;
  /** Its value without `!important`, and with markers for printed values. */
  readonly value: string;
  readonly isImportant: boolean;
  /** Offset in the email. */
  readonly start: number;
}

/** `.card { … }`, or an at-rule with its declarations. */
export interface CssRule {
  /** `.card, .box`, `@media (…)`, `@import url(…)` */
  readonly prelude: string;
  readonly start: number;
  /** The preludes of the rules around it, the outermost first. */
  readonly inside: readonly string[];
  readonly declarations: readonly Declaration[];
}

/** The CSS of one element: a stylesheet, or the declarations of `style="…"`. */
export interface ElementCss {
  readonly element: FlatElement;
  readonly rules: readonly CssRule[];
}

const cache = new WeakMap<FlatHtml, readonly ElementCss[]>();

/** Returns all CSS of an email, inline and in `<style>`. Memoized. */
export function emailCss(html: FlatHtml): readonly ElementCss[] {
  const css = cache.get(html) ?? html.elements.flatMap((element) => cssOf(element, html));
  cache.set(html, css);
  return css;
}

function cssOf(element: FlatElement, { text }: FlatHtml): ElementCss[] {
  const style = element.attributes.get("style");
  const css: ElementCss[] = [];
  if (element.name === "style") {
    const offsetOf = (index: number) => element.tagEnd + index;
    css.push({
      element,
      rules: readCss(text.slice(element.tagEnd, element.endTag ?? element.end), offsetOf),
    });
  }
  if (style) css.push({ element, rules: readCss(style.value, style.offsetOf) });
  return css;
}

/** Returns the declarations in a `style` attribute that apply to the element itself. */
export function inlineDeclarations({ rules }: ElementCss): readonly Declaration[] {
  return rules.filter(({ prelude }) => prelude === "").flatMap(({ declarations }) => declarations);
}

const STRING = /"(?:\\[\s\S]|[^"\\\n])*(?:"|(?=\n)|$)|'(?:\\[\s\S]|[^'\\\n])*(?:'|(?=\n)|$)/.source;
const IGNORED = new RegExp(`${STRING}|/\\*[\\s\\S]*?(?:\\*/|$)|<!--|-->`, "g");
const STRUCTURE = new RegExp(`${STRING}|[{}();]`, "g");

/**
 * Reads CSS as far as the checker needs it: rules and their declarations, with values as written. Declarations
 * outside of any rule are in one without a prelude.
 */
function readCss(text: string, offsetOf: (index: number) => number): readonly CssRule[] {
  const css = text.replace(IGNORED, (each) => (/^["']/.test(each) ? each : " ".repeat(each.length)));
  type Open = { prelude: string; start: number; inside: readonly string[]; declarations: Declaration[] };
  const rules: Open[] = [];
  const open = (prelude: string, start: number, inside: readonly string[]): Open => {
    const rule = { prelude, start: offsetOf(start), inside, declarations: [] };
    rules.push(rule);
    return rule;
  };
  const blocks = [open("", 0, [])];
  let from = 0;
  let depth = 0;
  const chunk = (end: number) => {
    const raw = css.slice(from, end);
    return { start: from + raw.length - raw.trimStart().length, written: raw.trim() };
  };
  const inner = () => blocks.flatMap(({ prelude }) => (prelude ? [prelude] : []));
  const endDeclaration = (end: number) => {
    const { start, written } = chunk(end);
    const colon = written.indexOf(":");
    if (written.startsWith("@")) open(written, start, inner());
    else if (colon > 0) {
      const [important] = /!\s*important$/i.exec(written) ?? [""];
      blocks.at(-1)?.declarations.push({
        property: written.slice(0, colon).trim().toLowerCase(),
        value: written.slice(colon + 1, written.length - important.length).trim(),
        isImportant: important !== "",
        start: offsetOf(start),
      });
    }
  };
  for (const { 0: sign, index } of css.matchAll(STRUCTURE)) {
    if (sign === "(") depth += 1;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    // A semicolon in url(data:…) does not end a declaration.
    if (!/[{};]/.test(sign) || sign.length > 1 || (sign === ";" && depth > 0)) continue;
    if (sign === "{") {
      const { start, written } = chunk(index);
      blocks.push(open(written, start, inner()));
    } else endDeclaration(index);
    if (sign === "}" && blocks.length > 1) blocks.pop();
    depth = 0;
    from = index + 1;
  }
  endDeclaration(css.length);
  return rules;
}

/** Returns the addresses in a value: those in `url(…)`, and that of `@import "…"`. */
export function addressesIn(value: string): readonly string[] {
  const inUrl = [...value.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s][^)]*))/gi)];
  const imported = /^@import\s+(?:"([^"]*)"|'([^']*)')/i.exec(value);
  return [...inUrl, ...(imported ? [imported] : [])].map(([, a, b, c]) => (a ?? b ?? c ?? "").trim());
}
