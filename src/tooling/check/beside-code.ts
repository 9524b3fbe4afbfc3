import { isBlock, isContent, isMustache, nameOf } from "../templates/structure.ts";

/** What is right before a place: a value or a digit, and whether that may be the code. */
interface Before {
  readonly isValue: boolean;
  readonly isCode: boolean;
}

/** What touches the code: it, or the value or text after it. */
export function besideCode(tree: hbs.AST.Program): readonly hbs.AST.Node[] {
  const found: hbs.AST.Node[] = [];
  const walk = (program: hbs.AST.Program | undefined, start: Before): Before => {
    let before = start;
    for (const node of program?.body ?? []) {
      if (isBlock(node)) {
        const [some, other] = [walk(node.program, before), walk(node.inverse, before)];
        before = { isValue: some.isValue || other.isValue, isCode: some.isCode || other.isCode };
      } else if (isContent(node)) {
        const text = node.value.replace(INLINE, "");
        if (text === "") continue;
        if (before.isCode && /^\d/.test(text)) found.push(node);
        before = { isValue: /\d$/.test(text), isCode: false };
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

/** Tags between which no space is seen. */
const INLINE = /<\/?(?:bdi|b|i|u|strong|em|span|font|a)\b[^<>]*>/gi;
