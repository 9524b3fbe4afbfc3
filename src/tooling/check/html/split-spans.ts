import type { FlatCondition, FlatElement, FlatHtml, FlatSpan } from "./flat-html.ts";

/**
 * The elements and comments that begin in one branch of a condition and end in another, or outside of it: for
 * some people one of their two ends is not there. Of those inside of one another, the outermost.
 */
export function splitElements({ elements, conditions }: FlatHtml): readonly FlatElement[] {
  if (conditions.length === 0) return [];
  const split = new Set(elements.filter((element) => conditions.some((each) => isSplit(element, each))));
  return [...split].filter(({ parent }) => !parent || !split.has(parent));
}

export function splitComments({ comments, conditions }: FlatHtml): readonly FlatSpan[] {
  return comments.filter(({ start, end }) =>
    conditions.some(
      (each) =>
        branchOf({ start, end: start + "<!--".length }, each) !==
        branchOf({ start: end - "-->".length, end }, each),
    ),
  );
}

function isSplit({ start, tagEnd, endTag, end }: FlatElement, condition: FlatCondition): boolean {
  const begins = branchOf({ start, end: tagEnd }, condition);
  if (endTag < end) return begins !== branchOf({ start: endTag, end }, condition);
  // It ends by itself, where another begins or the one around it ends.
  return begins !== "outside" && end > (begins === "then" ? condition.otherwise : condition.end);
}

function branchOf(tag: FlatSpan, { start, otherwise, end }: FlatCondition): "then" | "otherwise" | "outside" {
  if (tag.start >= start && tag.end <= otherwise) return "then";
  if (tag.start >= otherwise && tag.end <= end) return "otherwise";
  return "outside";
}
