import type { CheckedPart, Project } from "./project.ts";

/** A part in one language, and the same part in the language that all others fall back to. */
export interface Pair {
  readonly part: CheckedPart;
  readonly reference: CheckedPart;
}

const known = new WeakMap<Project, readonly Pair[]>();

/** Every part of another locale than the default, beside the default's; without those that it has none of. */
export function pairs(project: Project): readonly Pair[] {
  const found = known.get(project) ?? paired(project);
  known.set(project, found);
  return found;
}

function paired({ parts, settings }: Project): Pair[] {
  const keyOf = ({ source, part }: CheckedPart) => `${source} ${part}`;
  const references = new Map(
    parts.filter(({ locale }) => locale === settings.default).map((part) => [keyOf(part), part]),
  );
  return parts.flatMap((part) => {
    const reference = references.get(keyOf(part));
    return reference && reference !== part ? [{ part, reference }] : [];
  });
}
