import type { FlatElement } from "./flat-html.ts";

/**
 * Returns a function for a value that elements inherit, computed once for each. `own` returns an element's value
 * from that of the element around it; `root` is the value outside of all elements.
 */
export function inherited<T>(
  root: T,
  own: (element: FlatElement, outer: T) => T,
): (element: FlatElement | undefined) => T {
  const cache = new Map<FlatElement | undefined, T>([[undefined, root]]);
  return (element) => {
    const unknown: FlatElement[] = [];
    let each = element;
    for (; each && !cache.has(each); each = each.parent) unknown.push(each);
    let value = cache.get(each) as T;
    for (const inner of unknown.reverse()) {
      value = own(inner, value);
      cache.set(inner, value);
    }
    return value;
  };
}
