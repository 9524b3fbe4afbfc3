import type { Computed } from "./cascade.ts";
import type { FlatElement, FlatHtml, FlatText } from "./flat-html.ts";
import { inherited } from "./inherited.ts";

const UNREAD = new Set(["style", "script", "title", "head"]);

/** Returns the texts that people see: not blank, and not hidden by an element around them. */
export function visibleTexts(html: FlatHtml, cssOf: (element: FlatElement) => Computed): readonly FlatText[] {
  const isHidden = inherited(false, (element, isOutside) => {
    return isOutside || UNREAD.has(element.name) || hides(cssOf(element));
  });
  // In emails of MJML a table has the size 0, and the texts in it have sizes of their own.
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
