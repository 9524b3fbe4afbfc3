import type { FlatElement } from "./flat-html.ts";

/**
 * Returns a function for a value that elements inherit, computed once for each. `own` returns an element's value
 * from that of the element around it; `root` is the value outside of all elements.
 */
export function inherited<T>(
  root: T,
  own: (element: FlatElement, outer: T) => T,
): (element: FlatElement | undefined) => T {
  const known = new Map<FlatElement | undefined, T>([[undefined, root]]);
  return (element) => {
    const unknown: FlatElement[] = [];
    let each = element;
    for (; each && !known.has(each); each = each.parent) unknown.push(each);
    let value = known.get(each) as T;
    for (const inner of unknown.reverse()) {
      value = own(inner, value);
      known.set(inner, value);
    }
    return value;
  };
}
