/** A position in HTML at which something is printed. The text in a `raw` element is not parsed as HTML. */
export type HtmlContext =
  | { readonly in: "text"; readonly isIsolated: boolean }
  | { readonly in: "tag" }
  | { readonly in: "attribute"; readonly element: string; readonly name: string }
  | { readonly in: "comment" }
  | { readonly in: "raw"; readonly element: string };

/** The state of the parser after some HTML. */
export interface HtmlState {
  readonly in: HtmlContext["in"];
  /** The element whose tag is open, as `a` or `/a`; the raw element; or the element of the last tag. */
  readonly element: string;
  /** The attribute whose value is open or comes next. */
  readonly attribute: string;
  /** The quote that ends the attribute's value; empty before the value. */
  readonly quote: string;
}

export const HTML_START: HtmlState = { in: "text", element: "", attribute: "", quote: "" };

/** Returns the context of something that is printed in a state. `isIsolated`: it is first in a `<bdi>`. */
export function contextOf({ in: where, element, attribute }: HtmlState): HtmlContext {
  switch (where) {
    case "text":
      return { in: where, isIsolated: element === "bdi" };
    case "attribute":
      return { in: where, element, name: attribute };
    case "raw":
      return { in: where, element };
    case "tag":
      // Right after `name=`, it is an attribute without quotes.
      return attribute ? { in: "attribute", element, name: attribute } : { in: where };
    default:
      return { in: where };
  }
}

/** Returns the state after more text, which may start and end at any character. */
export function htmlAfter(state: HtmlState, text: string): HtmlState {
  let now = state;
  for (let index = 0; index < text.length; ) {
    const [next, length] = step(now, text, index);
    now = next;
    index += length;
  }
  return now;
}

/** Returns the texts in a piece of HTML that people may read, without tags, each with the state at its start. */
export function htmlTexts(
  state: HtmlState,
  text: string,
): readonly { readonly state: HtmlState; readonly at: number; readonly text: string }[] {
  const texts = [];
  let now = state;
  for (let index = 0; index < text.length; ) {
    const [next, length] = step(now, text, index);
    const isOpening = now.in === "text" && next.in !== "text";
    if (!isOpening && now.in !== "tag") {
      const end =
        now.in === "raw" && next.in === "tag" ? text.lastIndexOf("<", index + length) : index + length;
      texts.push({ state: now, at: index, text: text.slice(index, end) });
    }
    now = next;
    index += length;
  }
  return texts;
}

const RAW = /^(?:title|style|script|textarea)$/;
const OPEN = /<(?:!--|(\/?[a-z][^\s/>]*)|[!?])/iy;
const ATTRIBUTE = /([^\s=>"'/]+)\s*=\s*/y;
const WORD = /[^\s>"'=/]+|\s+|./y;

/** Returns the state after one step, and the number of characters that the step reads. */
function step(state: HtmlState, text: string, index: number): readonly [HtmlState, number] {
  const rest = text.length - index;
  switch (state.in) {
    case "comment":
    case "attribute": {
      const end = state.in === "comment" ? "-->" : state.quote;
      const at = text.indexOf(end, index);
      const next = {
        ...state,
        in: state.in === "comment" ? "text" : "tag",
        attribute: "",
        quote: "",
      } as const;
      return at < 0 ? [state, rest] : [next, at + end.length - index];
    }
    case "raw": {
      const [typed] = new RegExp(`^[\\s\\S]*?</${state.element}`, "i").exec(text.slice(index)) ?? [];
      return typed ? [{ ...state, in: "tag", element: `/${state.element}` }, typed.length] : [state, rest];
    }
    case "tag":
      return stepInTag(state, text, index);
    default: {
      const [typed, element = ""] = matchAt(OPEN, text, index);
      if (typed === "<!--") return [{ ...state, in: "comment" }, typed.length];
      if (typed) return [{ ...HTML_START, in: "tag", element: element.toLowerCase() }, typed.length];
      const next = text.indexOf("<", index + 1);
      return [{ ...state, element: "" }, next < 0 ? rest : next - index];
    }
  }
}

function stepInTag(state: HtmlState, text: string, index: number): readonly [HtmlState, number] {
  const character = text.charAt(index);
  if (character === ">") {
    return [{ ...state, in: RAW.test(state.element) ? "raw" : "text", attribute: "" }, 1];
  }
  if (state.attribute && (character === '"' || character === "'")) {
    return [{ ...state, in: "attribute", quote: character }, 1];
  }
  const [typed, attribute = ""] = matchAt(ATTRIBUTE, text, index);
  if (typed) return [{ ...state, attribute: attribute.toLowerCase() }, typed.length];
  return [{ ...state, attribute: "" }, matchAt(WORD, text, index)[0]?.length ?? 1];
}

function matchAt(pattern: RegExp, text: string, index: number): readonly string[] {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? [];
}
