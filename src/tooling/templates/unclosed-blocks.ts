import { placeAt } from "../check/place.ts";
import { lookAlike } from "../check/words/look-alikes.ts";
import { didYouMean } from "./did-you-mean.ts";
import { halfBraces } from "./half-braces.ts";
import type { Unreadable } from "./mistyped.ts";

interface Opened {
  readonly name: string;
  readonly index: number;
  readonly typed: string;
}

/**
 * A block that nothing closes, or that another's end closes: at its opener, or at what was meant for its opener or
 * its end. Comments are taken out of the text.
 */
export function unclosedBlock(text: string): Unreadable | undefined {
  const fault = firstFault(text);
  if (!fault) return undefined;
  return missingSign(text, fault.name) ?? mistypedTag(text) ?? missingSlash(text, fault.left) ?? fault.said;
}

interface Fault {
  /** The name of an end that closes nothing. */
  readonly name?: string;
  /** What nothing closes. */
  readonly left?: Opened;
  readonly said: Unreadable;
}

const TAG = /\{\{~?\s*(#>|#\*?|\/|\^(?=\s*\w))\s*([^\s}|~]+)/g;

function firstFault(text: string): Fault | undefined {
  const open: Opened[] = [];
  for (const { 0: typed, 1: sign, 2: name = "", index } of text.matchAll(TAG)) {
    if (sign !== "/") {
      open.push({ name, index, typed });
      continue;
    }
    const last = open.pop();
    if (last?.name === name) continue;
    // Where nothing of that name is open, it is the end that is mistyped, not the block that is left open.
    if (!last || !open.some((each) => each.name === name)) {
      return { name, said: said(index, ...closesNothing(name, last, text)) };
    }
    const message = `${last.typed}…}} is open where {{/${name}}} stands.`;
    return { left: last, said: said(last.index, message, `Put {{/${last.name}}} before that {{/${name}}}.`) };
  }
  const left = open.at(-1);
  if (!left) return undefined;
  const message = `${left.typed}…}} is opened here and never closed.`;
  return { left, said: said(left.index, message, `Put {{/${left.name}}} where it ends.`) };
}

function said(index: number, message: string, mending: string): Unreadable {
  return { rule: "unclosed-block", index, message, mending };
}

function closesNothing(name: string, last: Opened | undefined, text: string): [string, string] {
  const like = last && (lookAlike(last.name, [name]) ?? lookAlike(name, [last.name]));
  if (last && like) {
    return [
      `{{/${name}}} and ${last.typed}…}} look alike, and are not.`,
      `Write ${like.name} once more. ${like.sentence}`,
    ];
  }
  const isCondition = (each: string | undefined) => each === "if" || each === "unless";
  if (last && isCondition(name) && !isCondition(last.name) && !last.typed.includes(">")) {
    const { line } = placeAt(text, last.index);
    return [`{{/${name}}} cannot close ${last.typed}…}} of line ${line}.`, `Write {{#${name} …}} there.`];
  }
  if (last && (isCondition(last.name) || didYouMean(name, [last.name]))) {
    const { line } = placeAt(text, last.index);
    return [
      `{{/${name}}} closes nothing: what is open here is ${last.typed}…}} of line ${line}.`,
      `Did you mean {{/${last.name}}}?`,
    ];
  }
  const opener = /^(?:if|unless)$/.test(name) ? `{{#${name} …}}` : `{{#> ${name}}}`;
  return [`{{/${name}}} closes nothing.`, `Remove it, or put the ${opener} before it that is missing.`];
}

/** What was to open the block whose end closes nothing: `{{if name}}`, `{{> note}}`. */
function missingSign(text: string, name: string | undefined): Unreadable | undefined {
  if (name === undefined) return undefined;
  const quoted = name.replace(/[^\w-]/g, "\\$&");
  const match = new RegExp(`\\{\\{(~?\\s*(?:>\\s*)?${quoted}(?=[\\s}])[^{}]*)\\}\\}`).exec(text);
  if (!match) return undefined;
  const [typed, inner = ""] = match;
  const isCondition = /^(?:if|unless)$/.test(name);
  const meant = isCondition ? `{{#${inner.trim()}}}` : `{{#> ${inner.replace(/^~?\s*>?\s*/, "")}}}`;
  return said(match.index, `${typed} lacks its #: {{/${name}}} has nothing to close.`, `Write ${meant}.`);
}

/** What was to close a block that nothing closes: `{{note}}`. */
function missingSlash(text: string, left: Opened | undefined): Unreadable | undefined {
  if (!left) return undefined;
  const index = text.indexOf(`{{${left.name}}}`, left.index);
  if (index < 0) return undefined;
  return said(index, `{{${left.name}}} lacks its /.`, `Write {{/${left.name}}}.`);
}

/** An opener or an end that is written in another way: `{#if name}}`, `{/if}}`, `{{endif}}`. */
function mistypedTag(text: string): Unreadable | undefined {
  const other = /\{\{\s*(?:end ?-?(if|unless)?|\\(\w+)|(if|unless)\s*\/?)\s*\}\}/i.exec(text);
  if (other) {
    const name = other.slice(1).find((each) => each !== undefined) ?? "if";
    return said(other.index, `${other[0]} closes nothing.`, `Write {{/${name.toLowerCase()}}}.`);
  }
  const otherwise = /\{\{\s*[#/]\s*else\s*\}\}/.exec(text);
  if (otherwise) return said(otherwise.index, `${otherwise[0]} is no block.`, "Write {{else}}.");
  const half = halfBraces(withoutTags(text)).find(({ inner }) => /^(?:#>?|\/)\s?\p{L}/u.test(inner));
  if (!half) return undefined;
  const inner = half.inner.replace(/^([#/])\s/, "$1");
  return said(half.index, `${half.typed} lacks a brace.`, `Write {{${inner}}}.`);
}

/** Blanked: what is a `{{…}}` as it should be, and styles, which have braces of their own. */
function withoutTags(text: string): string {
  return text.replace(/\{\{\{?[^{}]*\}\}\}?|<style[\s>][\s\S]*?<\/style>/gi, (tag) => " ".repeat(tag.length));
}
