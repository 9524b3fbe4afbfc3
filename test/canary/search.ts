import { SHORTEST } from "./canary.ts";
import { encodings } from "./encodings.ts";

/** A found canary: its place and its encoding. */
export interface Leak {
  readonly canary: string;
  readonly encoding: string;
  /** The text around it. */
  readonly near: string;
}

/** The length of a canary that is searched for: a log may truncate a longer one. */
const LONGEST = 48;

/** Returns the canaries in an output, each once, with the first of the encodings in which it is found. */
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
 * Prepares a text for many searches that find hardly anything: only a form whose first characters are in the text is
 * searched for.
 */
function haystack(text: string): { indexOf(form: string): number } {
  const beginnings = new Set<string>();
  for (let at = 0; at + SHORTEST <= text.length; at += 1) beginnings.add(text.slice(at, at + SHORTEST));
  return { indexOf: (form) => (beginnings.has(form.slice(0, SHORTEST)) ? text.indexOf(form) : -1) };
}
