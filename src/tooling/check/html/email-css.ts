import * as css from "css-tree";
import { DEEPEST } from "../too-large.ts";
import { type CssTokens, cssTokens } from "./css-tokens.ts";
import { attributeOf, type FlatElement, type FlatHtml, valueStart } from "./flat-html.ts";
import { cssRules, functions, type Loss, properties, units } from "./mail-clients.ts";

/** What stands in a piece of CSS, each thing with its offset in the text that was read. */
export interface ReadCss extends Pick<CssTokens, "addresses" | "unbroken"> {
  readonly losses: readonly { readonly name: string; readonly loss: Loss; readonly offset: number }[];
  /** Why it cannot be read, as sentences. */
  readonly errors: readonly { readonly message: string; readonly offset: number }[];
  /** What CSS does not know, and passes over alone. */
  readonly unknown: readonly UnknownCss[];
}

export interface UnknownCss {
  readonly property: string;
  /** What no such property can have; `undefined` where it is the property that there is none of. */
  readonly value?: string;
  readonly offset: number;
}

/** The CSS of a `<style>`, or of a style attribute, as it stands in an email. */
export interface EmailCss extends ReadCss {
  readonly element: FlatElement;
  /** The offset in the email of an offset in the CSS. */
  readonly offsetOf: (offset: number) => number;
}

/** All CSS of an email, or of some of its elements. */
export function emailCss(html: FlatHtml, elements = html.elements): readonly EmailCss[] {
  return elements.flatMap((element) => {
    const all: EmailCss[] = [];
    if (element.name === "style") {
      const text = html.text.slice(element.tagEnd, element.endTag);
      const offsetOf = (offset: number) => element.tagEnd + offset;
      all.push({ ...readCss(text, "stylesheet"), element, offsetOf });
    }
    const style = attributeOf(element, "style");
    if (style) {
      const start = valueStart(html, style);
      // With entities in it, the places within are not the same: then its start must do.
      const isSame = html.text.startsWith(style.value, start);
      const offsetOf = (offset: number) => start + (isSame ? offset : 0);
      all.push({ ...readCss(style.value, "declarationList"), element, offsetOf });
    }
    return all;
  });
}

// Emails share nearly all of their CSS: each text is read once.
const known = new Map<string, ReadCss>();
const MOST_KNOWN = 5000;

function readCss(text: string, context: "stylesheet" | "declarationList"): ReadCss {
  const key = `${context} ${text}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const read = parsedCss(text, context);
  known.set(key, read);
  return read;
}

function parsedCss(text: string, context: "stylesheet" | "declarationList"): ReadCss {
  const losses: { name: string; loss: Loss; offset: number }[] = [];
  const { addresses, unbroken, tooDeepAt, hiddenAt } = cssTokens(text);
  const errors = hiddenAt.map((offset) => ({ message: HIDDEN, offset }));
  const unknown: UnknownCss[] = [];
  if (tooDeepAt !== undefined) {
    return {
      losses,
      addresses,
      unbroken,
      unknown,
      errors: [...errors, { message: TOO_DEEP, offset: tooDeepAt }],
    };
  }
  const tree = css.parse(text, {
    context,
    positions: true,
    parseCustomProperty: false,
    onParseError: ({ message, offset }) => errors.push({ message: wordingOf(message), offset }),
  });
  const lose = (
    table: Readonly<Record<string, Loss>>,
    key: string,
    node: css.CssNode,
    context: css.WalkContext,
    { name = key, value = "" } = {},
  ) => {
    const loss = Object.hasOwn(table, key) ? table[key] : undefined;
    if (loss && applies(loss, value, context)) losses.push({ name, loss, offset: offsetOf(node) });
  };
  css.walk(tree, function (this: css.WalkContext, node: css.CssNode) {
    switch (node.type) {
      case "Declaration": {
        const name = node.property;
        const key = name.startsWith("--") ? "--*" : name.toLowerCase();
        lose(properties, key, node, this, { name, value: css.generate(node.value) });
        // A rule such as @font-face has words of its own.
        if (key !== "--*" && (this.rule || context === "declarationList")) unknown.push(...unknownIn(node));
        break;
      }
      case "Function":
        lose(functions, functionName(node), node, this);
        break;
      case "Dimension":
        // A width that a media query asks for is nothing that gets lost.
        if (this.declaration) lose(units, node.unit.toLowerCase(), node, this);
        break;
      case "Atrule":
        lose(cssRules, `@${node.name.toLowerCase()}`, node, this);
        break;
      case "PseudoElementSelector":
      case "PseudoClassSelector":
        // `:before` is how CSS 2 wrote it.
        lose(cssRules, `::${node.name.toLowerCase()}`, node, this);
        break;
      case "Rule":
        if (this.rule) lose(cssRules, "a rule inside a rule", node, this);
        break;
    }
  });
  const isRead = ({ offset }: UnknownCss) => !errors.some((error) => error.offset === offset);
  return { losses, addresses, unbroken, errors, unknown: unknown.filter(isRead) };
}

/** What CSS has. Its types leave out that css-tree tells it. */
export const cssProperties: readonly string[] = Object.keys(
  (css.lexer as unknown as { readonly properties: object }).properties,
);

/** What mail programs have of their own (`mso-…`, `-webkit-…`), tricks of old (`*width`), and a value that is filled in. */
const OWN_PROPERTY = /^(?:mso-|[^a-z])/i;
const OWN_VALUE = /[\ue000-\uf8ff]|progid|expression|var\(|env\(|-(?:webkit|moz|ms|o)-/i;

function unknownIn({ property, value, loc }: css.Declaration): UnknownCss[] {
  if (OWN_PROPERTY.test(property)) return [];
  const offset = loc?.start.offset ?? 0;
  if (!css.lexer.getProperty(property)) return [{ property, offset }];
  const written = css.generate(value);
  if (written === "" || OWN_VALUE.test(written)) return [];
  const { error } = css.lexer.matchProperty(property, value);
  return error?.name === "SyntaxMatchError"
    ? [{ property, value: written, offset: value.loc?.start.offset ?? offset }]
    : [];
}

const HIDDEN = "Here a name is written with a \\: mail programs read another than people do.";
const TOO_DEEP = `More than ${DEEPEST} { or ( stand inside one another in this CSS: it cannot be read.`;

/** css-tree names the sign that it waits for: `Colon is expected`, `")" is expected`. */
function wordingOf(message: string): string {
  const [, expected] = /^(Colon|Semicolon|"[^"]+") is expected/.exec(message) ?? [];
  if (!expected) return "This CSS cannot be read.";
  const sign = { Colon: '":"', Semicolon: '";"' }[expected] ?? expected;
  return `This CSS cannot be read: ${sign} is missing before this.`;
}

const offsetOf = ({ loc }: css.CssNode) => loc?.start.offset ?? 0;

function functionName({ name, children }: css.FunctionNode): string {
  const lower = name.toLowerCase();
  const hasCommas = children.some((node) => node.type === "Operator" && node.value === ",");
  return /^(?:rgb|hsl)a?$/.test(lower) && !hasCommas ? "rgb() without commas" : `${lower}()`;
}

/** Whether what is lost is missed: with this value, and nothing beside it to fall back to. */
function applies(loss: Loss, value: string, { block, declaration, root }: css.WalkContext): boolean {
  if (loss.value && !loss.value.test(value)) return false;
  if (!loss.unless) return true;
  const list = block ?? (root.type === "DeclarationList" ? root : undefined);
  return !list?.children.some(
    (each) => each.type === "Declaration" && each !== declaration && each.property === loss.unless,
  );
}
