import { didYouMean } from "./did-you-mean.ts";

/** The names and partials that there are. */
export interface Known {
  readonly names: readonly string[];
  readonly partials: readonly string[];
}

/**
 * The `{{…}}` that somebody meant who wrote this between other braces, or with one too few: `{{#if name}}` for
 * `#if name` and `if name`, `{{/if}}` for `endif`. `undefined` for words that stand for nothing.
 */
export function tagFor(typed: string, { names, partials }: Known): string | undefined {
  const inner = typed.normalize("NFKC").replace(/\s+/g, " ").trim();
  const end = END.exec(inner);
  if (end) return `{{/${end[1]?.toLowerCase() ?? "if"}}}`;
  if (/^#?else$/i.test(inner)) return "{{else}}";
  const [, otherwise, how = "", asked = ""] = CONDITION.exec(inner) ?? [];
  const name = nameFor(asked, names);
  if (name) return `{{${otherwise ? "else " : "#"}${how.toLowerCase()} ${name}}}`;
  const [, sign = "", partial = "", handed = ""] = PARTIAL.exec(inner) ?? [];
  const piece = didYouMean(partial, partials, 1);
  if (piece) return `{{${sign}${sign === "/" ? "" : " "}${piece}${handed}}}`;
  const printed = nameFor(inner.replace(/^[$%]|%$/g, ""), names);
  return printed && `{{${printed}}}`;
}

const END = /^(?:\/|\\|end) ?-?(if|unless)$/i;
const CONDITION = /^(?:(else ?-?)|#)? ?(if|unless) ([\w.]+)$/i;
const PARTIAL = /^(#?>|\/) ?([\w-]+)( .*)?$/;

function nameFor(typed: string, names: readonly string[]): string | undefined {
  // Cognito's own placeholder, of which another rule speaks.
  return typed === "username" ? undefined : didYouMean(typed, names, 1);
}
