import { isBlock, isContent, isMustache, nameOf } from "../templates/structure.ts";

/** The end of the text before a node: whether it is a value or a digit, and whether it may be the code. */
interface Before {
  readonly isValue: boolean;
  readonly isCode: boolean;
}

/** Returns the nodes that touch the code: the code itself after a value, or a value or text after the code. */
export function adjacentToCode(tree: hbs.AST.Program): readonly hbs.AST.Node[] {
  const found: hbs.AST.Node[] = [];
  const walk = (program: hbs.AST.Program | undefined, start: Before): Before => {
    let before = start;
    for (const node of program?.body ?? []) {
      if (isBlock(node)) {
        const [some, other] = [walk(node.program, before), walk(node.inverse, before)];
        before = { isValue: some.isValue || other.isValue, isCode: some.isCode || other.isCode };
      } else if (isContent(node)) {
        const text = node.value.replace(UNSEEN, "");
        if (text === "") continue;
        if (before.isCode && /^\p{Nd}/u.test(text)) found.push(node);
        before = { isValue: /\p{Nd}$/u.test(text), isCode: false };
      } else if (isMustache(node)) {
        const name = nameOf(node.path);
        if (name === "code" ? before.isValue : before.isCode) found.push(node);
        before = { isValue: true, isCode: name === "code" || name === "resetLink" };
      }
    }
    return before;
  };
  walk(tree, { isValue: false, isCode: false });
  return found;
}

/** Tags without a visible space between the texts around them. */
const INLINE = "a|abbr|b|bd[io]|big|code|em|font|i|kbd|mark|q|s|samp|small|span|strong|su[bp]|tt|u|var|wbr";

/** Invisible between two values: these tags, comments, and characters without width. */
const UNSEEN = new RegExp(
  String.raw`<\/?(?:${INLINE})\b[^<>]*>|<!--[^]*?-->|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|&(?:shy|zwn?j|#8203|#x200b);`,
  "gi",
);
