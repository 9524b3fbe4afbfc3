import { SHORTEST } from "./canary.ts";
import { encodings } from "./encodings.ts";

/** Where a canary was found, and how it was written. */
export interface Leak {
  readonly canary: string;
  readonly encoding: string;
  /** What stands around it. */
  readonly near: string;
}

/** How much of a long canary is looked for: a log may cut one off. */
const LONGEST = 48;

/** The canaries that stand in an output, each told once, by the plainest encoding that it is found in. */
export function leaksIn(output: string, canaries: Iterable<string>): Leak[] {
  const asItIs = haystack(output);
  const caseless = haystack(output.toLowerCase());
  return [...canaries].flatMap((canary) => {
    for (const { name, of, isCaseless } of encodings) {
      for (const form of of(canary.slice(0, LONGEST))) {
        const at = isCaseless ? caseless.indexOf(form.toLowerCase()) : asItIs.indexOf(form);
        if (at >= 0) return { canary, encoding: name, near: output.slice(Math.max(0, at - 120), at + 120) };
      }
    }
    return [];
  });
}

/**
 * A text in which much is looked for, and hardly anything found: what does not stand in it by its first few
 * characters is not looked for any further.
 */
function haystack(text: string): { indexOf(form: string): number } {
  const beginnings = new Set<string>();
  for (let at = 0; at + SHORTEST <= text.length; at += 1) beginnings.add(text.slice(at, at + SHORTEST));
  return { indexOf: (form) => (beginnings.has(form.slice(0, SHORTEST)) ? text.indexOf(form) : -1) };
}
