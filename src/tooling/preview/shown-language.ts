import { checkProject } from "../check/check.ts";
import { editableStrings } from "../check/editable-strings.ts";
import type { Finding } from "../check/finding.ts";
import { type Edit, type EditedString, editedStrings } from "./edited-string.ts";
import { listed, type PreviewState } from "./preview-state.ts";
import { projectWith } from "./project-with.ts";

/** All that the page of a language shows. */
export interface ShownLanguage {
  readonly locale: string;
  readonly strings: readonly EditedString[];
  /** About the language's strings. */
  readonly findings: readonly Finding[];
  /** Whether its strings cannot be read now, and this is how they were. */
  readonly isFormer: boolean;
}

/** Shows the strings of a language with what has been typed and is not saved yet. */
export function shownLanguage(state: PreviewState, locale: string, edits: readonly Edit[]): ShownLanguage {
  const read = state.readable(locale);
  const strings = editedStrings(editableStrings("all", locale, read), edits);
  const project = projectWith(
    strings.filter(({ isUnsaved }) => isUnsaved),
    locale,
    state,
    read,
  );
  const findings = project === state.project ? state.checkAll() : checkProject(project).findings;
  return {
    locale,
    strings,
    findings: listed(findings).filter(({ locale: tag }) => tag === locale),
    isFormer: read !== state.project,
  };
}
