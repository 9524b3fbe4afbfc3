import { DEEPEST } from "../too-large.ts";
import { rawElements } from "./html-elements.ts";

const MARKUP = /<(?:!--|(?<slash>\/?)(?<name>[a-z][^\s/>]*))/gi;
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** One ends where the next begins, whether or not it is closed. */
const ENDED_BY_NEXT = new Set(["dd", "dt", "li", "option", "p", "td", "th", "tr"]);
/** What is open of these when an element around it is closed goes on after it. */
const GO_ON = new Set("a b big code em font i nobr s small strike strong tt u".split(" "));

/**
 * Follows the tags of HTML, run by run: where in a run one too many is open, if one is. Near enough: a parser
 * would take long for just those that are not let through.
 */
export function openElements(): (run: string) => number | undefined {
  let open: string[] = [];
  /** What ends a comment, or an element in which there are no tags. */
  let awaited: string | undefined;
  const close = (name: string) => {
    const at = open.lastIndexOf(name);
    if (at >= 0) open = [...open.slice(0, at), ...open.slice(at + 1).filter((each) => GO_ON.has(each))];
  };
  return (run) => {
    const small = run.toLowerCase();
    let from = 0;
    for (;;) {
      if (awaited !== undefined) {
        from = small.indexOf(awaited, from);
        if (from < 0) return undefined;
        awaited = undefined;
      }
      MARKUP.lastIndex = from;
      const match = MARKUP.exec(small);
      if (!match) return undefined;
      from = MARKUP.lastIndex;
      const { slash, name } = match.groups ?? {};
      if (name === undefined) {
        awaited = "-->";
        // <!--> is a whole one.
        from -= 2;
      } else if (slash) close(name);
      else if (!VOID.has(name) && !(ENDED_BY_NEXT.has(name) && open.at(-1) === name)) {
        open.push(name);
        if (open.length > DEEPEST) return match.index;
        if (rawElements.has(name)) awaited = `</${name}`;
      }
    }
  };
}
