import * as v from "valibot";
import type { EditableString } from "../check/editable-strings.ts";
import { inTextField } from "../templates/save-strings.ts";

/** The strings that a page has been typed into, as it sends them. */
export const editsSchema = v.object({
  edits: v.array(v.strictObject({ id: v.string(), value: v.string(), base: v.string() })),
  /** The ids of the text fields that are on the page, and stay there whatever its filter. */
  shown: v.optional(v.array(v.string()), []),
});

export type PageEdits = v.InferOutput<typeof editsSchema>;

/** A text that was typed, and the catalog's own that it was made from. */
export type Edit = PageEdits["edits"][number];

/** A string as a page shows it in a text field. */
export interface EditedString extends EditableString {
  readonly text: string;
  /** The catalog's own text that it was made from. */
  readonly base: string;
  readonly isUnsaved: boolean;
  /** The catalog's own text, where that has changed since: neither the base nor what was typed. */
  readonly conflict: string | undefined;
}

/** Puts what was typed into the strings of a catalog. */
export function editedStrings(
  strings: readonly EditableString[],
  edits: readonly Edit[],
): readonly EditedString[] {
  return strings.map((string) => {
    const own = inTextField(string.own);
    const edit = edits.find(({ id }) => id === string.id);
    if (!edit || edit.value === own)
      return { ...string, text: own, base: own, isUnsaved: false, conflict: undefined };
    const conflict = edit.base === own ? undefined : own;
    const isMissing = string.isRequired && edit.value.trim() === "" && !string.inherited;
    return { ...string, isMissing, text: edit.value, base: edit.base, isUnsaved: true, conflict };
  });
}
