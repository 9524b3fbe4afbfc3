import type { Violation } from "../../templates/violation.ts";

/**
 * One violation for all that are alike in a file, at the first place, with their number: many messages have the
 * same partial, and most of what is wrong in a layout is wrong many times.
 */
export function oncePerFile(violations: readonly Violation[]): Violation[] {
  const alike = Map.groupBy(violations, ({ file, message }) => `${file}\n${message}`);
  return [...alike.values()].map((all) => {
    const first = all.reduce((a, b) => (b.index < a.index ? b : a));
    const places = new Set(all.map(({ index }) => index)).size;
    return places === 1 ? first : { ...first, message: `${first.message} (${places} times in this file)` };
  });
}
