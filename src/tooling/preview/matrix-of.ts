import { editableStrings } from "../check/editable-strings.ts";
import { isError } from "../check/finding.ts";
import { missingStrings } from "../templates/offered-locales.ts";
import type { Message } from "../templates/project.ts";
import { usedStrings } from "../templates/used-strings.ts";
import { isBegun, messageFindings, type PreviewState } from "./preview-state.ts";

/** The state of a message in a language; the first that applies. */
export const cellStates = ["not offered", "draft", "missing", "error", "warning", "ready"] as const;
export type CellState = (typeof cellStates)[number];

export interface Cell {
  readonly locale: string;
  readonly message: Message;
  readonly state: CellState;
  readonly errors: number;
  readonly warnings: number;
  /** The strings that it requires and the language lacks. */
  readonly missing: readonly string[];
}

/** A language with all messages. */
export interface MatrixRow {
  readonly locale: string;
  /** The strings that messages require and the language lacks. */
  readonly missing: number;
  /** The strings whose source text has changed since they were translated. */
  readonly outOfDate: number;
  /** How many of the required strings the language has, from 0 to 1. */
  readonly complete: number;
  /** Who has reviewed the language. */
  readonly reviewed: string | undefined;
  readonly cells: readonly Cell[];
}

/** Messages by languages. */
export function matrixOf(state: PreviewState): readonly MatrixRow[] {
  state.checkAll();
  const { project } = state;
  const required = new Set(
    state.messages.flatMap((message) =>
      usedStrings(message, project).flatMap(({ id, isRequired }) => (isRequired ? [id] : [])),
    ),
  );
  return state.locales.map((locale) => {
    const cells = state.messages.map((message): Cell => {
      const missing = missingStrings(message, locale, project);
      const findings = messageFindings(state, message, locale);
      const errors = findings.filter(isError).length;
      const counts = { errors, warnings: findings.length - errors, missing };
      return { locale, message, ...counts, state: stateOf(counts, state, locale, message) };
    });
    const lacking = new Set(cells.flatMap(({ missing }) => missing));
    const strings = editableStrings("all", locale, project);
    return {
      locale,
      missing: lacking.size,
      outOfDate: strings.filter(({ previousSource }) => previousSource !== undefined).length,
      complete: required.size === 0 ? 0 : 1 - lacking.size / required.size,
      reviewed: project.languages[locale]?.reviewed,
      cells,
    };
  });
}

function stateOf(
  { errors, warnings, missing }: Pick<Cell, "errors" | "warnings" | "missing">,
  state: PreviewState,
  locale: string,
  message: Message,
): CellState {
  if (!isBegun(state, message, locale)) return "not offered";
  if (!state.project.locales.includes(locale)) return "draft";
  if (missing.length > 0) return "missing";
  if (errors > 0) return "error";
  return warnings > 0 ? "warning" : "ready";
}
