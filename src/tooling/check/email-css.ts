import * as css from "css-tree";
import { attributeOf, type FlatElement, type FlatHtml, valueStart } from "./flat-html.ts";
import { cssRules, functions, type Loss, properties, units } from "./mail-clients.ts";

/** What stands in a piece of CSS, each thing with its offset in the text that was read. */
export interface ReadCss {
  readonly losses: readonly { readonly name: string; readonly loss: Loss; readonly offset: number }[];
  /** The addresses that it has something fetched from. */
  readonly addresses: readonly { readonly address: string; readonly offset: number }[];
  readonly errors: readonly { readonly message: string; readonly offset: number }[];
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
  const addresses: { address: string; offset: number }[] = [];
  const errors: { message: string; offset: number }[] = [];
  const tree = css.parse(text, {
    context,
    positions: true,
    parseCustomProperty: false,
    onParseError: ({ message, offset }) => errors.push({ message, offset }),
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
        if (key === "--*") addresses.push(...addressesInCustom(node));
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
      case "Url":
      case "String":
        if (isFetched(node, this)) addresses.push({ address: node.value, offset: offsetOf(node) });
        break;
    }
  });
  return { losses, addresses, errors };
}

/** Functions in which an address is a text: what `url(…)` holds is one by itself. */
const FETCHING = new Set(["src", "image", "image-set", "-webkit-image-set"]);

function isFetched({ type }: css.CssNode, { atrule, function: around }: css.WalkContext): boolean {
  if (type === "Url") return true;
  return around ? FETCHING.has(around.name.toLowerCase()) : atrule?.name.toLowerCase() === "import";
}

/** The addresses in a custom property (`--logo: url(…)`), which css-tree leaves as it was typed. */
function addressesInCustom({ property, value }: css.Declaration): ReadCss["addresses"] {
  const typed = value.type === "Raw" ? value.value : "";
  if (!typed.includes("(")) return [];
  const start = `${property}:`;
  const tree = css.parse(start + typed, {
    context: "declaration",
    positions: true,
    parseCustomProperty: true,
    offset: offsetOf(value) - start.length,
  });
  const addresses: { address: string; offset: number }[] = [];
  css.walk(tree, function (this: css.WalkContext, node: css.CssNode) {
    if (node.type !== "Url" && node.type !== "String") return;
    if (isFetched(node, this)) addresses.push({ address: node.value, offset: offsetOf(node) });
  });
  return addresses;
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
