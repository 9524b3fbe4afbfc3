import type { Copy } from "./copy.ts";
import type { CheckedPart, Project } from "./project.ts";

/** A copy that has been looked at: of the next, most is the same. */
export interface Before {
  readonly copy: Copy;
  readonly project: Project;
}

/**
 * The project of the copy before, where all that parts share is in both the same: settings, brands, partials and
 * the schema. What is remembered of a part that has not changed holds then too; see {@link perPart}.
 */
export function onSameGround(copy: Copy, before: Before | undefined): Project | undefined {
  const isSame =
    before !== undefined &&
    before.copy.metadata === copy.metadata &&
    // What of it cannot be read is told with each part anew.
    before.project.unread.every(({ part }) => part !== undefined) &&
    areSame(groundOf(before.copy), groundOf(copy));
  return isSame ? before.project : undefined;
}

function groundOf({ files }: Copy): ReadonlyMap<string, string> {
  return new Map([...files].filter(([file]) => !IN_LOCALE.test(file)));
}

/** What is one language's alone. */
const IN_LOCALE = /^templates\/(?!_)[^/]+\/./;

function areSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([file, text]) => other.get(file) === text);
}

/** The parts that were read as a whole, by their files. */
export function readParts({ parts, unread }: Project): ReadonlyMap<string, CheckedPart> {
  const told = new Set(unread.map(({ file }) => file));
  return new Map(parts.flatMap((part) => (told.has(part.file) ? [] : [[part.file, part] as const])));
}
