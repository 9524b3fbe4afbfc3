import type { Violation } from "../../templates/violation.ts";

/**
 * Merges equal violations in a file into one at the first place, with their number: a problem in a layout often
 * occurs many times, and many messages include the same partial.
 */
export function oncePerFile(violations: readonly Violation[]): Violation[] {
  const alike = Map.groupBy(violations, ({ file, message }) => `${file}\n${message}`);
  return [...alike.values()].map((all) => {
    const first = all.reduce((a, b) => (b.index < a.index ? b : a));
    const places = new Set(all.map(({ index }) => index)).size;
    return places === 1 ? first : { ...first, message: `${first.message} (${places} times in this file)` };
  });
}
