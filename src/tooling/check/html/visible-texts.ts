import type { Computed } from "./cascade.ts";
import type { FlatElement, FlatHtml, FlatText } from "./flat-html.ts";
import { inherited } from "./inherited.ts";

const UNREAD = new Set(["style", "script", "title", "head"]);

/** The texts that people see: something is printed, and nothing around it hides it. */
export function visibleTexts(html: FlatHtml, cssOf: (element: FlatElement) => Computed): readonly FlatText[] {
  const isHidden = inherited(false, (element, isOutside) => {
    return isOutside || UNREAD.has(element.name) || hides(cssOf(element));
  });
  // Tables of MJML have no size, and the texts in them do.
  const isTiny = inherited(false, (element, isOutside) => {
    const size = cssOf(element).get("font-size")?.value;
    return size === undefined ? isOutside : /^[01](?:px)?$/i.test(size);
  });
  return html.texts.filter(
    ({ value, parent }) => /[\p{L}\p{N}\p{S}\p{Co}]/u.test(value) && !isHidden(parent) && !isTiny(parent),
  );
}

function hides(css: Computed): boolean {
  const is = (property: string, value: RegExp) => value.test(css.get(property)?.value ?? "");
  return (
    is("display", /^none$/i) ||
    is("visibility", /^hidden$/i) ||
    is("opacity", /^0*\.?0+$/) ||
    (is("max-height", /^0(?:px)?$/i) && is("overflow", /^hidden$/i))
  );
}
