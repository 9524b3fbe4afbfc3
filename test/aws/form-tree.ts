/** What a form has at a name: text, or parts whose names follow a dot, as in `Tags.member.1.Key`. */
export interface FormNode {
  text?: string;
  readonly parts: Map<string, FormNode>;
}

/** The names of a form as a tree, in their order; `repeated` are those that it has more than once. */
export function formTree(body: string): { readonly root: FormNode; readonly repeated: readonly string[] } {
  const root: FormNode = { parts: new Map() };
  const repeated: string[] = [];
  for (const [name, text] of new URLSearchParams(body)) {
    const node = name.split(".").reduce(partOf, root);
    if (node.text !== undefined) repeated.push(name);
    node.text = text;
  }
  return { root, repeated };
}

function partOf({ parts }: FormNode, name: string): FormNode {
  const part = parts.get(name) ?? { parts: new Map() };
  parts.set(name, part);
  return part;
}
