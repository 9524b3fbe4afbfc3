import { type Unclosed, unclosedIn } from "../html/unclosed-markup.ts";
import type { Case, Rule } from "../rule.ts";

export const unclosedQuote: Rule = {
  name: "unclosed-quote",
  severity: "error",
  protects:
    "In a tag, each quote has a second one, and a comment that begins with <!-- ends with -->. Where the end is missing, all that follows is swallowed, up to the next quote or the end of the email.",
  mending: "Put the second quote where the value ends.",
  example: {
    file: "templates/de/forgot-password/email.html.hbs",
    from: "<p>Der Code gilt 1 Stunde.</p>",
    to: '<p class="muted>Der Code gilt 1 Stunde.</p>',
  },
  check: ({ parts, partials }) => [
    ...parts
      .filter(({ suffix }) => suffix === "html")
      .flatMap((part) => casesOf(part).map((each) => ({ ...each, part }))),
    ...[...partials.html.values()].flatMap(casesOf),
  ],
};

function casesOf({ file, text }: { readonly file: string; readonly text: string }): Case[] {
  const open = unclosedIn(text);
  return open ? [{ file, index: open.index, ...said[open.is] }] : [];
}

const said: Readonly<Record<Unclosed["is"], Pick<Case, "message" | "mending">>> = {
  comment: {
    message: "The comment that begins here has no end: nothing after it is shown.",
    mending: "Put --> where the comment ends.",
  },
  quote: {
    message: "The quote that opens here is not closed: what follows is swallowed.",
    mending: "Put the second quote where the value ends, before the >.",
  },
};
