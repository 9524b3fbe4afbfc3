import { type Copy, readCopy } from "../../../src/tooling/check/copy.ts";
import type { Example } from "../../../src/tooling/check/rule.ts";
import { repository } from "../../project.ts";

/** The copy that we ship. */
export const shipped: Copy = await readCopy(repository);

/** The shipped copy with other files, `null` for none, and other keys of the client metadata. */
export function changed(
  files: Readonly<Record<string, string | null>>,
  metadata: Readonly<Record<string, unknown>> = {},
): Copy {
  const texts = new Map(shipped.files);
  for (const [file, text] of Object.entries(files)) {
    if (text === null) texts.delete(file);
    else texts.set(file, text);
  }
  const { metadata: schema } = shipped;
  if (!schema || !("schema" in schema)) throw new Error("triggers/client-metadata.ts does not read");
  const properties = { ...schema.schema.properties, ...metadata };
  return { files: texts, metadata: { schema: { properties } } };
}

/** The shipped copy with a rule's example in it. */
export function withExample({ file, from, to, metadata }: Example): Copy {
  const text = shipped.files.get(file) ?? "";
  if (from !== undefined && !text.includes(from)) throw new Error(`${file} has no ${from}`);
  // Not a text as replacement: a dollar in it would mean something.
  return changed({ [file]: from === undefined ? to : text.replace(from, () => to) }, metadata);
}
