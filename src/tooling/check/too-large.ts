import type { TemplateSource } from "../templates/sources.ts";
import { withoutComments } from "../templates/syntax.ts";
import type { Case } from "./rule.ts";

/**
 * The most characters of a template's file, and of a template with its partials. Cognito takes 20,000 of an
 * email and 140 of a subject or SMS: conditions and comments let a file be longer, though never by so much.
 */
export const MOST_CHARACTERS = { html: 100_000, txt: 10_000 } as const;

/**
 * How deep blocks, partials or elements may stand inside one another: an email of tables in tables has some
 * thirty. Whatever looks at a tree goes down by recursion, which some thousands would be too deep for.
 */
export const DEEPEST = 100;

type Fault = Pick<Case, "index" | "message" | "mending">;

/** What makes a template's text too large to be read; looked at before Handlebars sees it. */
export function tooLargeToRead({ text, suffix }: TemplateSource): Fault | undefined {
  const most = MOST_CHARACTERS[suffix];
  if (text.length > most) {
    const message = `This file has ${figure(text.length)} characters, and no template needs more than ${figure(most)}: ${ACCEPTED[suffix]}`;
    return { index: 0, message, mending: "Remove what does not belong here." };
  }
  const index = tooDeepAt(withoutComments(text));
  return index === undefined
    ? undefined
    : {
        index,
        message: `More than ${DEEPEST} {{#…}} or ( stand inside one another here.`,
        mending: "Close those before it, or do without them.",
      };
}

export const ACCEPTED = {
  html: "Cognito takes 20,000 of an email.",
  txt: "Cognito takes 140 of a subject or SMS.",
} as const;

/** What opens and closes a block, an `{{else if}}`, which is one inside of the other; and the rest of a `{{…}}`. */
const BRACES = /\{\{+~?(?:(?<opens>#|\^(?!\s*~?\}))|(?<closes>\/)|(?<chains>\s*else\s+\w))?(?<rest>[^{}]*)/g;

function tooDeepAt(text: string): number | undefined {
  /** For each block that is open, how many its end closes. */
  const open: number[] = [];
  let depth = 0;
  for (const { index, groups = {} } of text.matchAll(BRACES)) {
    if (groups.opens) open.push(1);
    if (groups.chains && open.length > 0) open.push((open.pop() ?? 0) + 1);
    if (groups.opens || groups.chains) depth += 1;
    if (groups.closes) depth -= open.pop() ?? 0;
    if (depth > DEEPEST || parentheses(groups.rest ?? "") > DEEPEST) return index;
  }
  return undefined;
}

/** How deep they stand inside one another. */
function parentheses(typed: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [each] of typed.matchAll(/[()]/g)) {
    depth += each === "(" ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** A figure as people read it: 20,000. */
export function figure(count: number): string {
  return count.toLocaleString("en-GB");
}
