import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A line that a screen reader reads, and what it says before it. */
export interface ReadLine {
  /** `link`, `picture`, `heading`; absent for plain text. */
  readonly as?: string;
  readonly text: string;
}

const UNREAD = new Set(["head", "style", "script", "template", "noscript"]);
const INLINE = new Set(
  "a abbr b bdi bdo big br cite code em font i kbd mark q s small span strong sub sup time u wbr img".split(
    " ",
  ),
);

/** What a screen reader meets in an email, line by line: no tags, no colours, nothing that is hidden. */
export function readAloud(html: string): readonly ReadLine[] {
  return linesOf(html, isHidden);
}

/** The beginning of an email in one line, what is hidden too: what a list of messages shows after the subject. */
export function previewText(html: string): string {
  const text = linesOf(html, ({ tagName }) => UNREAD.has(tagName))
    .map((line) => line.text)
    .join(" ");
  return [...text].slice(0, 140).join("");
}

function linesOf(html: string, isLeftOut: (element: Element) => boolean): readonly ReadLine[] {
  const lines: { as?: string; text: string }[] = [];
  let isOpen = false;
  const add = (text: string, as?: string) => {
    const last = lines.at(-1);
    if (isOpen && last && last.as === as) last.text += text;
    else if (text.trim() !== "") lines.push({ ...(as && { as }), text });
    isOpen = true;
  };
  const walk = (node: Node, as?: string) => {
    if (node.nodeName === "#text") {
      add((node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, " "), as);
    } else if ("tagName" in node && !isLeftOut(node)) {
      if (node.tagName === "br") isOpen = false;
      if (node.tagName === "img") add(attribute(node, "alt") ?? "", "picture");
      const isBlock = !INLINE.has(node.tagName);
      if (isBlock) isOpen = false;
      const own = node.tagName === "a" ? "link" : /^h[1-6]$/.test(node.tagName) ? "heading" : as;
      for (const child of node.childNodes) walk(child, own);
      if (isBlock) isOpen = false;
    }
  };
  for (const child of parse(html).childNodes) walk(child);
  return lines.map(({ text, ...line }) => ({ ...line, text: text.trim() })).filter(({ text }) => text !== "");
}

function isHidden(element: Element): boolean {
  const style = attribute(element, "style") ?? "";
  return (
    UNREAD.has(element.tagName) ||
    attribute(element, "hidden") !== undefined ||
    attribute(element, "aria-hidden") === "true" ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  );
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}
