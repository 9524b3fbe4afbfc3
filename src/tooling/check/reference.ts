import type { CheckedPart } from "./project.ts";
import { perProject } from "./remembered.ts";

/** A part in one language, and the same part in the language that all others fall back to. */
export interface Pair {
  readonly part: CheckedPart;
  readonly reference: CheckedPart;
}

/** Every part of another locale than the default, beside the default's; without those that it has none of. */
export const pairs = perProject(({ parts, settings }): readonly Pair[] => {
  const keyOf = ({ source, part }: CheckedPart) => `${source} ${part}`;
  const references = new Map(
    parts.filter(({ locale }) => locale === settings.default).map((part) => [keyOf(part), part]),
  );
  return parts.flatMap((part) => {
    const reference = references.get(keyOf(part));
    return reference && reference !== part ? [{ part, reference }] : [];
  });
});
