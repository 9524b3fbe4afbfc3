import type { cascade, Scheme } from "./cascade.ts";
import { around, type FlatElement, type FlatHtml, type FlatText } from "./flat-html.ts";

const UNREAD = new Set(["style", "script", "title", "head"]);

/** The texts that people see: something in them is printed, and nothing around them hides it. */
export function visibleTexts(
  html: FlatHtml,
  computed: ReturnType<typeof cascade>,
  scheme: Scheme = "light",
): readonly FlatText[] {
  const hidden = new Map<FlatElement | undefined, boolean>([[undefined, false]]);
  const isHidden = (element: FlatElement | undefined): boolean => {
    const open = [...around(element)];
    const known = open.findIndex((each) => hidden.has(each));
    const unknown = known < 0 ? open : open.slice(0, known);
    for (const each of unknown.toReversed()) {
      const own = UNREAD.has(each.name) || hides(each, computed, scheme);
      hidden.set(each, own || hidden.get(each.parent) === true);
    }
    return hidden.get(element) === true;
  };
  return html.texts.filter(({ value, parent }) => /[\p{L}\p{N}\p{S}\p{Co}]/u.test(value) && !isHidden(parent));
}

function hides(element: FlatElement, computed: ReturnType<typeof cascade>, scheme: Scheme): boolean {
  const css = computed(element, scheme);
  const value = (property: string) => css.get(property)?.value.toLowerCase() ?? "";
  return (
    value("display") === "none" ||
    value("visibility") === "hidden" ||
    /^0*(?:\.0+)?$/.test(value("opacity") || "1") ||
    /^[01](?:px)?$/.test(value("font-size")) ||
    (/^0(?:px)?$/.test(value("max-height")) && value("overflow") === "hidden")
  );
}
