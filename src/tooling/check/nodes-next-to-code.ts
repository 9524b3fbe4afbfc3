import { isBlock, isContent, isMustache, nameOf } from "../templates/structure.ts";

/** The end of the text before a node. */
interface Preceding {
  /** A value or a digit. */
  readonly isValue: boolean;
  /** The code, or a value that ends with it. */
  readonly isCode: boolean;
}

/** Returns the nodes that touch the code: the code itself after a value or digit, or a value or digit after the code. */
export function nodesNextToCode(tree: hbs.AST.Program): readonly hbs.AST.Node[] {
  const found: hbs.AST.Node[] = [];
  const walk = (program: hbs.AST.Program | undefined, start: Preceding): Preceding => {
    let before = start;
    for (const node of program?.body ?? []) {
      if (isBlock(node)) {
        const [then, otherwise] = [walk(node.program, before), walk(node.inverse, before)];
        before = { isValue: then.isValue || otherwise.isValue, isCode: then.isCode || otherwise.isCode };
      } else if (isContent(node)) {
        const text = node.value.replace(INVISIBLE, "");
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

/** Tags that show no space between the texts around them. */
const INLINE = "a|abbr|b|bd[io]|big|code|em|font|i|kbd|mark|q|s|samp|small|span|strong|su[bp]|tt|u|var|wbr";

/** What readers do not see between two values: these tags, comments, and characters without width. */
const INVISIBLE = new RegExp(
  String.raw`<\/?(?:${INLINE})\b[^<>]*>|<!--[^]*?-->|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|&(?:shy|zwn?j|#8203|#x200b);`,
  "gi",
);
