import { attributeOf, closest, type FlatElement, type FlatHtml, type FlatSpan } from "./flat-html.ts";

/** Elements whose text is nowhere in the email itself. */
const UNSEEN = new Set(["title", "style", "script", "template", "textarea", "noscript"]);

const NOTHING = /^[+-]?0*\.?0+(?:[a-z]+|%)?(?:\s*!important)?$/i;

/** Why nobody sees what is printed at an offset, in words; `undefined` where it is seen. Classes are not looked at. */
export function whyUnseen(offset: number, html: FlatHtml): string | undefined {
  const isAround = ({ start, end }: FlatSpan) => offset >= start && offset < end;
  if (html.comments.some(isAround)) return "in a comment";
  const text = html.texts.find(isAround);
  if (!text) return "in a link's address or another attribute alone";
  for (let each = text.parent; each; each = each.parent) {
    if (UNSEEN.has(each.name)) return `in <${each.name}>`;
    if (attributeOf(each, "hidden") || /^none\b/i.test(styleOf(each, "display") ?? "")) return HIDDEN;
    if (NOTHING.test(styleOf(each, "opacity") ?? "")) return HIDDEN;
  }
  if (NOTHING.test(inherited(text.parent, "font-size") ?? "")) return HIDDEN;
  return /^hidden\b/i.test(inherited(text.parent, "visibility") ?? "") ? HIDDEN : undefined;
}

const HIDDEN = "in something that is hidden";

/** Of the nearest element that says it. */
function inherited(element: FlatElement | undefined, property: string): string | undefined {
  const nearest = closest(element, (each) => styleOf(each, property) !== undefined);
  return nearest && styleOf(nearest, property);
}

function styleOf(element: FlatElement, property: string): string | undefined {
  return declared(attributeOf(element, "style")?.value, property);
}

/** What a style attribute gives a property; the last time, as browsers have it. */
export function declared(style: string | undefined, property: string): string | undefined {
  const declarations =
    style?.includes(property) || /[A-Z\\/]/.test(style ?? "") ? style?.split(";") : undefined;
  return declarations
    ?.map((each) => each.replace(/\/\*.*?\*\//gs, "").split(":"))
    .findLast(([name = ""]) => name.trim().toLowerCase() === property)
    ?.slice(1)
    .join(":")
    .trim();
}
